package nadhir.ops.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.alerting.audience.grid.Inside;
import nadhir.alerting.audience.grid.LivePeople;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/** What a rate does not tell of an audience: memory, and people who move meanwhile. */
final class AudienceRemark {
  private static final int[] PEOPLE = {250_000, 5_000_000};
  private static final int STILL = 1_000;

  /** Answers until the code is compiled as it stays, or standing still would look slow. */
  private static final int WARM_UP = 5_000;

  /** Ten thousand a second, for twelve seconds: several times what is kept before packing anew. */
  private static final int MOVES = 120_000;

  private static final long MOVE_NS = 100_000;

  /** The writer wakes up this often, and does what is due. */
  private static final long TICK_NS = 1_000_000;

  /** Some two hundred metres. */
  private static final double STRIDE_DEG = 0.002;

  private static final String QUOTED =
      "Quoted from an earlier measurement on a machine like this one, not measured here (250,000"
          + " people): Redis\n  GEOSEARCH BYBOX + exact test 52 ms, PostGIS 3.3 GiST 42 ms, where"
          + " JTS KdTree took 8.5 ms.";

  private AudienceRemark() {}

  static String text() {
    var text = new StringBuilder();
    for (int people : PEOPLE) {
      text.append(moving(people)).append('\n');
    }
    return text + QUOTED;
  }

  private static String moving(int people) {
    var work = new AudienceWork(people);
    try (var background = Executors.newSingleThreadExecutor();
        var writers = Executors.newSingleThreadExecutor()) {
      var index = new LivePeople(work.latDeg, work.lonDeg, background);
      String memory =
          String.format(
              Locale.ROOT, "%,d people: %.1f bytes each.", people, (double) index.bytes() / people);
      Asked still = new Asked(STILL);
      ask(index, work.area(), still, WARM_UP);
      var ended = new AtomicBoolean();
      long start = System.nanoTime();
      Future<Long> latest = writers.submit(() -> move(index, work, start, ended));
      Asked moving = new Asked(Integer.MAX_VALUE);
      try {
        ask(index, work.area(), moving, start, ended);
      } finally {
        ended.set(true);
      }
      return memory
          + String.format(
              Locale.ROOT,
              " Asked while none moves: %s.%n  While 10,000 move a second (%,d times): %s; median"
                  + " %.2f × of a core.%n  Oldest change that an answer lacked: p99 %.1f ms,"
                  + " longest %.1f ms; the writer's own lag %.1f ms at most.",
              still.spread(),
              moving.count,
              moving.spread(),
              moving.medianCoreNs() / still.medianCoreNs(),
              moving.staleMs(0.99),
              moving.staleMs(1),
              latest.get() / 1e6);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How long the first so many answers took. */
  private static final class Asked {
    private final int most;
    private long[] coreNs = new long[1_024];
    private long[] clockNs = new long[1_024];
    private long[] staleNs = new long[1_024];
    private int count;

    Asked(int most) {
      this.most = most;
    }

    boolean isEnough() {
      return count >= most;
    }

    void add(long core, long clock, long stale) {
      if (count == coreNs.length) {
        coreNs = Arrays.copyOf(coreNs, 2 * count);
        clockNs = Arrays.copyOf(clockNs, 2 * count);
        staleNs = Arrays.copyOf(staleNs, 2 * count);
      }
      coreNs[count] = core;
      clockNs[count] = clock;
      staleNs[count++] = stale;
    }

    private double ns(long[] of, double share) {
      long[] sorted = Arrays.copyOf(of, count);
      Arrays.sort(sorted);
      return sorted[(int) Math.min(count - 1L, (long) (share * count))];
    }

    double medianCoreNs() {
      return ns(coreNs, 0.5);
    }

    double staleMs(double share) {
      return ns(staleNs, share) / 1e6;
    }

    String spread() {
      return String.format(
          Locale.ROOT,
          "median %.2f ms of a core (p99 %.2f), by the clock %.2f ms (p99 %.2f)",
          medianCoreNs() / 1e6,
          ns(coreNs, 0.99) / 1e6,
          ns(clockNs, 0.5) / 1e6,
          ns(clockNs, 0.99) / 1e6);
    }
  }

  private static void ask(LivePeople index, Area area, Asked asked, int warmUp) {
    for (int i = 0; i < warmUp; i++) {
      index.inside(area).persons();
    }
    while (!asked.isEnough()) {
      ask(index, area, asked, Long.MAX_VALUE / 2, 0L);
    }
  }

  private static void ask(
      LivePeople index, Area area, Asked asked, long start, AtomicBoolean ended) {
    while (!ended.get()) {
      ask(index, area, asked, start, MOVE_NS);
    }
  }

  private static void ask(LivePeople index, Area area, Asked asked, long start, long everyNs) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long clock = System.nanoTime();
    long core = threads.getCurrentThreadCpuTime();
    Inside inside = index.inside(area);
    int[] persons = inside.persons();
    core = threads.getCurrentThreadCpuTime() - core;
    long end = System.nanoTime();
    boolean lacks = everyNs > 0 && inside.changes() < MOVES;
    long due = start + inside.changes() * everyNs;
    asked.add(core, end - clock, lacks && persons.length > 0 ? Math.max(0, end - due) : 0);
  }

  /** Everybody's move is due at its time; returns how late the latest was made. */
  private static long move(LivePeople index, AudienceWork work, long start, AtomicBoolean ended) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    long latest = 0;
    int made = 0;
    while (made < MOVES && !ended.get()) {
      LockSupport.parkNanos(TICK_NS);
      long now = System.nanoTime();
      while (made < MOVES && start + made * MOVE_NS <= now) {
        int person = random.nextInt(work.latDeg.length);
        work.latDeg[person] += STRIDE_DEG * (random.nextDouble() - 0.5);
        work.lonDeg[person] += STRIDE_DEG * (random.nextDouble() - 0.5);
        index.put(person, new LatLon(work.latDeg[person], work.lonDeg[person]));
        latest = Math.max(latest, System.nanoTime() - (start + made++ * MOVE_NS));
      }
    }
    ended.set(true);
    return latest;
  }
}
