package nadhir.core.track;

/**
 * What kind of craft speaks, by its MMSI and ship type (ITU-R M.1371-5, table 53).
 *
 * <p>{@code mostMps} is far above what such a craft can do: a speed beyond it is an error of
 * somebody's. The fastest container ships made 33 kn (17 m/s), the fastest liner 38 kn (20 m/s),
 * the fastest ferry 58 kn (30 m/s); rescue aeroplanes about 300 kn (150 m/s).
 */
enum Craft {
  BEACON(15),
  /** Ashore, or a buoy. */
  STATION(5),
  AIRCRAFT(160),
  WING_IN_GROUND(110),
  FISHING(20),
  /** Tugs, pilots, tenders, police, rescue: they go alongside others by trade. */
  SERVICE(35),
  /** Sailing boats and motor boats. */
  PLEASURE(50),
  HIGH_SPEED(35),
  PASSENGER(35),
  CARGO(20),
  TANKER(17),
  /** Warships, and all that do not say. */
  OTHER(40);

  final double mostMps;

  Craft(double mostMps) {
    this.mostMps = mostMps;
  }

  /**
   * @param shipType as in types 5 and 24, 0 where it is not known
   */
  static Craft of(int mmsi, int shipType) {
    if (Mmsi.isBeacon(mmsi)) {
      return BEACON;
    }
    if (Mmsi.isAircraft(mmsi)) {
      return AIRCRAFT;
    }
    if (Mmsi.isFixed(mmsi)) {
      return STATION;
    }
    return switch (shipType / 10) {
      case 2 -> WING_IN_GROUND;
      case 3 -> special(shipType);
      case 4 -> HIGH_SPEED;
      case 5 -> SERVICE;
      case 6 -> PASSENGER;
      case 7 -> CARGO;
      case 8 -> TANKER;
      default -> OTHER;
    };
  }

  private static Craft special(int shipType) {
    return switch (shipType) {
      case 30 -> FISHING;
      case 31, 32, 33, 34 -> SERVICE; // towing, dredging, diving
      case 36, 37 -> PLEASURE;
      default -> OTHER;
    };
  }

  /** Ships that carry much and stop slowly, and those of which nothing is known. */
  boolean isHeavy() {
    return this == CARGO || this == TANKER || this == PASSENGER || this == OTHER;
  }

  /** Floats and is steered, so that it can run into another. */
  boolean isVessel() {
    return this != BEACON && this != STATION && this != AIRCRAFT && this != WING_IN_GROUND;
  }
}
