package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;

/** Zones of a few hundred metres within 200 km around Aqaba, with texts that look like numbers. */
final class RandomZones {
  static final LatLon AQABA = new LatLon(29.53, 35.0);
  static final double SIDE_KM = 200;

  private static final List<String> KINDS = List.of("port", "Port", "shore", "1", "1.0", "a.b");

  private RandomZones() {}

  static List<Zone> of(int count, RandomGenerator random) {
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      zones.add(zone(i, random));
    }
    return zones;
  }

  static LatLon place(RandomGenerator random) {
    double eastKm = (random.nextDouble() - 0.5) * SIDE_KM;
    double northKm = (random.nextDouble() - 0.5) * SIDE_KM;
    double distanceM = 1_000 * StrictMath.hypot(eastKm, northKm);
    return Sphere.towards(
        AQABA, StrictMath.toDegrees(StrictMath.atan2(eastKm, northKm)), distanceM);
  }

  private static Zone zone(int index, RandomGenerator random) {
    LatLon centre = place(random);
    var tags = new TreeMap<String, String>();
    tags.put("part", KINDS.get(random.nextInt(KINDS.size())));
    if (random.nextBoolean()) {
      tags.put("wadi", random.nextBoolean() ? "yutum" : "");
    }
    return new Zone(
        new ZoneId("z" + index),
        Words.arEn("م", "zone " + index),
        KINDS.get(random.nextInt(KINDS.size())),
        tags,
        square(centre, 0.002 + random.nextDouble() * 0.01),
        centre,
        random.nextInt(5) * 500,
        random.nextInt(100),
        List.of(),
        random.nextBoolean() ? OptionalDouble.of(0.5) : OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "random");
  }

  private static Area square(LatLon centre, double halfDeg) {
    double lat = centre.latDeg();
    double lon = centre.lonDeg();
    var corner = new LatLon(lat - halfDeg, lon - halfDeg);
    return Area.polygon(
        List.of(
            corner,
            new LatLon(lat - halfDeg, lon + halfDeg),
            new LatLon(lat + halfDeg, lon + halfDeg),
            new LatLon(lat + halfDeg, lon - halfDeg),
            corner));
  }
}
