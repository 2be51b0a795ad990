package nadhir.ops.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts what a benchmark's calls have handled. JMH reads the public fields, whose names {@link
 * Row} knows, and gives each per second.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Counted {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public long items;
  public long bytes;

  /** Time that this thread really ran: on a busy machine less than what has passed. */
  public long cpuNs;

  private long lastNs = THREADS.getCurrentThreadCpuTime();

  /** For calls of at least some 50 µs: it costs up to one. */
  void add(long moreItems, long moreBytes) {
    long nowNs = THREADS.getCurrentThreadCpuTime();
    items += moreItems;
    bytes += moreBytes;
    cpuNs += nowNs - lastNs;
    lastNs = nowNs;
  }
}
