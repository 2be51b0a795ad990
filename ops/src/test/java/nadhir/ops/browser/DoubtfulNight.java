package nadhir.ops.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.dispatch.Task;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AlertId;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.MemberId;
import nadhir.core.id.ReportId;
import nadhir.core.id.RuleId;
import nadhir.core.id.TaskId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;

/**
 * What a journal of Aqaba holds after a night in which one automatic source reported two strong
 * earthquakes, a rain gauge jumped, a report came that is dated next week, and neighbours beyond
 * the border were to be informed of alerts.
 */
final class DoubtfulNight {
  private static final String HELD = "haz-held";
  private static final String HELD_TOO = "haz-held-too";
  private static final FeedId EMSC = new FeedId("emsc");
  private static final HazardTypeId EARTHQUAKE = new HazardTypeId("earthquake");
  private static final LatLon AT_SEA = new LatLon(28.86, 34.75);
  private static final LatLon FURTHER_SOUTH = new LatLon(27.4, 34.2);

  private final Instant now;
  private final List<Entry> entries = new ArrayList<>();
  private long cause = 1;

  private DoubtfulNight(Instant now) {
    this.now = now;
  }

  /** The entries, ending shortly before {@code now}. */
  static List<Entry> before(Instant now) {
    var night = new DoubtfulNight(now);
    night.write();
    return night.entries;
  }

  private void write() {
    input(40, new Input.WatchTaken(new MemberId("m-0"), 0));
    for (String feed : List.of("usgs", "gauges", "ais")) {
      input(39, new Input.FeedHealthChanged(new FeedId(feed), Input.FeedHealth.GREEN, "", ""));
    }
    input(30, new Input.Reported(rain("RG3", 30, 0)));
    input(20, new Input.Reported(rain("RG3", 20, 60)));
    follows(
        20,
        new HazardEvent.GaugeFaulty(
            new GaugeId("RG3"), GaugeFault.JUMPING, ago(20), "60 mm in 5 min"));
    follows(20, new RiskEvent.Blind(new RuleId("shallala-flash"), List.of("RG3"), ago(20)));
    HazardReport late = quake("emsc:next-week", now.plus(Duration.ofDays(8)), AT_SEA, 5.1);
    input(15, new Input.Reported(late));
    follows(15, new HazardEvent.Quarantined(late, "in-the-future"));
    hold(HELD, quake("emsc:strong", ago(9), AT_SEA, 6.9), 8);
    hold(HELD_TOO, quake("emsc:stronger", ago(5), FURTHER_SOUTH, 7.3), 4);
    inform("haql", 3);
    inform("taba", 2);
  }

  private void hold(String id, HazardReport report, long minutesAgo) {
    input(minutesAgo, new Input.Reported(report));
    follows(minutesAgo, new HazardEvent.Opened(held(id, report)));
  }

  private void inform(String neighbour, long minutesAgo) {
    var task =
        new Task(
            new TaskId("task-" + neighbour),
            Task.Kind.INFORM_NEIGHBOUR,
            neighbour,
            new AlertId("alert-of-the-night"),
            1,
            ago(minutesAgo),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    follows(minutesAgo, new DispatchEvent.TaskMoved(task));
  }

  private Instant ago(long minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }

  private void input(long minutesAgo, Input input) {
    cause = entries.size() + 1L;
    entry(minutesAgo, input);
  }

  private void follows(long minutesAgo, Event event) {
    entry(minutesAgo, event);
  }

  private void entry(long minutesAgo, Event event) {
    entries.add(
        new Entry(entries.size() + 1L, ago(minutesAgo), new Actor.House("hazard"), cause, event));
  }

  private HazardReport rain(String gauge, long minutesAgo, double mm) {
    return report(
        "gauges:" + gauge + "/" + minutesAgo,
        new FeedId("gauges"),
        new HazardTypeId("flash-flood"),
        ago(minutesAgo),
        Optional.empty(),
        new Observation.Rain(new GaugeId(gauge), mm, Duration.ofMinutes(5)));
  }

  private HazardReport quake(String id, Instant at, LatLon place, double magnitude) {
    return report(
        id,
        EMSC,
        EARTHQUAKE,
        at,
        Optional.of(place),
        new Observation.Quake(magnitude, "mb", OptionalDouble.of(10_000), OptionalInt.empty()));
  }

  private HazardReport report(
      String id,
      FeedId feed,
      HazardTypeId type,
      Instant at,
      Optional<LatLon> place,
      Observation observation) {
    return new HazardReport(
        new ReportId(id),
        feed,
        type,
        HazardReport.Status.ACTUAL,
        at,
        at.isBefore(now) ? at : now,
        at.isBefore(now) ? at : ago(15),
        place,
        Certainty.LIKELY,
        observation,
        List.of(),
        "");
  }

  private static Hazard held(String id, HazardReport report) {
    var quake = (Observation.Quake) report.observation();
    var source =
        new HazardDetail.Source(
            report.feed(),
            report.id(),
            quake.magnitude(),
            quake.magnitudeType(),
            report.occurredAt(),
            report.place(),
            report.certainty(),
            report.status(),
            report.updatedAt());
    return new Hazard(
        new HazardId(id),
        EARTHQUAKE,
        1,
        Hazard.Status.HELD,
        report.occurredAt(),
        report.receivedAt(),
        report.receivedAt(),
        report.place(),
        report.certainty(),
        new HazardDetail.Quake(
            quake.magnitude(),
            quake.magnitudeType(),
            quake.depthM().orElse(0),
            report.feed(),
            "only-one",
            List.of(source),
            OptionalDouble.empty(),
            Optional.empty()),
        List.of(report.id()),
        Optional.of("single-automatic-source"));
  }
}
