package nadhir.core.feed.ais;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.LatLon;

/**
 * A complete AIS message (ITU-R M.1371), as far as Nadhir uses it. What a ship marks as not
 * available is empty. {@code mmsi} always has nine digits.
 */
public sealed interface AisMessage {
  int messageType();

  String mmsi();

  /**
   * Where a ship, aircraft or beacon is: types 1, 2, 3, 9, 18, 19, 27.
   *
   * @param navStatus 0 to 15, only where the type has it; 14 is an active beacon, 15 one in test
   * @param name only in type 19
   */
  record Position(
      int messageType,
      String mmsi,
      Optional<LatLon> place,
      OptionalDouble courseDeg,
      OptionalDouble speedMps,
      OptionalInt headingDeg,
      OptionalInt navStatus,
      Optional<String> name)
      implements AisMessage {}

  /** A station ashore tells its place and time: types 4 and 11. */
  record Station(int messageType, String mmsi, Optional<LatLon> place, Optional<Instant> at)
      implements AisMessage {}

  /** Who a ship is: types 5 and 24 (each of whose two parts gives one half). */
  record Static(
      int messageType,
      String mmsi,
      Optional<String> name,
      Optional<String> callSign,
      OptionalInt shipType,
      Optional<String> destination)
      implements AisMessage {}

  /** A buoy or light: type 21. */
  record Aid(int messageType, String mmsi, String name, Optional<LatLon> place, boolean offPosition)
      implements AisMessage {}

  /** Safety-related text, to one station (type 12) or to all (type 14). */
  record SafetyText(int messageType, String mmsi, Optional<String> to, String text)
      implements AisMessage {}

  /** Binary data, acknowledgements, requests, corrections: complete, but not looked into. */
  record Other(int messageType, String mmsi) implements AisMessage {}
}
