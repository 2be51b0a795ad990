package nadhir.core.cap;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.cap.CapLists;
import nadhir.core.feed.cap.CapShapes;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/** How CAP 1.2 writes times, places and coded values. Numbers are exact: they read back equal. */
final class CapText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private CapText() {}

  /** With the zone's offset; UTC is {@code -00:00} (CAP 1.2, 3.3.2). */
  static String time(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    String offset = local.getOffset().equals(ZoneOffset.UTC) ? "-00:00" : local.getOffset().getId();
    return TIME.format(local) + offset;
  }

  static Optional<Instant> time(String text) {
    try {
      return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d")
          ? Optional.of(OffsetDateTime.parse(text.replace("-00:00", "+00:00")).toInstant())
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static String place(LatLon place) {
    return plain(place.latDeg()) + "," + plain(place.lonDeg());
  }

  static String ring(List<LatLon> places) {
    return places.stream().map(CapText::place).collect(Collectors.joining(" "));
  }

  /** The radius is in kilometres (CAP 1.2, 3.2.4). */
  static String circle(Area.Circle circle) {
    return place(circle.centre())
        + " "
        + plain(BigDecimal.valueOf(circle.radiusM()).movePointLeft(3));
  }

  /** Closed, of four places at least; empty when it is not. */
  static Optional<List<LatLon>> ring(String text) {
    try {
      return Optional.of(CapShapes.ring(text));
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  static Optional<Area.Circle> circle(String text) {
    try {
      return Optional.of(CapShapes.round(text).circle());
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  private static String plain(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** {@code Alert} for {@code ALERT}. */
  static String code(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> Optional<E> code(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (code(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** A list of blank-separated items; those with blanks inside stand in quotes (3.2.1). */
  static String list(List<String> items) {
    return items.stream()
        .map(item -> item.contains(" ") ? "\"" + item + "\"" : item)
        .collect(Collectors.joining(" "));
  }

  static List<String> list(String text) {
    return CapLists.items(text);
  }
}
