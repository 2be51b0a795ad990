package nadhir.core.feed.gauge;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.GaugeId;

/**
 * The source's names for gauges, and ours. Where there is a table, what is not in it is refused: a
 * country's feed has hundreds of gauges, and the journal wants the site's own only.
 */
record GaugeTable(SortedMap<String, Entry> entries) {
  static final GaugeTable NONE = new GaugeTable(new TreeMap<>());

  GaugeTable {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * One gauge or sensor.
   *
   * @param is its quantity, where the item itself does not tell
   * @param unit its unit, before all else that is said of units
   * @param zeroM the height of the gauge's zero in what the source counts from; subtracted from
   *     stages
   */
  record Entry(GaugeId gauge, Optional<Quantity> is, Optional<String> unit, double zeroM) {
    static Entry plain(GaugeId gauge) {
      return new Entry(gauge, Optional.empty(), Optional.empty(), 0);
    }
  }
}
