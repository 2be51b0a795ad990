package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nadhir.core.feed.FeedConfig;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.FeedId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;

/**
 * Which of several networks' solutions of one earthquake is believed, and why: what a seismologist
 * has looked at before what a machine found; near the site the network that the site names first in
 * its feeds, because its stations are there; then what more networks stand behind; then what was
 * revised last.
 */
final class Preference {
  /** The order of the site's feeds counts for quakes this near to it. */
  static final double HOME_M = 500_000;

  static final String ONLY_ONE = "only-one";
  static final String REVIEWED = "reviewed";

  /** None is reviewed, and a network is surer of its own. */
  static final String SURER = "surer";

  private record Ground(String key, Comparator<HazardReport> order) {}

  private final LatLon centre;
  private final Map<FeedId, Integer> ranks = new HashMap<>();
  private final List<Ground> grounds;
  private final Comparator<HazardReport> all;

  Preference(LatLon centre, List<FeedConfig> feeds) {
    this.centre = centre;
    feeds.forEach(f -> ranks.putIfAbsent(f.id(), ranks.size()));
    this.grounds =
        List.of(
            new Ground(REVIEWED, Comparator.comparingInt(r -> r.certainty().ordinal())),
            new Ground("home-network", Comparator.comparingInt(this::homeRank)),
            new Ground(
                "more-networks",
                Comparator.comparing(r -> r.alsoKnownAs().size(), Comparator.reverseOrder())),
            new Ground(
                "more-recent",
                Comparator.comparing(HazardReport::updatedAt, Comparator.reverseOrder())),
            new Ground("alike", Comparator.comparing(HazardReport::id)));
    this.all = grounds.stream().map(Ground::order).reduce(Comparator::thenComparing).orElseThrow();
  }

  private int homeRank(HazardReport report) {
    boolean near = report.place().filter(p -> Sphere.distanceM(p, centre) <= HOME_M).isPresent();
    return near ? ranks.getOrDefault(report.feed(), Integer.MAX_VALUE) : Integer.MAX_VALUE;
  }

  /** The believed one first, those that were taken back last. */
  List<HazardReport> ordered(List<HazardReport> solutions) {
    List<HazardReport> ordered = new ArrayList<>(solutions);
    ordered.sort(
        Comparator.<HazardReport>comparingInt(r -> r.status() == Status.ACTUAL ? 0 : 1)
            .thenComparing(all));
    return ordered;
  }

  /** Why the first of {@code ordered} is believed and not the second. */
  String why(List<HazardReport> ordered) {
    if (ordered.size() < 2 || ordered.get(1).status() != Status.ACTUAL) {
      return ONLY_ONE;
    }
    HazardReport first = ordered.getFirst();
    String key =
        grounds.stream()
            .filter(g -> g.order().compare(first, ordered.get(1)) != 0)
            .findFirst()
            .orElseThrow()
            .key();
    return key.equals(REVIEWED) && first.certainty() != Certainty.OBSERVED ? SURER : key;
  }
}
