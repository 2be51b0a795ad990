package nadhir.core.sim;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.ZoneId;
import nadhir.core.track.Places;

/** Places that are circles; for tests of what moves among places. */
public record RoundPlaces(List<Round> rounds) implements Places {
  /** One place. */
  public record Round(ZoneId id, LatLon centre, double radiusM) {}

  public RoundPlaces {
    rounds = rounds.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
  }

  public static RoundPlaces none() {
    return new RoundPlaces(List.of());
  }

  public RoundPlaces and(String id, double latDeg, double lonDeg, double radiusM) {
    var all = new ArrayList<>(rounds);
    all.add(new Round(new ZoneId(id), new LatLon(latDeg, lonDeg), radiusM));
    return new RoundPlaces(all);
  }

  @Override
  public Around around(LatLon position) {
    var inside = new ArrayList<ZoneId>();
    var notLeft = new ArrayList<ZoneId>();
    boolean guarded = false;
    double sameWithinM = Double.POSITIVE_INFINITY;
    for (Round round : rounds) {
      double outsideM = Sphere.distanceM(position, round.centre()) - round.radiusM();
      if (outsideM <= 0) {
        inside.add(round.id());
      }
      if (outsideM <= MARGIN_M) {
        notLeft.add(round.id());
      }
      guarded |= outsideM <= GUARD_M;
      for (double lineM : new double[] {0, MARGIN_M, GUARD_M}) {
        sameWithinM = Math.min(sameWithinM, Math.abs(outsideM - lineM));
      }
    }
    return new Around(inside, notLeft, guarded, sameWithinM);
  }
}
