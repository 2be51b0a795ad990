package nadhir.core.feed.gauge;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Reason;
import nadhir.core.geo.LatLon;
import nadhir.core.id.GaugeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.GaugeFault;

/** What was taken from an item, before the document's other items have settled what is open. */
sealed interface Taken {
  /** Refused, and nothing is open. */
  record Refused(Decoded.Rejected rejected) implements Taken {}

  /** Of a gauge and a time that are known. */
  sealed interface Dated extends Taken {
    Series series();

    Moment moment();
  }

  /**
   * A value that is refused, of a gauge and a time that are known.
   *
   * @param fault what it tells of the gauge itself
   */
  record Faulty(
      Series series, Moment moment, Reason reason, String detail, Optional<GaugeFault> fault)
      implements Dated {}

  /** Water, perhaps both stage and discharge. */
  record Water(
      Series series, Moment moment, About about, OptionalDouble stageM, OptionalDouble flowM3ps)
      implements Dated {}

  /**
   * Rain of an interval.
   *
   * @param over empty when the neighbours in time say it
   * @param otherwise for a value that has none
   */
  record Rain(
      Series series,
      Moment moment,
      About about,
      double rainMm,
      Optional<Duration> over,
      Duration otherwise)
      implements Dated {}

  /** The reading of a rain counter. */
  record Total(Series series, Moment moment, About about, double totalMm, OptionalDouble wrapsAtMm)
      implements Dated {}

  /**
   * Values of one gauge that follow one another.
   *
   * @param name tells it from others of the gauge, with the sensor where there are several
   */
  record Series(GaugeId gauge, String name) {
    String key() {
      return gauge + "/" + name;
    }
  }

  /** What goes into a report beside its value. */
  record About(Optional<LatLon> place, Certainty certainty, String title) {}
}
