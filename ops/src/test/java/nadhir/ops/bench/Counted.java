package nadhir.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  public long items;
  public long bytes;

  /**
   * Time that the JVM really ran, its collector and compiler included: on a busy machine less than
   * what has passed. Means something with one thread only.
   */
  public long cpuNs;

  private long lastNs = SYSTEM.getProcessCpuTime();

  /** For calls of at least some 50 µs: it costs up to one. */
  void add(long moreItems, long moreBytes) {
    long nowNs = SYSTEM.getProcessCpuTime();
    items += moreItems;
    bytes += moreBytes;
    cpuNs += nowNs - lastNs;
    lastNs = nowNs;
  }
}
