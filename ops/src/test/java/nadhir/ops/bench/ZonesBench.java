package nadhir.ops.bench;

import com.google.common.geometry.S2Point;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.StarZones;
import nadhir.core.site.Zone;
import nadhir.geofence.zone.ZoneIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Stars of 8 to 64 places and 200 m to 20 km, clustered in 200 × 200 km ({@link StarZones}), and a
 * million random places there. Each way collects the numbers of the zones that hold a place. All
 * but S2, whose edges are arcs, answer the same.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ZonesBench {
  private static final int PLACES = 1_000_000;

  /** In one call; the slowest way takes a tenth of a second for these. */
  private static final int TURN = 500;

  private static final int MOST_FOUND = 100_000;

  @Param({"1000", "10000", "100000"})
  public int zones;

  private List<Zone> all;
  private final double[] latDeg = new double[PLACES];
  private final double[] lonDeg = new double[PLACES];
  private final int[] into = new int[MOST_FOUND];
  private int next;

  @Setup
  public void make() {
    var stars = new StarZones(RandomGeneratorFactory.of("L64X128MixRandom").create(1));
    all = stars.zones(zones);
    for (int i = 0; i < PLACES; i++) {
      LatLon place = stars.place();
      latDeg[i] = place.latDeg();
      lonDeg[i] = place.lonDeg();
    }
  }

  /** The first of the places that it is the turn of. */
  private int turn() {
    next = next + 2 * TURN > PLACES ? 0 : next + TURN;
    return next;
  }

  @State(Scope.Thread)
  public static class Ours {
    private ZoneIndex index;

    @Setup
    public void make(ZonesBench bench) {
      index = ZoneIndex.over(bench.all);
      bench.all = List.of();
    }
  }

  @Benchmark
  public void nadhir(Ours ours, Counted counted, Blackhole sink) {
    int first = turn();
    for (int i = first; i < first + TURN; i++) {
      sink.consume(ours.index.zonesAt(latDeg[i], lonDeg[i], into));
    }
    counted.add(TURN, 0);
  }

  /** A million at once, the sorting included. */
  @Benchmark
  public void nadhirTogether(Ours ours, Counted counted, Blackhole sink) {
    ours.index.zonesAt(latDeg, lonDeg, (_, numbers, count) -> sink.consume(numbers[count - 1]));
    counted.add(PLACES, 0);
  }

  @State(Scope.Thread)
  public static class Jts {
    private JtsZones index;

    @Setup
    public void make(ZonesBench bench) {
      index = new JtsZones(bench.all);
      bench.all = List.of();
    }
  }

  @Benchmark
  @Peer
  public void jts(Jts jts, Counted counted, Blackhole sink) {
    int first = turn();
    for (int i = first; i < first + TURN; i++) {
      sink.consume(jts.index.zonesAt(latDeg[i], lonDeg[i], into));
    }
    counted.add(TURN, 0);
  }

  @State(Scope.Thread)
  public static class Tree {
    private PackedTree index;

    @Setup
    public void make(ZonesBench bench) {
      index = new PackedTree(bench.all);
      bench.all = List.of();
    }
  }

  @Benchmark
  @Peer
  public void treeAndCrossings(Tree tree, Counted counted, Blackhole sink) {
    int first = turn();
    for (int i = first; i < first + TURN; i++) {
      sink.consume(tree.index.zonesAt(latDeg[i], lonDeg[i], into));
    }
    counted.add(TURN, 0);
  }

  @State(Scope.Thread)
  public static class S2 {
    private S2Zones index;
    private S2Point[] points;

    @Setup
    public void make(ZonesBench bench) {
      index = new S2Zones(bench.all);
      points = S2Zones.points(bench.latDeg, bench.lonDeg);
      bench.all = List.of();
    }
  }

  /** The places are points on the sphere already. */
  @Benchmark
  @Peer
  public void s2(S2 s2, Counted counted, Blackhole sink) {
    int first = turn();
    for (int i = first; i < first + TURN; i++) {
      sink.consume(s2.index.zonesAt(s2.points[i]));
    }
    counted.add(TURN, 0);
  }

  @State(Scope.Thread)
  public static class H3 {
    private H3Zones index;

    @Setup
    public void make(ZonesBench bench) throws IOException {
      index = new H3Zones(bench.all);
      bench.all = List.of();
    }
  }

  @Benchmark
  @Peer
  public void h3(H3 h3, Counted counted, Blackhole sink) {
    int first = turn();
    for (int i = first; i < first + TURN; i++) {
      sink.consume(h3.index.zonesAt(latDeg[i], lonDeg[i], into));
    }
    counted.add(TURN, 0);
  }
}
