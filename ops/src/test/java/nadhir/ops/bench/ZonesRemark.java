package nadhir.ops.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.LiveZones;
import nadhir.geofence.zone.ZoneIndex;

/** What a rate does not tell of the zones: memory, and how long one change takes. */
final class ZonesRemark {
  private static final int MANY = 100_000;
  private static final int EDITED_AMONG = 10_000;
  private static final int CHANGES = 4_000;
  private static final int WARM_UP = 1_000;
  private static final int SLICE = 1_000;

  private ZonesRemark() {}

  static String text() {
    return memory() + "\n" + changes() + "\n" + QUOTED;
  }

  private static final String QUOTED =
      "Quoted from an earlier measurement on a machine like this one, not measured here (ns a place"
          + " at 1,000 / 10,000 / 100,000):\n  Tile38 1.25, pipelined INTERSECTS: 7,590 / 17,840 /"
          + " 152,340; PostGIS 3.3, GiST join: 16,240 / 44,800 / 237,620.";

  private static StarZones stars() {
    return new StarZones(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
  }

  /** By the heap in use before and after; the zones themselves are not counted. */
  private static String memory() {
    List<Zone> zones = stars().zones(MANY);
    double ours = usedMb(zones, ZoneIndex::over);
    double s2 = usedMb(zones, S2Zones::new);
    double jts = usedMb(zones, JtsZones::new);
    double tree = usedMb(zones, PackedTree::new);
    return String.format(
        Locale.ROOT,
        "Memory at %,d zones: nadhir %.0f MB (%.2f × s2), s2 %.0f MB, jts %.0f MB, treeAndCrossings"
            + " %.0f MB.",
        MANY,
        ours,
        ours / s2,
        s2,
        jts,
        tree);
  }

  private static double usedMb(List<Zone> zones, Function<List<Zone>, Object> build) {
    double before = usedMb();
    Object index = build.apply(zones);
    double used = usedMb() - before;
    Reference.reachabilityFence(index);
    return used;
  }

  private static double usedMb() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** One thread changes zones, another looks places up as fast as it can. */
  private static String changes() {
    StarZones stars = stars();
    var live = new LiveZones(ZoneIndex.over(stars.zones(EDITED_AMONG)));
    LatLon[] places = new LatLon[SLICE];
    Arrays.setAll(places, _ -> stars.place());
    var done = new AtomicBoolean();
    try (var readers = Executors.newSingleThreadExecutor()) {
      long start = System.nanoTime();
      Future<Long> looked = readers.submit(() -> look(live, places, done));
      Taken taken = change(live, stars);
      done.set(true);
      double perS = looked.get() / ((System.nanoTime() - start) / 1e9);
      return String.format(
          Locale.ROOT,
          "One change among %,d zones, %,d times while %,.0f places/s are looked up: %s by the"
              + " clock, %s of a core.",
          EDITED_AMONG,
          CHANGES,
          perS,
          spread(taken.clockNs()),
          spread(taken.coreNs()));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How long each change took; the clock runs on while the thread has to wait for a core. */
  private record Taken(long[] clockNs, long[] coreNs) {}

  private static Taken change(LiveZones live, StarZones stars) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    var taken = new Taken(new long[CHANGES], new long[CHANGES]);
    for (int i = -WARM_UP; i < CHANGES; i++) {
      int number = Math.floorMod(i * 7_919, EDITED_AMONG);
      Zone zone = StarZones.zone(StarZones.id(number), stars.star());
      long clockNs = System.nanoTime();
      long coreNs = threads.getCurrentThreadCpuTime();
      live.put(zone);
      if (i >= 0) {
        taken.coreNs()[i] = threads.getCurrentThreadCpuTime() - coreNs;
        taken.clockNs()[i] = System.nanoTime() - clockNs;
      }
    }
    return taken;
  }

  private static String spread(long[] ns) {
    Arrays.sort(ns);
    return String.format(
        Locale.ROOT,
        "median %.2f ms, p99 %.2f ms, longest %.2f ms",
        ns[ns.length / 2] / 1e6,
        ns[ns.length * 99 / 100] / 1e6,
        ns[ns.length - 1] / 1e6);
  }

  private static long look(LiveZones live, LatLon[] places, AtomicBoolean done) {
    long looked = 0;
    while (!done.get()) {
      ZoneIndex now = live.now();
      int[] into = new int[now.most()];
      for (LatLon place : places) {
        looked += now.zonesAt(place.latDeg(), place.lonDeg(), into) >= 0 ? 1 : 0;
      }
    }
    return looked;
  }
}
