package nadhir.core.watch;

import java.util.List;
import nadhir.core.event.Entry;

/** Told what has become durable, in order, on the writer's thread: must be quick and not throw. */
@FunctionalInterface
public interface WatchListener {
  void durable(List<Entry> entries, WatchView view);
}
