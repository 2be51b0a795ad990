package nadhir.core.track;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.sim.RoundPlaces;

/**
 * How many messages a second one thread takes in, with 20,000 ships that speak 5,000 times a second
 * of lane time, in a sea of 2° (some 200 km) and crowded into one of 0.5°. Run by hand; prints, and
 * asserts nothing. Counted is the time that the thread had a processor.
 */
public final class TrackBenchmark {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final int PER_SECOND = 5_000;
  private static final int MESSAGES = 1_000_000;
  private static final int ROUNDS = 5;

  private TrackBenchmark() {}

  public static void main(String[] args) {
    for (double sideDeg : new double[] {2, 0.5}) {
      for (int round = 1; round <= ROUNDS; round++) {
        run(sideDeg, round);
      }
    }
  }

  private static void run(double sideDeg, int round) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var fleet = new Fleet(TrackTable.MAX_TRACKS, new LatLon(27.5, 33.5), sideDeg, random);
    var messages = new AisMessage[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
      messages[i] = fleet.speak((double) i / PER_SECOND);
    }
    var places = RoundPlaces.none();
    for (int i = 0; i < 40; i++) {
      places =
          places.and(
              "p" + i, 27.5 + random.nextDouble(sideDeg), 33.5 + random.nextDouble(sideDeg), 1_000);
    }
    int[] passages = {0};
    var tracker =
        new ShipTracker(TrackSettings.of(new FeedId("ais")), places, (_, _) -> passages[0]++);
    int reports = 0;
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < MESSAGES; i++) {
      reports += tracker.hear(messages[i], AT.plusMillis(i * 1_000L / PER_SECOND)).size();
    }
    var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    System.out.printf(
        Locale.ROOT,
        "%.1f deg, round %d: %,d messages in %d ms: %,.0f/s; %d reports, %d passages, %d untold%n",
        sideDeg,
        round,
        MESSAGES,
        took.toMillis(),
        MESSAGES * 1e9 / took.toNanos(),
        reports,
        passages[0],
        tracker.untold());
  }
}
