package nadhir.core.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.DrillEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.SiteEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.ReportId;
import nadhir.core.json.DomainJson;
import nadhir.core.report.HazardReport;

/**
 * The common operating picture of a lane: what the journal says is so now, as objects by kind and
 * id, for consoles to show and follow. Folds durable entries only; the number of a picture is the
 * {@code seq} of the last entry in it.
 *
 * <p>Kinds: {@code watch}, {@code feed}, {@code gauge}, {@code quarantine}, {@code hazard}, {@code
 * blind}, {@code assessment}, {@code alert}, {@code incident}, {@code recommendation}, {@code
 * assignment}, {@code task}, {@code unit}, {@code danger}, {@code unheard}, {@code drill}, {@code
 * zone}, {@code rules}, {@code log}. Thread-safe.
 */
public final class Picture {
  /** Lines of the log that are kept. */
  static final int MAX_LOG = 300;

  /** Reports shown in quarantine; beyond it the one received first goes. */
  static final int MAX_QUARANTINED = 100;

  private final TreeMap<String, TreeMap<String, JsonNode>> objects = new TreeMap<>();
  private long seq;
  private Instant at = Instant.EPOCH;

  public synchronized long seq() {
    return seq;
  }

  /** Folds one entry; entries that are in it already change nothing. */
  public synchronized List<Change> fold(Entry entry) {
    if (entry.seq() <= seq) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    switch (entry.event()) {
      case Input input -> input(entry, input, changes);
      case WatchEvent _ -> {
        // what the watch keeps for itself is not shown
      }
      case HazardEvent event -> hazard(event, changes);
      case RiskEvent event -> risk(event, changes);
      case AlertEvent event ->
          put(changes, "alert", AlertView.id(event), AlertView.after(this, event));
      case DispatchEvent event -> dispatch(event, changes);
      case DrillEvent event ->
          put(changes, "drill", "drill", DrillView.after(find("drill", "drill"), entry, event));
      case SiteEvent event -> SiteView.of(entry, event).forEach(view -> put(changes, view));
    }
    LogView.line(entry).ifPresent(line -> log(changes, entry.seq(), line));
    seq = entry.seq();
    at = entry.at();
    return changes;
  }

  /** The whole picture: {@code {seq, at, objects: {kind: {id: value}}}}. */
  public synchronized ObjectNode snapshot() {
    ObjectNode all = DomainJson.mapper().createObjectNode();
    all.put("seq", seq);
    all.put("at", at.toString());
    ObjectNode kinds = all.putObject("objects");
    objects.forEach(
        (kind, byId) -> byId.forEach((id, value) -> kinds.withObject("/" + kind).set(id, value)));
    return all;
  }

