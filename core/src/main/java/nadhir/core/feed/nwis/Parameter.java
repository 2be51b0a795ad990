package nadhir.core.feed.nwis;

import java.util.Arrays;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/** The quantities that are read, by their USGS parameter code, with bounds in SI (rain in mm). */
enum Parameter {
  STAGE("00065", -500, 5000),
  FLOW("00060", -500_000, 500_000),
  RAIN("00045", 0, 500);

  private static final double METRES_PER_FOOT = 0.3048;
  private static final double M3_PER_FT3 = 0.028316846592;
  private static final double MM_PER_INCH = 25.4;

  private final String code;
  private final double least;
  private final double most;

  Parameter(String code, double least, double most) {
    this.code = code;
    this.least = least;
    this.most = most;
  }

  static Optional<Parameter> byCode(String code) {
    return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  /** What one of {@code unit} is in our own unit; without a unit, the service's own is meant. */
  double factor(String unit) throws Refusal {
    return switch (this) {
      case STAGE -> of(unit, "ft", METRES_PER_FOOT, "m");
      case FLOW -> of(unit, "ft3/s", M3_PER_FT3, "m3/s");
      case RAIN -> of(unit, "in", MM_PER_INCH, "mm");
    };
  }

  private static double of(String unit, String theirs, double factor, String ours) throws Refusal {
    if (unit.isEmpty() || unit.equals(theirs)) {
      return factor;
    }
    if (unit.equals(ours)) {
      return 1;
    }
    throw new Refusal(Reason.UNKNOWN_UNIT, "'" + unit + "', neither " + theirs + " nor " + ours);
  }

  boolean canBe(double value) {
    return value >= least && value <= most;
  }
}
