package nadhir.core.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;
import nadhir.core.id.ZoneId;

/**
 * A water or rain gauge of the site.
 *
 * @param wadi the channel it stands on or rains into; all gauges of one wadi speak of one flood
 * @param stages the four stages of a water gauge; empty for a rain gauge
 * @param expectedEvery how often it reports; silent after twice that
 * @param downstream the zones that its water reaches, with travel times
 * @param limits what it can truly show
 */
public record Gauge(
    GaugeId id,
    Words name,
    LatLon place,
    String wadi,
    Optional<Stages> stages,
    OptionalDouble rainActionMm30,
    Duration expectedEvery,
    List<Reach> downstream,
    String provenance,
    GaugeLimits limits) {
  public Gauge {
    downstream = List.copyOf(downstream);
  }

  /** One of which the site knows no limits. */
  public Gauge(
      GaugeId id,
      Words name,
      LatLon place,
      String wadi,
      Optional<Stages> stages,
      OptionalDouble rainActionMm30,
      Duration expectedEvery,
      List<Reach> downstream,
      String provenance) {
    this(
        id,
        name,
        place,
        wadi,
        stages,
        rainActionMm30,
        expectedEvery,
        downstream,
        provenance,
        GaugeLimits.NONE);
  }

  /** Stages in metres above the gauge's zero, each higher than the one before. */
  public record Stages(double actionM, double minorM, double moderateM, double majorM) {
    public Stages {
      if (!(actionM < minorM && minorM < moderateM && moderateM < majorM)) {
        throw new IllegalArgumentException("stages must rise: action, minor, moderate, major");
      }
    }
  }

  /** Water passing the gauge reaches {@code zone} between {@code earliest} and {@code latest}. */
  public record Reach(ZoneId zone, Duration earliest, Duration latest) {
    public Reach {
      if (earliest.isNegative() || latest.compareTo(earliest) < 0) {
        throw new IllegalArgumentException("travel times must be 0 or more, and in order");
      }
    }
  }
}
