package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Zone;
import nadhir.core.track.FixedPoint;

/**
 * What ships must keep off, as a zone's tag {@code keep_off}: latitude, longitude and metres,
 * several behind each other with semicolons. {@code "29.475 34.976 300; 29.469 34.974 300"}
 */
public final class KeepOff {
  static final String TAG = "keep_off";

  private KeepOff() {}

  /** The points of all zones, named after them. Zones are as {@link ZoneFile} has checked them. */
  public static List<FixedPoint> of(List<Zone> zones) {
    List<FixedPoint> all = new ArrayList<>();
    for (Zone zone : zones) {
      String text = zone.tags().getOrDefault(TAG, "");
      if (!text.isEmpty()) {
        all.addAll(read(zone.id().value(), text).orElseThrow());
      }
    }
    return all;
  }

  /** Empty when the text is not as it must be. */
  static Optional<List<FixedPoint>> read(String name, String text) {
    List<FixedPoint> points = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String[] numbers = part.strip().split("\\s+");
      try {
        if (numbers.length != 3) {
          return Optional.empty();
        }
        points.add(
            new FixedPoint(
                points.isEmpty() ? name : name + "-" + (points.size() + 1),
                new LatLon(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])),
                Double.parseDouble(numbers[2])));
      } catch (IllegalArgumentException e) {
        return Optional.empty(); // no number, or one that is out of bounds
      }
    }
    return Optional.of(points);
  }
}
