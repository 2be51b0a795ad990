package nadhir.core.feed.gauge;

import java.util.List;
import java.util.Optional;

/**
 * How items of one kind are read; a format can have several.
 *
 * @param series what tells series of one gauge apart in a report's id, where that is not the
 *     quantity
 * @param sensor the same for several sensors of one quantity; used only where there are several
 * @param numbers how they are written
 */
record Shape(
    Layout layout,
    Source gauge,
    GaugeTable table,
    TimeSpec time,
    List<QuantitySpec> quantities,
    NoValue noValue,
    Flags flags,
    Optional<Source> series,
    Optional<Source> sensor,
    Optional<Source> latitude,
    Optional<Source> longitude,
    Optional<Source> title,
    Numbers.Style numbers) {
  Shape {
    quantities = List.copyOf(quantities);
  }
}