  /** Becomes what {@link #snapshot()} gave; of anything else nothing is taken. */
  public synchronized void restore(JsonNode snapshot) {
    JsonNode kinds = snapshot.required("objects");
    long thenSeq = snapshot.required("seq").longValue();
    Instant then = Instant.parse(snapshot.required("at").textValue());
    objects.clear();
    kinds
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .properties()
                    .forEach(o -> byId(kind.getKey()).put(o.getKey(), o.getValue())));
    seq = thenSeq;
    at = then;
  }

  synchronized Optional<JsonNode> find(String kind, String id) {
    return Optional.ofNullable(byId(kind).get(id));
  }

  private TreeMap<String, JsonNode> byId(String kind) {
    return objects.computeIfAbsent(kind, _ -> new TreeMap<>());
  }

  private void put(List<Change> changes, String kind, String id, JsonNode value) {
    byId(kind).put(id, value);
    changes.add(new Change(kind, id, Optional.of(value)));
  }

  private void put(List<Change> changes, String kind, String id, Object value) {
    put(changes, kind, id, DomainJson.tree(value));
  }

  private void put(List<Change> changes, Change change) {
    change.value().ifPresent(value -> byId(change.kind()).put(change.id(), value));
    if (change.value().isEmpty()) {
      byId(change.kind()).remove(change.id());
    }
    changes.add(change);
  }

  private void input(Entry entry, Input input, List<Change> changes) {
    switch (input) {
      case Input.WatchTaken taken -> {
        ObjectNode watch = DomainJson.tree(taken).deepCopy();
        put(changes, "watch", "watch", (JsonNode) watch.put("since", entry.at().toString()));
      }
      case Input.FeedHealthChanged changed -> {
        String id = changed.feed().value();
        put(changes, "feed", id, FeedView.after(find("feed", id), changed, entry.at()));
      }
      case Input.Reported(var report) -> {
        String id = report.feed().value();
        put(changes, "feed", id, FeedView.after(find("feed", id), report));
        GaugeView.of(report)
            .ifPresent(
                gauge ->
                    put(changes, "gauge", gauge, GaugeView.after(find("gauge", gauge), report)));
      }
      case Input.GaugeDoubted _ -> {
        // the desk says what it means
      }
      case Input.SiteAdopted site -> put(changes, "watch", "site", site);
      case Input.Commanded _,
          Input.Woken _,
          Input.EffectEnded _,
          Input.UnitHeard _,
          Input.UnitSilent _ -> {
        // what follows from them is shown
      }
    }
  }

  private void hazard(HazardEvent event, List<Change> changes) {
    switch (event) {
      case HazardEvent.Opened(var h) -> behind(changes, h);
      case HazardEvent.Revised(var h) -> behind(changes, h);
      case HazardEvent.Withdrawn(var h) -> put(changes, "hazard", h.id().value(), h);
      case HazardEvent.Ended(var id, var when, var why) -> {
        ObjectNode ended = with("hazard", id.value());
        ended.put("status", "ENDED").put("endedAt", when.toString()).put("why", why);
        put(changes, "hazard", id.value(), (JsonNode) ended);
      }
      case HazardEvent.GaugeSilent(var gauge, _) ->
          put(
              changes,
              "gauge",
              gauge.value(),
              (JsonNode) with("gauge", gauge.value()).put("silent", true));
      case HazardEvent.GaugeFaulty(var gauge, var fault, var since, _) ->
          put(
              changes,
              "gauge",
              gauge.value(),
              (JsonNode)
                  with("gauge", gauge.value())
                      .put("fault", fault.name())
                      .put("faultSince", since.toString()));
      case HazardEvent.Quarantined(var report, var why) -> quarantine(changes, report, why);
      case HazardEvent.GaugeBack(var gauge, _) ->
          put(
              changes,
              "gauge",
              gauge.value(),
              (JsonNode)
                  without("gauge", gauge.value(), "fault", "faultSince").put("silent", false));
      case HazardEvent.Ignored _, HazardEvent.Told _ -> {
        // the log has it
      }
    }
  }

  private void risk(RiskEvent event, List<Change> changes) {
    switch (event) {
      case RiskEvent.Assessed(var a) -> put(changes, "assessment", a.id().value(), a);
      case RiskEvent.Reassessed(var a) -> put(changes, "assessment", a.id().value(), a);
      case RiskEvent.Blind(var rule, var sources, var since) -> {
        ObjectNode blind = DomainJson.mapper().createObjectNode();
        blind.put("rule", rule.value()).put("since", since.toString());
        sources.forEach(blind.putArray("sources")::add);
        put(changes, "blind", rule.value(), (JsonNode) blind);
      }
      case RiskEvent.Sighted(var rule, _) -> {
        byId("blind").remove(rule.value());
        changes.add(new Change("blind", rule.value(), Optional.empty()));
      }
      case RiskEvent.Cleared(var id, _, _) -> {
        byId("assessment").remove(id.value());
        changes.add(new Change("assessment", id.value(), Optional.empty()));
      }
    }
  }

  /** A report that stands behind a hazard is not in quarantine any more. */
  private void behind(List<Change> changes, Hazard hazard) {
    put(changes, "hazard", hazard.id().value(), hazard);
    for (ReportId report : hazard.reports()) {
      if (byId("quarantine").remove(report.value()) != null) {
        changes.add(new Change("quarantine", report.value(), Optional.empty()));
      }
    }
  }

  private void quarantine(List<Change> changes, HazardReport report, String why) {
    ObjectNode held = DomainJson.tree(report).deepCopy();
    put(changes, "quarantine", report.id().value(), (JsonNode) held.put("why", why));
    var all = byId("quarantine");
    if (all.size() > MAX_QUARANTINED) {
      String oldest =
          all.entrySet().stream()
              .min(Comparator.comparing(e -> e.getValue().path("receivedAt").asText()))
              .orElseThrow()
              .getKey();
      all.remove(oldest);
      changes.add(new Change("quarantine", oldest, Optional.empty()));
    }
  }

  private ObjectNode without(String kind, String id, String... fields) {
    return with(kind, id).without(List.of(fields));
  }

  private void dispatch(DispatchEvent event, List<Change> changes) {
    switch (event) {
      case DispatchEvent.IncidentOpened(var i) -> put(changes, "incident", i.id().value(), i);
      case DispatchEvent.IncidentRevised(var i) -> put(changes, "incident", i.id().value(), i);
      case DispatchEvent.Recommended r -> put(changes, "recommendation", r.incident().value(), r);
      case DispatchEvent.AssignmentMoved(var a) -> put(changes, "assignment", a.id().value(), a);
      case DispatchEvent.TaskMoved(var t) -> put(changes, "task", t.id().value(), t);
      case DispatchEvent.UnitMoved _,
          DispatchEvent.UnitAt _,
          DispatchEvent.UnitEndangered _,
          DispatchEvent.UnitStays _,
          DispatchEvent.UnitSafe _,
          DispatchEvent.UnitUnheard _,
          DispatchEvent.UnitBack _ ->
          put(changes, UnitView.after(this, event));
      case DispatchEvent.IncidentClosed(var id, var when, var why) ->
          put(
              changes,
              "incident",
              id.value(),
              (JsonNode)
                  with("incident", id.value()).put("closedAt", when.toString()).put("why", why));
    }
  }

  private ObjectNode with(String kind, String id) {
    return find(kind, id)
        .map(v -> (ObjectNode) v.deepCopy())
        .orElseGet(() -> DomainJson.mapper().createObjectNode().put("id", id));
  }

  private void log(List<Change> changes, long number, JsonNode line) {
    put(changes, "log", "%012d".formatted(number), line);
    var lines = byId("log");
    if (lines.size() > MAX_LOG) {
      String oldest = lines.firstKey();
      lines.remove(oldest);
      changes.add(new Change("log", oldest, Optional.empty()));
    }
  }
}
