package nadhir.alerting.compose;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;

/**
 * A message of the site as somebody who composes an alert sees it: its texts with the gaps standing
 * in braces, and which of them are theirs to fill.
 */
public record MessageOutline(
    String key,
    Message.Kind kind,
    CapCodes cap,
    Scope scope,
    Audience audience,
    Duration validFor,
    boolean exerciseOnly,
    SortedMap<String, List<String>> choices,
    List<OpenGap> gaps,
    SortedMap<String, Texts> wordings) {

  /**
   * {@code kind}: time, span, position, number or word; places and times of sending fill in alone.
   */
  public record OpenGap(String name, String kind) {}

  public record Texts(String headline, String sms, String instruction) {}

  public static MessageOutline of(Message message) {
    SortedMap<String, Texts> texts = new TreeMap<>();
    message
        .wordings()
        .forEach(
            (language, t) ->
                texts.put(
                    language,
                    new Texts(
                        t.headline().fill(Gap::toString),
                        t.sms().fill(Gap::toString),
                        t.instruction().fill(Gap::toString))));
    return new MessageOutline(
        message.key(),
        message.kind(),
        message.cap(),
        message.scope(),
        message.audience(),
        message.validFor(),
        message.exerciseOnly(),
        message.choices(),
        gaps(message),
        texts);
  }

  private static List<OpenGap> gaps(Message message) {
    return message.wordings().values().stream()
        .flatMap(w -> w.gaps().stream())
        .flatMap(gap -> kind(message, gap).map(k -> new OpenGap(gap.slot(), k)).stream())
        .distinct()
        .sorted(Comparator.comparing(OpenGap::name))
        .toList();
  }

  private static Optional<String> kind(Message message, Gap gap) {
    return switch (gap.kind()) {
      case TIME -> Optional.of("time");
      case SPAN, SPAN_FROM, SPAN_TO -> Optional.of("span");
      case POSITION -> Optional.of("position");
      case NUMBER -> Optional.of("number");
      case WORD ->
          message.choices().containsKey(gap.slot()) ? Optional.of("word") : Optional.empty();
      case PLACES, SENT -> Optional.empty();
    };
  }
}
