package nadhir.core.site;

import java.util.Optional;

/** Wind and current as somebody told them, or as they usually are at the site. */
public record Conditions(Optional<Wind> wind, Optional<Current> current) {
  public static final Conditions UNKNOWN = new Conditions(Optional.empty(), Optional.empty());

  /** These where they are known, else those. */
  public Conditions or(Conditions usual) {
    return new Conditions(wind.or(usual::wind), current.or(usual::current));
  }

  /** {@code fromDeg} as sailors and weather services tell it: where it blows from. */
  public record Wind(double fromDeg, double speedMps) {
    public static final double MOST_MPS = 90;

    public Wind {
      if (!(fromDeg >= 0 && fromDeg <= 360) || !(speedMps >= 0 && speedMps <= MOST_MPS)) {
        throw new IllegalArgumentException("a wind blows from 0 to 360 degrees with 0 to 90 m/s");
      }
    }
  }

  /** {@code towardsDeg} as charts tell it: where the water goes. */
  public record Current(double towardsDeg, double speedMps) {
    public static final double MOST_MPS = 10;

    public Current {
      if (!(towardsDeg >= 0 && towardsDeg <= 360) || !(speedMps >= 0 && speedMps <= MOST_MPS)) {
        throw new IllegalArgumentException("a current sets to 0 to 360 degrees with 0 to 10 m/s");
      }
    }
  }
}
