package nadhir.alerting.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nadhir.alerting.compose.Messages.Phrase;
import nadhir.core.geo.LatLon;
import nadhir.core.risk.Slot;
import nadhir.core.site.Words;

/**
 * Prints slots in one language. Digits are Latin in every language, as is usual in SMS in Jordan;
 * times are local, to the minute.
 */
final class SlotPrinter {
  /** More zones than this are not named in one text: people look for the name of theirs. */
  static final int MAX_NAMED = 3;

  private final String language;
  private final ZoneId timeZone;
  private final Messages messages;
  private final Map<nadhir.core.id.ZoneId, Words> zones;

  SlotPrinter(
      String language,
      ZoneId timeZone,
      Messages messages,
      Map<nadhir.core.id.ZoneId, Words> zones) {
    this.language = language;
    this.timeZone = timeZone;
    this.messages = messages;
    this.zones = zones;
  }

  /** The gap's text; empty when the slot is missing or of another kind than the gap. */
  Optional<String> print(Gap gap, Message message, Map<String, Slot> slots) {
    Slot slot = slots.get(gap.slot());
    return switch (gap.kind()) {
      case TIME, SENT -> slot instanceof Slot.Time(Instant at) ? text(clock(at)) : Optional.empty();
      case SPAN -> span(slot).map(s -> clock(s.from()) + "-" + clock(s.to()));
      case SPAN_FROM -> span(slot).map(s -> clock(s.from()));
      case SPAN_TO -> span(slot).map(s -> clock(s.to()));
      case PLACES -> slot instanceof Slot.Places(var ids) ? names(ids) : Optional.empty();
      case POSITION ->
          slot instanceof Slot.Position(LatLon p) ? text(position(p)) : Optional.empty();
      case NUMBER ->
          slot instanceof Slot.Number(double value, int decimals)
              ? text(decimal(value, decimals))
              : Optional.empty();
      case WORD -> word(gap.slot(), message, slot);
    };
  }

  private static Optional<String> text(String text) {
    return Optional.of(text);
  }

  private static Optional<Slot.Span> span(Slot slot) {
    return slot instanceof Slot.Span span ? Optional.of(span) : Optional.empty();
  }

  private Optional<String> word(String name, Message message, Slot slot) {
    List<String> choices = message.choices().get(name);
    if (choices == null) {
      return Optional.ofNullable(messages.words().get(name)).map(w -> w.in(language));
    }
    return slot instanceof Slot.Word(String key) && choices.contains(key)
        ? text(messages.words().get(key).in(language))
        : Optional.empty();
  }

  private Optional<String> names(List<nadhir.core.id.ZoneId> ids) {
    if (ids.isEmpty()) {
      return text(phrase(Phrase.DRAWN_AREA));
    }
    if (!zones.keySet().containsAll(ids)) {
      return Optional.empty();
    }
    List<String> names =
        ids.stream().limit(MAX_NAMED).map(id -> zones.get(id).in(language)).toList();
    String all = String.join(phrase(Phrase.LIST_COMMA) + " ", names);
    return text(ids.size() > MAX_NAMED ? all + " " + phrase(Phrase.LIST_MORE) : all);
  }

  private String phrase(Phrase phrase) {
    return messages.phrase(phrase).in(language);
  }

  private String clock(Instant at) {
    var local = at.atZone(timeZone);
    return String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
  }

  private String position(LatLon place) {
    Phrase ns = place.latDeg() < 0 ? Phrase.SOUTH : Phrase.NORTH;
    Phrase ew = place.lonDeg() < 0 ? Phrase.WEST : Phrase.EAST;
    return "%s %s %s %s"
        .formatted(
            decimal(Math.abs(place.latDeg()), 4),
            phrase(ns),
            decimal(Math.abs(place.lonDeg()), 4),
            phrase(ew));
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
