package nadhir.core.track;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.LatLon;

/** A copy of one slot, taken by a thread that only reads. */
final class Row {
  private static final Doubt[] DOUBTS = Doubt.values();

  int mmsi;
  long placedMs;
  double latDeg;
  double lonDeg;
  float courseDeg;
  float speedMps;
  short headingDeg;
  byte navStatus;
  int shipType;
  byte doubt;
  byte messageType;
  int nameLength;
  final byte[] name = new byte[Partition.NAME_LETTERS];

  boolean isPlaced() {
    return placedMs != Partition.NEVER;
  }

  Vessel vessel() {
    return new Vessel(
        Mmsi.text(mmsi),
        Vessel.Kind.of(mmsi, messageType),
        nameLength == 0
            ? Optional.empty()
            : Optional.of(new String(name, 0, nameLength, StandardCharsets.ISO_8859_1)),
        new LatLon(latDeg, lonDeg),
        known(courseDeg),
        known(speedMps),
        headingDeg == Fix.NO_HEADING ? OptionalInt.empty() : OptionalInt.of(headingDeg),
        navStatus == Fix.NO_STATUS ? OptionalInt.empty() : OptionalInt.of(navStatus),
        shipType == 0 ? OptionalInt.empty() : OptionalInt.of(shipType),
        Instant.ofEpochMilli(placedMs),
        DOUBTS[doubt]);
  }

  private static OptionalDouble known(float value) {
    return Float.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
