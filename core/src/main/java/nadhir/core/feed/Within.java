package nadhir.core.feed;

import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.yaml.YamlNode;

/**
 * The circle that a site listens for, where a source tells of the whole world: {@code within: {lat:
 * 29.5, lon: 35.0, radiusKm: 500}} among a feed's options. What lies outside is rejected as {@link
 * Reason#ELSEWHERE}.
 */
public record Within(LatLon centre, double radiusM) {
  private static final String KEY = "within";

  public Within {
    if (!(radiusM > 0 && radiusM <= Sphere.RADIUS_M * StrictMath.PI)) {
      throw new IllegalArgumentException("a radius is more than 0 and at most 20015 km");
    }
  }

  /** Reads it from a feed's options; empty where there is none, or where it has a mistake. */
  public static Optional<Within> read(YamlNode options) {
    return options.optionalNode(
        KEY,
        node -> {
          double latDeg = node.number("lat");
          double lonDeg = node.number("lon");
          double radiusKm = node.number("radiusKm");
          return node.make(() -> new Within(new LatLon(latDeg, lonDeg), radiusKm * 1000));
        });
  }

  public boolean contains(LatLon place) {
    return distanceM(place) <= radiusM;
  }

  /** From the centre. */
  public double distanceM(LatLon place) {
    return Sphere.distanceM(centre, place);
  }

  /** Refuses a place outside. */
  public void check(LatLon place) throws Refusal {
    if (!contains(place)) {
      throw new Refusal(
          Reason.ELSEWHERE,
          Math.round(distanceM(place) / 1000)
              + " km away, at most "
              + Math.round(radiusM / 1000)
              + " km are listened to");
    }
  }
}
