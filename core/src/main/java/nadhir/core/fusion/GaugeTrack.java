package nadhir.core.fusion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.fusion.HazardState.Reading;
import nadhir.core.id.GaugeId;
import nadhir.core.report.GaugeFault;

/**
 * The last hours of one gauge.
 *
 * @param readings those that are believed, by their time, oldest first
 * @param lastWordAt the newest time that the gauge itself gave, discharge included
 * @param heardAt lane time of its last sign of life, values that are not believed included
 * @param wetness for a rain gauge
 */
public record GaugeTrack(
    GaugeId gauge,
    List<Reading> readings,
    Instant lastWordAt,
    Instant heardAt,
    Health health,
    Optional<Wetness> wetness) {
  public GaugeTrack {
    readings = List.copyOf(readings);
  }

  /**
   * Whether the gauge is believed.
   *
   * @param since when the fault began, by the gauge's own time
   * @param bad unusable values in a row
   * @param lastBadAt the gauge's own time of the last of them
   * @param suspect a value that changed too fast, until the next one agrees or not
   * @param sameSince the gauge's own time from which it shows the same value
   */
  public record Health(
      Optional<GaugeFault> fault,
      Optional<Instant> since,
      int bad,
      Optional<Instant> lastBadAt,
      Optional<Reading> suspect,
      Optional<Instant> sameSince) {
    static final Health GOOD =
        new Health(
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    boolean is(GaugeFault kind) {
      return fault.filter(kind::equals).isPresent();
    }

    Health with(GaugeFault kind, Instant from) {
      return new Health(Optional.of(kind), Optional.of(from), bad, lastBadAt, suspect, sameSince);
    }

    /** One more value that cannot be used. */
    Health worse(Instant at, Optional<Reading> jumped) {
      return new Health(fault, since, bad + 1, Optional.of(at), jumped, sameSince);
    }

    /** A value that can. */
    Health better(Instant showsItSince) {
      return new Health(
          Optional.empty(),
          Optional.empty(),
          0,
          lastBadAt,
          Optional.empty(),
          Optional.of(showsItSince));
    }

    /** A sign of life that says nothing of the values. */
    Health alive() {
      return is(GaugeFault.LATE) || is(GaugeFault.SILENT)
          ? new Health(Optional.empty(), Optional.empty(), bad, lastBadAt, suspect, sameSince)
          : this;
    }
  }

  /** How wet the ground is at {@code at}, see {@link Wetting}. */
  public record Wetness(double mm, Instant at) {}

  boolean isSilent() {
    return health.is(GaugeFault.SILENT);
  }

  /** Why it is not believed; one that is merely late still is. */
  Optional<GaugeFault> doubt() {
    return health.fault().filter(f -> f != GaugeFault.LATE);
  }

  GaugeTrack with(Health other) {
    return new GaugeTrack(gauge, readings, lastWordAt, heardAt, other, wetness);
  }
}
