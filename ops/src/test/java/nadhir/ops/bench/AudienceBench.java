package nadhir.ops.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nadhir.alerting.audience.grid.Inside;
import nadhir.alerting.audience.grid.LivePeople;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
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
 * The people and the outline of {@link AudienceWork}. Each way is given the outline as places, and
 * collects the numbers of those inside; that it finds as many as JTS says is checked before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class AudienceBench {
  @Param({"250000", "5000000"})
  public int people;

  @State(Scope.Thread)
  public static class Ours {
    private LivePeople index;
    private List<LatLon> ring;

    @Setup
    public void make(AudienceBench bench) {
      var work = new AudienceWork(bench.people);
      ring = work.ring;
      index = new LivePeople(work.latDeg, work.lonDeg, Runnable::run);
      work.check(index.inside(work.area()).persons().length);
    }
  }

  @Benchmark
  public void nadhir(Ours ours, Counted counted, Blackhole sink) {
    sink.consume(ours.index.inside(Area.polygon(ours.ring)).persons());
    counted.add(1, 0);
  }

  /** Handed over as blocks, nothing copied. */
  @Benchmark
  public void nadhirBlocks(Ours ours, Counted counted, Blackhole sink) {
    Inside inside = ours.index.inside(Area.polygon(ours.ring));
    inside.blocks((persons, from, to) -> sink.consume(persons[to - 1]));
    counted.add(1, 0);
  }

  @State(Scope.Thread)
  public static class Jts {
    private JtsPeople index;
    private List<LatLon> ring;
    private int[] into;

    @Setup
    public void make(AudienceBench bench) {
      var work = new AudienceWork(bench.people);
      ring = work.ring;
      into = new int[bench.people];
      index = new JtsPeople(work);
      work.check(index.inside(ring, into));
    }
  }

  @Benchmark
  @Peer
  public void jts(Jts jts, Counted counted, Blackhole sink) {
    sink.consume(jts.index.inside(jts.ring, jts.into));
    counted.add(1, 0);
  }

  @State(Scope.Thread)
  public static class H3 {
    private H3People index;
    private List<LatLon> ring;
    private int[] into;

    @Setup
    public void make(AudienceBench bench) throws IOException {
      var work = new AudienceWork(bench.people);
      ring = work.ring;
      into = new int[bench.people];
      index = new H3People(work);
      work.check(index.inside(ring, into));
    }
  }

  @Benchmark
  @Peer
  public void h3(H3 h3, Counted counted, Blackhole sink) {
    sink.consume(h3.index.inside(h3.ring, h3.into));
    counted.add(1, 0);
  }

  @State(Scope.Thread)
  public static class S2 {
    private S2People index;
    private List<LatLon> ring;
    private int[] into;

    @Setup
    public void make(AudienceBench bench) {
      var work = new AudienceWork(bench.people);
      ring = work.ring;
      into = new int[bench.people];
      index = new S2People(work);
      work.check(index.inside(ring, into));
    }
  }

  @Benchmark
  @Peer
  public void s2(S2 s2, Counted counted, Blackhole sink) {
    sink.consume(s2.index.inside(s2.ring, s2.into));
    counted.add(1, 0);
  }
}
