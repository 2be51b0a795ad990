package nadhir.core.feed.navwarn;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.geo.LatLon;

/**
 * A position as the warnings write it: degrees, minutes with decimals, {@code 28-38.47N
 * 080-37.31W}; also whole minutes, and degrees, minutes, seconds {@code 20-03-44N 072-58-02W}.
 */
final class Position {
  static final Pattern PATTERN =
      Pattern.compile(
          "(?<![\\d-])(\\d{1,2})-(\\d{2}(?:\\.\\d{1,6})?)(?:-(\\d{2}))?([NS])[ ,]{1,2}"
              + "(\\d{1,3})-(\\d{2}(?:\\.\\d{1,6})?)(?:-(\\d{2}))?([EW])");

  private Position() {}

  /** What {@link #PATTERN} has found; empty where there is no such place. */
  static Optional<LatLon> of(Matcher m) {
    double lat = degrees(m.group(1), m.group(2), m.group(3));
    double lon = degrees(m.group(5), m.group(6), m.group(7));
    return lat <= 90 && lon <= 180
        ? Optional.of(
            new LatLon(m.group(4).equals("S") ? -lat : lat, m.group(8).equals("W") ? -lon : lon))
        : Optional.empty();
  }

  /** Not a number when there are more than 60 minutes or seconds; 60 are what rounding makes. */
  private static double degrees(String degrees, String minutes, String seconds) {
    double min = Double.parseDouble(minutes);
    double s = seconds == null ? 0 : Double.parseDouble(seconds);
    return min <= 60 && s <= 60 ? Double.parseDouble(degrees) + min / 60 + s / 3600 : Double.NaN;
  }
}
