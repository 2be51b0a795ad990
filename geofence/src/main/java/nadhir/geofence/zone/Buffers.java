package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas around places and lines, in metres on the WGS 84 ellipsoid: drawn in the azimuthal
 * equidistant projection around the middle, whose error grows with the square of the distance from
 * it and is 1 in 100,000 at 50 km. Round corners have {@value #CORNERS} places a full turn, on the
 * circle or inside it by less than 0.1 % of the radius.
 */
final class Buffers {
  private static final int CORNERS = 96;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Geodesic earth = Geodesic.WGS84;
  private final LatLon middle;

  private Buffers(LatLon middle) {
    this.middle = middle;
  }

  /**
   * All that lies at most {@code radiusM} from one of {@code lines}; a line of one place is that
   * place.
   */
  static Area around(List<List<LatLon>> lines, double radiusM) {
    var bounds = new Envelope();
    lines.forEach(line -> line.forEach(p -> bounds.expandToInclude(p.lonDeg(), p.latDeg())));
    var buffers = new Buffers(Shapes.place(bounds.centre()));
    Geometry drawn =
        FACTORY
            .buildGeometry(lines.stream().map(buffers::flat).toList())
            .buffer(radiusM, CORNERS / 4);
    List<Area.Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < drawn.getNumGeometries(); i++) {
      polygons.add(buffers.round((Polygon) drawn.getGeometryN(i)));
    }
    return new Area(polygons, List.of());
  }

  private Geometry flat(List<LatLon> line) {
    Coordinate[] places = line.stream().map(this::flat).toArray(Coordinate[]::new);
    return places.length == 1 ? FACTORY.createPoint(places[0]) : FACTORY.createLineString(places);
  }

  private Coordinate flat(LatLon place) {
    GeodesicData way =
        earth.Inverse(middle.latDeg(), middle.lonDeg(), place.latDeg(), place.lonDeg());
    double azimuth = StrictMath.toRadians(way.azi1);
    return new Coordinate(way.s12 * StrictMath.sin(azimuth), way.s12 * StrictMath.cos(azimuth));
  }

  private Area.Polygon round(Polygon polygon) {
    List<List<LatLon>> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(round(polygon.getInteriorRingN(i).getCoordinates()));
    }
    return new Area.Polygon(round(polygon.getExteriorRing().getCoordinates()), holes);
  }

  private List<LatLon> round(Coordinate[] ring) {
    List<LatLon> places = new ArrayList<>();
    for (int i = 0; i < ring.length - 1; i++) {
      double azimuth = StrictMath.toDegrees(StrictMath.atan2(ring[i].x, ring[i].y));
      double distanceM = StrictMath.sqrt(ring[i].x * ring[i].x + ring[i].y * ring[i].y);
      GeodesicData end = earth.Direct(middle.latDeg(), middle.lonDeg(), azimuth, distanceM);
      places.add(new LatLon(rounded(end.lat2), rounded(end.lon2)));
    }
    places.add(places.getFirst());
    return places;
  }

  /** To 1e-8 degrees, a millimetre: no library's last bit reaches what is stored. */
  private static double rounded(double degrees) {
    return StrictMath.rint(degrees * 1e8) / 1e8;
  }
}
