package nadhir.geofence.zone;

import java.util.Locale;
import nadhir.core.yaml.Saying;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What can be wrong with a zone; consoles have words for each in their languages. */
public enum ZoneFault {
  NOT_JSON,
  NOT_A_FEATURE,
  ANOTHER_ID,
  ID_TAKEN,
  LANGUAGE_MISSING,
  SITE_TERM,
  TAG,
  KEEP_OFF,
  GROUP,
  DAY,
  NO_DAYS,
  TIME,
  NEGATIVE,

  SWAPPED,
  NO_POLYGON,
  NO_COORDINATES,
  TOO_MANY_PLACES,
  POSITION,
  DEGREES,
  RING,
  ANTIMERIDIAN,
  TOO_LARGE,
  TOO_FAR,

  BUFFER_MISSING,
  BUFFER_OF_POLYGON,
  BUFFER_RANGE,
  LINE_TOO_SHORT,

  OUTLINE_CROSSES,
  OUTLINE_HOLE_OUTSIDE,
  OUTLINE_NESTED,
  OUTLINE_FALLS_APART,
  OUTLINE_INVALID;

  /** {@code zone.too-large}. */
  public String key() {
    return "zone." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param gaps name, value, name, value …
   */
  public Saying said(String english, String... gaps) {
    return Saying.of(english, key(), gaps);
  }

  /** By what JTS finds wrong with polygons. */
  static ZoneFault of(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION,
          TopologyValidationError.RING_SELF_INTERSECTION ->
          OUTLINE_CROSSES;
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> OUTLINE_HOLE_OUTSIDE;
      case TopologyValidationError.NESTED_HOLES,
          TopologyValidationError.NESTED_SHELLS,
          TopologyValidationError.DUPLICATE_RINGS ->
          OUTLINE_NESTED;
      case TopologyValidationError.DISCONNECTED_INTERIOR -> OUTLINE_FALLS_APART;
      default -> OUTLINE_INVALID;
    };
  }
}
