package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.sim.OneTracker;
import nadhir.core.site.Zone;
import nadhir.core.track.Places;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitTrack;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Units driving through Aqaba, against JTS for who is covered and a margin for who has left. */
class UnitWalkTest {
  private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
  private static final LatLon MIDDLE = new LatLon(29.53, 35.005);

  private final List<Zone> all = AqabaPack.realZones();

  /** What is said is what the plain rule says: in when covered, out when beyond the margin. */
  @Test
  void unitsAreInTheZonesThatCoverThemUntilTheyAreBeyondTheMargin() {
    long seed = 61;
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var tracker = new OneTracker(_ -> true);
    var at = new LatLon[20];
    java.util.Arrays.fill(at, MIDDLE);
    var in = new TreeMap<UnitId, TreeSet<ZoneId>>();
    List<Zone> zones = all;
    var places = new ZonePlaces(zones);
    int doubtful = 0;
    int changes = 0;
    for (int step = 0; step < 12_000; step++) {
      int i = random.nextInt(at.length);
      var unit = new UnitId("u-" + i);
      at[i] = driven(random, at[i]);
      if (step % 500 == 499) {
        zones = some(random);
        places = new ZonePlaces(zones);
        changes++;
        tracker.sweep(places, AT.plusSeconds((step - 1) * 10L));
        for (UnitId each : in.keySet()) {
          in.put(each, now(zones, at[number(each)], in.get(each)));
        }
      }
      Instant when = AT.plusSeconds(step * 10L);
      while (isOnALine(zones, at[i])) {
        doubtful++; // distances are good to 1 %: the oracle does not know either
        at[i] = driven(random, at[i]);
      }
      var fix = new UnitFix(unit, at[i], when, 5, OptionalDouble.empty(), OptionalDouble.empty());
      tracker.hear(fix, places, when);
      in.put(unit, now(zones, at[i], in.getOrDefault(unit, new TreeSet<>())));
      String where = "seed " + seed + " step " + step + " " + at[i];
      for (UnitTrack track : tracker.tracks(when)) {
        assertEquals(in.get(track.unit()), new TreeSet<>(track.zones()), where + track.unit());
        assertEquals(List.copyOf(in.get(track.unit())), track.told().zones(), where);
      }
    }
    assertTrue(changes > 20 && doubtful < 1_000, changes + " " + doubtful);
  }

  private static int number(UnitId unit) {
    return Integer.parseInt(unit.value().substring(2));
  }

  private static LatLon driven(RandomGenerator random, LatLon from) {
    LatLon to = Sphere.towards(from, random.nextDouble(360), random.nextDouble(400));
    return Sphere.distanceM(to, MIDDLE) < 6_000 ? to : from;
  }

  private List<Zone> some(RandomGenerator random) {
    List<Zone> some = new ArrayList<>();
    all.stream().filter(_ -> random.nextInt(4) > 0).forEach(some::add);
    return some;
  }

  private TreeSet<ZoneId> now(List<Zone> zones, LatLon at, TreeSet<ZoneId> before) {
    var in = new TreeSet<ZoneId>();
    for (Zone zone : zones) {
      boolean covered = geometry(zone).covers(Shapes.point(at));
      boolean stays = before.contains(zone.id()) && outsideM(zone, at) <= Places.MARGIN_M;
      if (covered || stays) {
        in.add(zone.id());
      }
    }
    return in;
  }

  private final TreeMap<ZoneId, Geometry> shapes = new TreeMap<>();
  private final TreeMap<ZoneId, Borders> borders = new TreeMap<>();

  private Geometry geometry(Zone zone) {
    return shapes.computeIfAbsent(zone.id(), _ -> Shapes.polygons(zone.area()));
  }

  private double outsideM(Zone zone, LatLon at) {
    return geometry(zone).covers(Shapes.point(at))
        ? 0
        : borders.computeIfAbsent(zone.id(), _ -> new Borders(zone.area())).distanceM(at);
  }

  private boolean isOnALine(List<Zone> zones, LatLon at) {
    return zones.stream()
        .filter(zone -> Shapes.bounds(zone.area()).distance(Shapes.around(at, 60)) == 0)
        .anyMatch(
            zone -> StrictMath.abs(outsideM(zone, at) - Places.MARGIN_M) < 0.02 * Places.MARGIN_M);
  }
}
