package nadhir.geofence.zone.grid;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;

/** An area, packed for the exact answer whether it holds a place. Immutable. */
public final class Shape {
  private final List<Rings> polygons;
  private final List<Disc> discs;
  private final Bounds bounds;

  public Shape(Area area) {
    polygons = area.polygons().stream().map(Rings::new).toList();
    discs = area.circles().stream().map(Disc::new).toList();
    List<Bounds> parts = new ArrayList<>();
    polygons.forEach(p -> parts.add(p.bounds()));
    discs.forEach(d -> parts.add(d.bounds()));
    bounds = Bounds.of(parts).orElseThrow();
  }

  /** Inside or on the border: as JTS's {@code covers} for polygons, as Geodesy for circles. */
  public boolean covers(double latDeg, double lonDeg) {
    for (Rings polygon : polygons) {
      if (polygon.covers(latDeg, lonDeg)) {
        return true;
      }
    }
    for (Disc disc : discs) {
      if (disc.covers(latDeg, lonDeg)) {
        return true;
      }
    }
    return false;
  }

  /** False only when every place of it is surely farther away than {@code radiusM}. */
  public boolean mayBeWithin(double radiusM, LatLon from) {
    Bounds near = Disc.around(from, radiusM);
    for (int turnDeg = -360; turnDeg <= 360; turnDeg += 360) {
      double west = near.westDeg() + turnDeg;
      double east = near.eastDeg() + turnDeg;
      if (bounds.meets(new Bounds(near.southDeg(), west, near.northDeg(), east))) {
        return true;
      }
    }
    return false;
  }

  Bounds bounds() {
    return bounds;
  }

  List<Rings> polygons() {
    return polygons;
  }

  List<Disc> discs() {
    return discs;
  }
}
