package nadhir.core.watch;

import java.util.List;
import nadhir.core.event.Entry;
import nadhir.core.picture.Change;

/**
 * Told what has become durable in a lane, in order, by whichever thread folds it: must be quick and
 * not throw. After a step down entries that were told before can be told again, without changes.
 */
@FunctionalInterface
public interface LaneListener {
  /**
   * The desks begin at a snapshot: what became durable before is not told. Ask them now, on this
   * thread.
   */
  default void restored(Desks desks) {}

  void durable(List<Entry> entries, List<Change> changes, WatchView view);
}
