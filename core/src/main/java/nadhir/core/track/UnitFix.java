package nadhir.core.track;

import java.time.Instant;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;

/**
 * One word of a crew's device or a vehicle's tracker.
 *
 * @param at the device's time of it
 * @param accuracyM radius within which it is with 68 % (as in W3C Geolocation), metres
 * @param speedMps over ground
 * @param headingDeg course over ground, true, 0 to 360
 */
public record UnitFix(
    UnitId unit,
    LatLon place,
    Instant at,
    double accuracyM,
    OptionalDouble speedMps,
    OptionalDouble headingDeg) {
  public UnitFix {
    if (!(accuracyM >= 0)) {
      throw new IllegalArgumentException("an accuracy is 0 m or more, not " + accuracyM);
    }
  }
}
