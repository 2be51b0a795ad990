package nadhir.drills.friday;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;

/**
 * What the receiver of the port hears: invented ships (their names begin with DEMO), and from 16:25
 * to 16:44 the beacon of somebody who fell overboard off the container terminal.
 */
final class Sea {
  static final String BEACON = "972990001";
  static final LatLon FELL_AT = new LatLon(29.4700, 34.9690);
  static final LocalTime FIRST = LocalTime.of(16, 25);
  static final LocalTime LAST = LocalTime.of(16, 44);

  private static final double DRIFT_DEG = 190;
  private static final double DRIFT_KN = 0.4;
  private static final double MPS_PER_KN = 1852.0 / 3600;
  private static final int UNDER_WAY = 0;
  private static final int MOORED = 5;
  private static final int ACTIVE = 14;

  private Sea() {}

  /** A ship at 15:00; {@code type} is its AIS ship type. */
  private record Ship(
      String mmsi,
      String name,
      String callSign,
      int type,
      int status,
      LatLon at,
      double courseDeg,
      double speedKn) {
    LatLon place(LocalTime time) {
      double seconds = Duration.between(LocalTime.of(15, 0), time).toSeconds();
      return Sphere.towards(at, courseDeg, speedKn * MPS_PER_KN * seconds);
    }
  }

  private static final List<Ship> SHIPS =
      List.of(
          ship(1, "DEMO BOX", 71, MOORED, 29.4752, 34.9742, 0, 0),
          ship(2, "DEMO FERRY", 60, MOORED, 29.4662, 34.9728, 0, 0),
          ship(3, "DEMO TUG 1", 52, MOORED, 29.4760, 34.9735, 0, 0),
          ship(4, "DEMO PILOT", 50, UNDER_WAY, 29.4560, 34.9580, 20, 0.6),
          ship(5, "DEMO DIVER", 37, UNDER_WAY, 29.4530, 34.9675, 350, 0.3),
          ship(6, "DEMO BULKER", 70, UNDER_WAY, 29.4300, 34.9450, 15, 1.6),
          ship(7, "DEMO TANKER", 80, MOORED, 29.3770, 34.9605, 0, 0),
          ship(8, "DEMO YACHT", 36, UNDER_WAY, 29.5330, 34.9880, 200, 0.5));

  private static Ship ship(
      int number,
      String name,
      int type,
      int status,
      double latDeg,
      double lonDeg,
      double courseDeg,
      double speedKn) {
    return new Ship(
        "43800000" + number,
        name,
        "JYD" + number,
        type,
        status,
        new LatLon(latDeg, lonDeg),
        courseDeg,
        speedKn);
  }

  /** NMEA lines by the time of their receipt. */
  static SortedMap<LocalTime, List<String>> lines() {
    var lines = new TreeMap<LocalTime, List<String>>();
    for (var at = LocalTime.of(15, 0); !at.isAfter(LocalTime.of(17, 30)); at = at.plusMinutes(5)) {
      lines.computeIfAbsent(at, _ -> new ArrayList<>()).addAll(traffic(at));
    }
    for (var at = FIRST; !at.isAfter(LAST); at = at.plusMinutes(1)) {
      lines.computeIfAbsent(at, _ -> new ArrayList<>()).addAll(burst(at));
    }
    return lines;
  }

  /** Every ship's position, and on the hour and half hour its name. */
  private static List<String> traffic(LocalTime at) {
    var lines = new ArrayList<String>();
    for (Ship ship : SHIPS) {
      if (at.getMinute() % 30 == 0) {
        lines.addAll(
            AisWriter.ship(ship.mmsi(), ship.name(), ship.callSign(), ship.type(), "JO AQJ"));
      }
      lines.addAll(
          AisWriter.position(
              ship.mmsi(), ship.status(), ship.place(at), ship.courseDeg(), ship.speedKn(), 0));
    }
    return lines;
  }

  static LatLon beaconAt(LocalTime at) {
    double seconds = Duration.between(FIRST, at).toSeconds();
    return Sphere.towards(FELL_AT, DRIFT_DEG, DRIFT_KN * MPS_PER_KN * seconds);
  }

  /** Eight messages within a minute: seven positions and one text. */
  private static List<String> burst(LocalTime at) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      lines.addAll(AisWriter.position(BEACON, ACTIVE, beaconAt(at), DRIFT_DEG, DRIFT_KN, 2 * i));
    }
    lines.addAll(4, AisWriter.safetyText(BEACON, "MOB ACTIVE"));
    return lines;
  }
}
