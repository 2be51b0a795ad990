package nadhir.geofence.zone;

import java.util.function.UnaryOperator;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;

/**
 * The zones as they are now, changed while others look. A reader takes {@link #now()} once for all
 * that must fit together and never waits; it sees a change whole or not at all. Writers wait for
 * each other.
 */
public final class LiveZones {
  private final Object writing = new Object();
  private volatile ZoneIndex now;

  public LiveZones(ZoneIndex first) {
    now = first;
  }

  /** Stays as it is, whatever is changed later. */
  public ZoneIndex now() {
    return now;
  }

  public void put(Zone zone) {
    change(index -> index.with(zone));
  }

  public void remove(ZoneId id) {
    change(index -> index.without(id));
  }

  void change(UnaryOperator<ZoneIndex> change) {
    synchronized (writing) {
      now = change.apply(now);
    }
  }
}
