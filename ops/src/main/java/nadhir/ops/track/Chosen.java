package nadhir.ops.track;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nadhir.core.geo.Box;
import nadhir.core.track.Vessel;
import nadhir.ops.http.ShipsSeen.Ask;
import nadhir.ops.http.ShipsSeen.Page;
import nadhir.ops.http.ShipsSeen.Track;
import nadhir.ops.site.ShipLookouts;

/** Chooses what fits a question, and what of it stays when that is too much. */
final class Chosen {
  private static final int IN_DISTRESS = 14;

  private Chosen() {}

  static Page of(ShipLookouts lookouts, Ask ask) {
    Instant from = ask.at().minus(ask.age());
    List<Track> fitting =
        lookouts.since(from).stream()
            .filter(s -> ask.within().map(box -> has(box, s.vessel())).orElse(true))
            .map(Chosen::track)
            .toList();
    List<Track> shown =
        fitting.stream()
            .sorted(
                Comparator.comparing(Track::distress)
                    .thenComparing(Track::heardAt)
                    .reversed()
                    .thenComparing(Track::mmsi))
            .limit(ask.limit())
            .sorted(Comparator.comparing(Track::mmsi))
            .toList();
    return new Page(ask.at(), fitting.size(), shown);
  }

  private static boolean has(Box box, Vessel vessel) {
    double latDeg = vessel.place().latDeg();
    double lonDeg = vessel.place().lonDeg();
    return latDeg >= box.southDeg()
        && latDeg <= box.northDeg()
        && lonDeg >= box.westDeg()
        && lonDeg <= box.eastDeg();
  }

  private static Track track(ShipLookouts.Seen seen) {
    Vessel v = seen.vessel();
    return new Track(
        v.mmsi(),
        seen.feed(),
        v.kind(),
        v.name(),
        v.place(),
        v.courseDeg(),
        v.speedMps(),
        v.headingDeg(),
        v.navStatus(),
        v.shipType(),
        v.heardAt(),
        v.doubt(),
        v.navStatus().orElse(0) == IN_DISTRESS);
  }
}
