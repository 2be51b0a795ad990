package nadhir.geofence.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.ZoneImpact;
import nadhir.geofence.impact.Window;

/** Whether people must hear of a difference: other zones, level, wording or arrival. */
final class News {
  /** A change of arrival by so much is news. */
  static final Duration ARRIVAL = Duration.ofMinutes(5);

  /** A window narrower by so much is news: it can be told more exactly. */
  static final Duration NARROWER = Duration.ofMinutes(1);

  private News() {}

  static boolean between(Assessment before, Assessment after) {
    return !before.level().equals(after.level())
        || !before.message().equals(after.message())
        || !zones(before).equals(zones(after))
        || ofArrival(before.zones(), after.zones(), after.at());
  }

  private static List<ZoneId> zones(Assessment assessment) {
    return assessment.zones().stream().map(ZoneImpact::zone).toList();
  }

  /**
   * Both lists name the same zones in the same order. What had to arrive before now is no news: a
   * wave that has passed a gauge leaves the older, wider window behind.
   */
  private static boolean ofArrival(List<ZoneImpact> before, List<ZoneImpact> after, Instant now) {
    for (int i = 0; i < before.size(); i++) {
      Optional<Window> was = Window.of(before.get(i));
      Optional<Window> is = Window.of(after.get(i));
      boolean ahead = is.isPresent() && !is.get().to().isBefore(now);
      if (ahead && (was.isEmpty() || differ(was.get(), is.get()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean differ(Window was, Window is) {
    return Duration.between(was.from(), is.from()).abs().compareTo(ARRIVAL) >= 0
        || Duration.between(was.to(), is.to()).abs().compareTo(ARRIVAL) >= 0
        || was.width().minus(is.width()).compareTo(NARROWER) >= 0;
  }
}
