package nadhir.core.geo;

/**
 * A place on WGS 84, in degrees.
 *
 * @param latDeg latitude, −90 to 90, north positive
 * @param lonDeg longitude, −180 to 180, east positive
 */
public record LatLon(double latDeg, double lonDeg) {
  public LatLon {
    if (!(latDeg >= -90 && latDeg <= 90) || !(lonDeg >= -180 && lonDeg <= 180)) {
      throw new IllegalArgumentException(
          "a place needs -90..90 and -180..180 degrees, not " + latDeg + " " + lonDeg);
    }
  }
}
