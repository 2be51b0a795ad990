package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.desk.Desk;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.RawFeed;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.drills.scenario.Inject;
import nadhir.drills.scenario.Order;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;
import nadhir.geofence.desk.RiskDesk;
import org.junit.jupiter.api.Test;

/**
 * The demo's raw bytes, decoded, fused and assessed by the real pack: the assessments must come out
 * of the gauges' own readings, not of a test's kind words.
 */
class FridayEveningRisksTest {
  private static final Path AQABA = Path.of("sites/aqaba");

  @Test
  void theRawInputOfTheEveningGivesItsAssessments() throws IOException {
    SitePack pack = SitePackReader.read(AQABA).get();
    Scenario evening =
        ScenarioFile.parse(
                ScenarioFolder.read(AQABA.resolve("scenarios/friday-evening")), pack.keys())
            .get();
    assertEquals(
        """
        15:00 hazard weather-warning
        15:00 weather-watch yellow flood-watch 15:00-21:00 20 zones []
        15:15 hazard flash-flood
        15:40 wadi-yutum-flood red flood-evacuate 17:15-17:50 3 zones []
        16:10 silent Y1
        16:25 hazard distress-at-sea
        16:25 man-overboard orange man-overboard 4 zones []
        17:00 again wadi-yutum-arrival red flood-arrival 17:25-17:35 3 zones [gauge-silent]
        17:08 hazard earthquake
        17:08 quake-shore red quake-shore 14 zones []
        17:08 quake-inland orange quake-after 25 zones []
        17:10 hazard flash-flood
        17:10 shallala-flash red flood-shallala 17:20-17:40 2 zones \
        [single-sensor, jumped-during-shaking]
        17:40 cleared: condition over
        18:44 cleared: hazard over: nothing-more-heard
        """,
        new Lane(pack).play(evening));
  }

  /** The hazard and risk desks with a clock that goes from one due moment to the next. */
  private static final class Lane {
    private final SitePack pack;
    private final List<Desk<?>> desks;
    private final Map<FeedId, RawFeed> feeds = new HashMap<>();
    private final TreeMap<String, Due> wakeUps = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private long seq;

    private record Due(Instant at, String desk, String key) {}

    Lane(SitePack pack) {
      this.pack = pack;
      this.desks =
          List.of(
              new HazardDesk(pack.info(), pack.gauges(), List.of()),
              new RiskDesk(pack.info(), pack.gauges(), pack.zones(), pack.rules(), List.of()));
    }

    String play(Scenario scenario) {
      for (Inject inject : scenario.injects()) {
        wakeUntil(inject.at());
        switch (inject.play()) {
          case Inject.Play.Raw raw -> decode(raw, inject.at());
          case Inject.Play.Ordered(_, Order.OpenHazard order) -> warn(order, inject.at());
          case Inject.Play.Ordered _, Inject.Play.Narration _ -> {}
        }
      }
      wakeUntil(scenario.end());
      return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void decode(Inject.Play.Raw raw, Instant at) {
      RawFeed feed = feeds.computeIfAbsent(raw.feed().id(), _ -> RawFeed.open(raw.feed()));
      for (Decoded decoded : feed.offer(raw.bytes().toArray(), at)) {
        if (decoded instanceof Decoded.Ok(var report)) {
          input(at, new Input.Reported(report));
        }
      }
    }

    /** The weather service's warning, as a report instead of a person's command. */
    private void warn(Order.OpenHazard order, Instant at) {
      input(
          at,
          new Input.Reported(
              new HazardReport(
                  new ReportId("test:warning"),
                  new FeedId("test"),
                  order.type(),
                  HazardReport.Status.ACTUAL,
                  order.onset(),
                  at,
                  at,
                  Optional.of(order.place()),
                  Certainty.POSSIBLE,
                  new Observation.Stated(
                      order.severity(), order.onset(), order.until(), Optional.empty(), "", "", ""),
                  List.of(),
                  order.title())));
    }

    private void wakeUntil(Instant until) {
      while (true) {
        var next =
            wakeUps.values().stream().min(Comparator.comparing(Due::at).thenComparing(Due::key));
        if (next.isEmpty() || next.get().at().isAfter(until)) {
          return;
        }
        wakeUps.remove(next.get().desk() + " " + next.get().key());
        input(next.get().at(), new Input.Woken(next.get().desk(), next.get().key()));
      }
    }

    private void input(Instant at, Input input) {
      settle(at, seq + 1, input);
    }

    private void settle(Instant at, long cause, Event event) {
      seq++;
      var entry = new Entry(seq, at, new Actor.House("test"), cause, event);
      desks.forEach(desk -> desk.fold(entry));
      show(entry);
      for (Desk<?> desk : desks) {
        for (Event consequence : desk.react(entry)) {
          settle(at, cause, consequence);
        }
      }
    }

    private void show(Entry entry) {
      String time = local(entry.at());
      switch (entry.event()) {
        case WatchEvent.WakeUpAsked(var desk, var key, var due) ->
            wakeUps.put(desk + " " + key, new Due(due, desk, key));
        case WatchEvent.WakeUpDropped(var desk, var key) -> wakeUps.remove(desk + " " + key);
        case HazardEvent.Opened(var hazard) -> lines.add(time + " hazard " + hazard.type());
        case HazardEvent.GaugeSilent(var gauge, _) -> lines.add(time + " silent " + gauge);
        case RiskEvent.Assessed(var assessment) -> lines.add(time + " " + shown(assessment));
        case RiskEvent.Reassessed(var assessment) ->
            lines.add(time + " again " + shown(assessment));
        case RiskEvent.Cleared(_, _, var why) -> lines.add(time + " cleared: " + why);
        default -> {}
      }
    }

    private String shown(Assessment assessment) {
      String span =
          assessment.slots().get("span") instanceof Slot.Span(var from, var to)
              ? " " + local(from) + "-" + local(to)
              : "";
      return assessment.rule()
          + " "
          + assessment.level()
          + " "
          + assessment.message().orElse("-")
          + span
          + " "
          + assessment.zones().size()
          + " zones "
          + assessment.doubts();
    }

    private String local(Instant at) {
      LocalTime time = at.atZone(pack.info().timeZone()).toLocalTime();
      return time.toString();
    }
  }
}
