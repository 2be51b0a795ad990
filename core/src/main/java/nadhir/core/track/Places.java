package nadhir.core.track;

import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;

/**
 * Which places cover a position. The implementation knows their shapes; whoever follows something
 * that moves knows only this. Immutable, can be used by many threads.
 */
public interface Places {
  /**
   * Who left a place is so far from it. Receivers scatter by 10 m or so and a ship's aerial swings
   * with her: nearer to the border than this, one has not left.
   */
  double MARGIN_M = 50;

  /** So near a place (2 nautical miles) trouble on a ship is trouble for it, too. */
  double GUARD_M = 3_704;

  /** No places at all. */
  Places NONE = _ -> new Around(List.of(), List.of(), false, Double.POSITIVE_INFINITY);

  Around around(LatLon position);

  /**
   * What is around a position.
   *
   * @param inside the places that cover it, by id
   * @param notLeft those and the ones that are nearer than {@link #MARGIN_M}, by id
   * @param guarded whether one is nearer than {@link #GUARD_M}
   * @param sameWithinM nothing of this changes within this distance; 0 where that is not known
   */
  record Around(List<ZoneId> inside, List<ZoneId> notLeft, boolean guarded, double sameWithinM) {
    public Around {
      inside = List.copyOf(inside);
      notLeft = List.copyOf(notLeft);
    }
  }
}
