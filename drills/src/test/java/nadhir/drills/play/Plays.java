package nadhir.drills.play;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nadhir.core.dispatch.Assignment;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.feed.FeedConfig;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.site.Words;
import nadhir.drills.scenario.Inject;
import nadhir.drills.scenario.Order;
import nadhir.drills.scenario.Reaction;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.Trigger;

/** A short scenario for the player's tests, and its entries as lines of text. */
final class Plays {
  static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  static final PersonRef OP = new PersonRef("op-1");
  static final PersonRef AP = new PersonRef("ap-1");
  static final PersonRef DI = new PersonRef("di-1");
  static final List<PersonRef> INSTITUTIONS =
      IntStream.rangeClosed(1, 8).mapToObj(i -> new PersonRef("inst-000" + i)).toList();

  private Plays() {}

  /** A quake and a weather warning; two approve, a unit goes, the first alert is corrected. */
  static Scenario evening() {
    var people = new TreeMap<PersonRef, List<Role>>();
    people.put(OP, List.of(Role.OPERATOR));
    people.put(AP, List.of(Role.APPROVER));
    people.put(DI, List.of(Role.DISPATCHER));
    return new Scenario(
        "evening",
        Words.arEn("مساء", "Evening"),
        START,
        at(60),
        60,
        List.of(),
        7,
        people,
        List.of(
            new Inject(at(0), story("calm"), new Inject.Play.Narration()),
            new Inject(at(4), story("shaking"), quake("us1", "us1", 4)),
            new Inject(at(4), Optional.empty(), quake("us1", "us2", 4)),
            new Inject(at(9), Optional.empty(), quake("us1", "us1", 4)),
            new Inject(at(20), story("weather"), new Inject.Play.Ordered(OP, weather()))),
        List.of(
            new Reaction(
                new Trigger.AlertProposed("*"),
                List.of(OP, AP),
                Duration.ofMinutes(2),
                Duration.ofMinutes(1),
                new Order.Approve()),
            new Reaction(
                new Trigger.IncidentOpened("quake"),
                List.of(DI),
                Duration.ofMinutes(1),
                Duration.ZERO,
                new Order.AssignRecommended()),
            new Reaction(
                new Trigger.UnitAssigned("*", Optional.of("quake")),
                List.of(DI),
                Duration.ZERO,
                Duration.ZERO,
                new Order.Move(
                    List.of(
                        new Order.Step(Assignment.State.EN_ROUTE, Duration.ofMinutes(1)),
                        new Order.Step(Assignment.State.ON_SCENE, Duration.ofMinutes(11)),
                        new Order.Step(Assignment.State.CLEAR, Duration.ofMinutes(26))))),
            new Reaction(
                new Trigger.AlertDelivered("weather-warning"),
                List.of(),
                Duration.ofMinutes(1),
                Duration.ZERO,
                new Order.Acknowledge(3, 4, Duration.ofMinutes(6))),
            new Reaction(
                new Trigger.At(at(30)),
                List.of(OP),
                Duration.ZERO,
                Duration.ZERO,
                new Order.ProposeCancel("earthquake", "correction", new TreeMap<>(), "error"))),
        "0".repeat(64));
  }

  static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static Optional<Words> story(String text) {
    return Optional.of(Words.arEn(text, text));
  }

  private static Order.OpenHazard weather() {
    return new Order.OpenHazard(
        new HazardTypeId("weather-warning"),
        new LatLon(29.5, 35),
        "jmd",
        Certainty.LIKELY,
        Severity.MODERATE,
        at(20),
        Optional.empty(),
        "trough");
  }

  /** A summary feed with one sound quake, and one that lacks its magnitude. */
  private static Inject.Play.Raw quake(String good, String bad, int minute) {
    String text =
        """
        {"type":"FeatureCollection","features":[%s,%s]}
        """
            .formatted(feature(good, "6.9", minute), feature(bad + "x", "null", minute));
    return new Inject.Play.Raw(
        FeedConfig.plain("usgs", "usgs-geojson"),
        good + ".json",
        new Inject.Bytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String feature(String id, String mag, int minute) {
    return """
        {"type":"Feature","id":"%s","properties":{"mag":%s,"magType":"mw","time":%d,"updated":%d,"status":"automatic","type":"earthquake","title":"M","ids":",%s,"},"geometry":{"type":"Point","coordinates":[34.8,28.8,18]}}"""
        .formatted(
            id, mag, at(minute).toEpochMilli(), at(minute).plusSeconds(30).toEpochMilli(), id);
  }

  /** Minute, who, what: one line for each entry that is no mere bookkeeping. */
  static String table(List<Entry> entries) {
    return entries.stream()
        .map(e -> line(e).map(l -> minute(e) + " " + l + "\n"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining());
  }

  private static String minute(Entry entry) {
    var since = Duration.between(START, entry.at());
    return "%02d:%02d".formatted(since.toMinutes(), since.toSecondsPart());
  }

  private static Optional<String> line(Entry entry) {
    return Optional.ofNullable(
        switch (entry.event()) {
          case DrillEvent.Started _ -> "start";
          case DrillEvent.Injected(var index, var story) -> "story " + index + " " + story.in("en");
          case DrillEvent.Finished _ -> "finish";
          case DrillEvent.Held(var why) -> "held " + why;
          case DrillEvent.Resumed _ -> "resumed";
          case Input.Reported(var report) -> "report " + report.id();
          case Input.FeedHealthChanged(var feed, var health, _, _) -> feed + " " + health;
          case HazardEvent.Opened(var hazard) -> "hazard " + hazard.type();
          case HazardEvent.Ignored _ -> "ignored";
          case AlertEvent.Proposed(var m) ->
              "proposed %s %s %s".formatted(m.alert(), m.type(), m.messageKey());
          case AlertEvent.Approved(var alert, _, var by, _) -> "approved " + alert + " " + by;
          case AlertEvent.Issued(var alert, var revision, _) -> "issued " + alert + "/" + revision;
          case AlertEvent.Delivered(var alert, var revision, _, _, _, _) ->
              "delivered " + alert + "/" + revision;
          case AlertEvent.Tallied(var alert, var revision, _, _) ->
              "tallied " + alert + "/" + revision;
          case AlertEvent.Acknowledged(_, _, var who, _) -> "acknowledged " + who;
          case DispatchEvent.IncidentOpened(var i) -> "incident " + i.id();
          case DispatchEvent.AssignmentMoved(var a) -> a.unit() + " " + a.state();
          case WatchEvent.Refused(_, var reason, _) -> "refused " + reason;
          default -> null;
        });
  }
}
