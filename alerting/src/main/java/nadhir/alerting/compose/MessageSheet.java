package nadhir.alerting.compose;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Wording;

/**
 * A message as a person sees it who is about to compose: its texts with the gaps in braces, and
 * what has to be filled in.
 *
 * @param choices gap name to keys of words, for gaps of kind {@code word}
 * @param gaps without those that the desk fills by itself
 */
public record MessageSheet(
    String key,
    Message.Kind kind,
    CapCodes cap,
    Scope scope,
    Audience audience,
    Duration validFor,
    boolean exerciseOnly,
    SortedMap<String, List<String>> choices,
    List<Open> gaps,
    SortedMap<String, Wording> wordings) {
  public MessageSheet {
    gaps = List.copyOf(gaps);
  }

  /**
   * A gap to fill.
   *
   * @param kind {@code time}, {@code span}, {@code position}, {@code number} or {@code word}
   */
  public record Open(String name, String kind) {}

  static MessageSheet of(Message message) {
    SortedMap<String, Wording> wordings = new TreeMap<>();
    message
        .wordings()
        .forEach(
            (language, template) ->
                wordings.put(
                    language,
                    new Wording(
                        language,
                        template.headline().source(),
                        template.sms().source(),
                        template.instruction().source())));
    return new MessageSheet(
        message.key(),
        message.kind(),
        message.cap(),
        message.scope(),
        message.audience(),
        message.validFor(),
        message.exerciseOnly(),
        message.choices(),
        open(message),
        wordings);
  }

  private static List<Open> open(Message message) {
    return message.wordings().values().stream()
        .flatMap(template -> template.gaps().stream())
        .filter(gap -> isOpen(message, gap))
        .map(gap -> new Open(gap.slot(), kind(gap.kind())))
        .distinct()
        .toList();
  }

  private static boolean isOpen(Message message, Gap gap) {
    return switch (gap.kind()) {
      case PLACES, SENT -> false;
      case WORD -> message.choices().containsKey(gap.slot());
      case TIME, SPAN, SPAN_FROM, SPAN_TO, POSITION, NUMBER -> true;
    };
  }

  private static String kind(Gap.Kind kind) {
    return switch (kind) {
      case TIME, SENT -> "time";
      case SPAN, SPAN_FROM, SPAN_TO -> "span";
      case PLACES -> "places";
      case POSITION -> "position";
      case NUMBER -> "number";
      case WORD -> "word";
    };
  }
}
