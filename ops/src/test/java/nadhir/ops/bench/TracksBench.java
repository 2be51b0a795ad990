package nadhir.ops.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.sim.Fleet;
import nadhir.core.sim.RoundPlaces;
import nadhir.core.track.ShipTracker;
import nadhir.core.track.TrackListener;
import nadhir.core.track.TrackSettings;
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
 * What one thread of tracking takes in, full: doubtful positions, troubles, places, and each ship
 * under way against all around it. A sea of 2° has 0.3 ships under way on a square kilometre, as
 * many as the busiest straits; one of 0.5° has five, more than any.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TracksBench {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final LatLon CORNER = new LatLon(27.5, 33.5);
  private static final int SHIPS = 20_000;
  private static final int PER_SECOND = 5_000;
  private static final int PLACES = 40;

  /** Ten messages of each ship, 40 seconds; then they begin again from where they were. */
  private static final int MESSAGES = 10 * SHIPS;

  private static final int TURN = 10_000;

  @Param({"2", "0.5"})
  public double seaDeg;

  private final AisMessage[] messages = new AisMessage[MESSAGES];
  private ShipTracker tracker;
  private long spoken;

  @Setup
  public void setSail() {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var fleet = new Fleet(SHIPS, CORNER, seaDeg, random);
    for (int i = 0; i < MESSAGES; i++) {
      messages[i] = fleet.speak((double) i / PER_SECOND);
    }
    var places = RoundPlaces.none();
    for (int i = 0; i < PLACES; i++) {
      places =
          places.and(
              "p" + i,
              CORNER.latDeg() + random.nextDouble(seaDeg),
              CORNER.lonDeg() + random.nextDouble(seaDeg),
              1_000);
    }
    tracker = new ShipTracker(TrackSettings.of(new FeedId("bench")), places, TrackListener.NOBODY);
  }

  @Benchmark
  public void nadhir(Counted counted, Blackhole sink) {
    for (int i = 0; i < TURN; i++) {
      Instant at = AT.plusMillis(spoken * 1_000 / PER_SECOND);
      sink.consume(tracker.hear(messages[(int) (spoken % MESSAGES)], at));
      spoken++;
    }
    counted.add(TURN, 0);
  }
}
