package nadhir.ops.track;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.Box;
import nadhir.core.track.Passage;
import nadhir.core.track.Vessel;
import nadhir.ops.http.ShipsSeen;
import nadhir.ops.http.ShipsSeen.Ask;
import nadhir.ops.http.ShipsSeen.Page;
import nadhir.ops.http.ShipsSeen.Passages;
import nadhir.ops.http.ShipsSeen.PassagesAsk;
import nadhir.ops.http.ShipsSeen.ShipPassage;
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

  static Passages of(ShipLookouts lookouts, PassagesAsk ask) {
    List<ShipPassage> passages =
        lookouts.passed().stream()
            .filter(p -> ask.zone().map(p.passage().place()::equals).orElse(true))
            .map(Chosen::passage)
            .toList();
    return new Passages(ask.at(), lookouts.losses().passages(), passages.reversed());
  }

  private static ShipPassage passage(ShipLookouts.Passed passed) {
    Passage p = passed.passage();
    return new ShipPassage(
        passed.mmsi(),
        passed.feed(),
        passed.name(),
        p.place(),
        switch (p) {
          case Passage.Entered _ -> ShipsSeen.What.ENTERED;
          case Passage.Dwelt _ -> ShipsSeen.What.DWELT;
          case Passage.Left _ -> ShipsSeen.What.LEFT;
        },
        p.at(),
        switch (p) {
          case Passage.Entered _ -> Optional.empty();
          case Passage.Dwelt(_, _, var stayed) -> Optional.of(stayed);
          case Passage.Left(_, _, var stayed, _) -> Optional.of(stayed);
        },
        p instanceof Passage.Entered(_, _, var already) && already,
        p instanceof Passage.Left(_, _, _, var unheard) && unheard);
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
        v.navStatus().orElse(0) == IN_DISTRESS,
        seen.zones());
  }
}
