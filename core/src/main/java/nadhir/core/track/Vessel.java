package nadhir.core.track;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.LatLon;

/**
 * Last known position of a ship, or of what else speaks as ships do.
 *
 * @param navStatus 0 to 15 as in ITU-R M.1371, table 45
 * @param shipType as in its table 53
 * @param heardAt lane time of that position
 * @param doubt why the position may be wrong
 */
public record Vessel(
    String mmsi,
    Kind kind,
    Optional<String> name,
    LatLon place,
    OptionalDouble courseDeg,
    OptionalDouble speedMps,
    OptionalInt headingDeg,
    OptionalInt navStatus,
    OptionalInt shipType,
    Instant heardAt,
    Doubt doubt) {
  /** What speaks there, by its MMSI (ITU-R M.585) and by the type of its message. */
  public enum Kind {
    /** A ship with the equipment that SOLAS demands, or one of which nothing else is known. */
    CLASS_A,
    /** A yacht, a fishing boat: types 18 and 19. */
    CLASS_B,
    /** A buoy or light. */
    AID,
    /** An aircraft in search and rescue. */
    AIRCRAFT,
    /** A transmitter of somebody in distress, in use or in test. */
    BEACON,
    /** Ashore. */
    STATION;

    static Kind of(int mmsi, int messageType) {
      if (Mmsi.isBeacon(mmsi)) {
        return BEACON;
      }
      if (Mmsi.isAircraft(mmsi)) {
        return AIRCRAFT;
      }
      if (Mmsi.isFixed(mmsi)) {
        return Mmsi.isAid(mmsi) ? AID : STATION;
      }
      return messageType == 18 || messageType == 19 ? CLASS_B : CLASS_A;
    }
  }
}
