package nadhir.core.feed.quake;

import java.util.OptionalDouble;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.geo.LatLon;

/** The bounds of what an earthquake can be. Negative magnitudes and depths (above the sea) are. */
public final class QuakeValues {
  private static final double MIN_MAGNITUDE = -5;
  private static final double MAX_MAGNITUDE = 10;
  private static final double MIN_DEPTH_KM = -20;
  private static final double MAX_DEPTH_KM = 1000;

  private QuakeValues() {}

  public static double magnitude(double magnitude) throws Refusal {
    if (!within(magnitude, MIN_MAGNITUDE, MAX_MAGNITUDE)) {
      throw new Refusal(Reason.BAD_MAGNITUDE, magnitude + " is no magnitude");
    }
    return magnitude;
  }

  /** In metres, positive downwards. */
  public static double depthM(double depthKm) throws Refusal {
    if (!within(depthKm, MIN_DEPTH_KM, MAX_DEPTH_KM)) {
      throw new Refusal(Reason.BAD_DEPTH, depthKm + " km is no depth");
    }
    return depthKm * 1000;
  }

  public static LatLon place(double latDeg, double lonDeg) throws Refusal {
    try {
      return new LatLon(latDeg, lonDeg);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.BAD_PLACE, latDeg + " " + lonDeg + " lies nowhere on earth");
    }
  }

  /** A number as text formats write it; empty for a field that is left blank. */
  public static OptionalDouble number(String text, Reason otherwise) throws Refusal {
    String number = text.strip();
    if (number.isEmpty()) {
      return OptionalDouble.empty();
    }
    // Double.parseDouble also takes "NaN", "0x1p3" and "1d", which no catalogue means
    if (number.length() > 400
        || !number.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,4})?")) {
      throw new Refusal(otherwise, "'" + number + "' is no number");
    }
    return OptionalDouble.of(Double.parseDouble(number));
  }

  private static boolean within(double value, double from, double to) {
    return value >= from && value <= to;
  }
}
