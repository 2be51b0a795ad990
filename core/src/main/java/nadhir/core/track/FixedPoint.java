package nadhir.core.track;

import nadhir.core.geo.LatLon;

/**
 * Something that does not give way: a terminal, a reef.
 *
 * @param id what the site calls it
 * @param keepOffM a ship that would come nearer than this at speed is on a collision course
 */
public record FixedPoint(String id, LatLon place, double keepOffM) {
  public FixedPoint {
    if (id.isEmpty() || !(keepOffM > 0 && keepOffM <= 10_000)) {
      throw new IllegalArgumentException(
          "a fixed point needs a name and 0 to 10,000 m, not " + keepOffM);
    }
  }
}
