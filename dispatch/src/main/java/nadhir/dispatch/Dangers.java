package nadhir.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.CapCodes;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.RiskEvent;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Assessment;
import nadhir.core.track.Places;
import nadhir.dispatch.DispatchState.Danger;
import nadhir.dispatch.DispatchState.Drafted;

/**
 * What makes places dangerous for units now: assessments in force, and issued alerts until they
 * expire, are cancelled, or an Update says that the danger is past. Only those count whose level is
 * a danger at this site. An alert that names no zone makes the area dangerous that was drawn for
 * it.
 */
final class Dangers {
  private final SortedMap<String, Danger> dangers = new TreeMap<>();
  private final List<Drafted> drafted = new ArrayList<>();
  private final DispatchPlan plan;

  Dangers(DispatchPlan plan) {
    this.plan = plan;
  }

  void fold(RiskEvent event) {
    switch (event) {
      case RiskEvent.Assessed(var assessment) -> assessed(assessment);
      case RiskEvent.Reassessed(var assessment) -> assessed(assessment);
      case RiskEvent.Cleared(var id, _, _) -> dangers.remove(id.value());
      case RiskEvent.Blind _, RiskEvent.Sighted _ -> {
        // says nothing of a zone
      }
    }
  }

  void fold(AlertEvent event) {
    switch (event) {
      case AlertEvent.Proposed(var message) -> {
        forget(message.alert(), message.revision());
        drafted.add(draft(message));
      }
      case AlertEvent.Issued(var alert, var revision, _) -> issued(alert, revision);
      case AlertEvent.Rejected(var alert, var revision, _, _) -> forget(alert, revision);
      case AlertEvent.Replaced(var alert, var revision) -> forget(alert, revision);
      case AlertEvent.Expired(var alert, var revision, _) -> {
        forget(alert, revision);
        expired(alert, revision);
      }
      case AlertEvent.Approved _,
          AlertEvent.Delivered _,
          AlertEvent.Tallied _,
          AlertEvent.CapPublished _,
          AlertEvent.EffectFailed _,
          AlertEvent.Acknowledged _,
          AlertEvent.AcknowledgementOverdue _ -> {
        // neither begins nor ends an alert
      }
    }
  }

  private void assessed(Assessment a) {
    List<ZoneId> zones = plan.isDanger(a.level()) ? DispatchBook.zonesOf(a) : List.of();
    put(a.id().value(), a.revision(), zones, Optional.empty());
  }

  private Drafted draft(AlertMessage message) {
    Optional<Area> drawn =
        message.zones().isEmpty() ? Optional.of(message.area()) : Optional.empty();
    return new Drafted(
        message.alert(), message.revision(), isNone(message), message.zones(), drawn);
  }

  private boolean isNone(AlertMessage message) {
    return message.type() == AlertMessage.MsgType.CANCEL
        || message.cap().urgency() == CapCodes.Urgency.PAST
        || !plan.isDanger(message.level());
  }

  private void issued(AlertId alert, int revision) {
    for (Drafted draft : List.copyOf(drafted)) {
      if (draft.alert().equals(alert) && draft.revision() == revision) {
        boolean over = draft.over();
        put(
            alert.value(),
            revision,
            over ? List.of() : draft.zones(),
            over ? Optional.empty() : draft.drawn());
      }
    }
    forget(alert, revision);
  }

  private void put(String cause, int revision, List<ZoneId> zones, Optional<Area> drawn) {
    if (zones.isEmpty() && drawn.isEmpty()) {
      dangers.remove(cause);
    } else {
      dangers.put(cause, new Danger(cause, revision, zones.stream().sorted().toList(), drawn));
    }
  }

  /** A draft that grows old takes nothing from the revision that was issued before it. */
  private void expired(AlertId alert, int revision) {
    dangers.computeIfPresent(alert.value(), (_, d) -> d.revision() == revision ? null : d);
  }

  private void forget(AlertId alert, int revision) {
    drafted.removeIf(d -> d.alert().equals(alert) && d.revision() == revision);
  }

  /** By place, the ids of what names it, in order. */
  SortedMap<DangerPlace, List<String>> byPlace() {
    var byPlace = new TreeMap<DangerPlace, List<String>>();
    for (Danger danger : dangers.values()) {
      for (ZoneId zone : danger.zones()) {
        name(byPlace, new DangerPlace.Zone(zone), danger);
      }
      if (danger.drawn().isPresent()) {
        name(byPlace, new DangerPlace.Drawn(new AlertId(danger.cause())), danger);
      }
    }
    return byPlace;
  }

  private static void name(
      SortedMap<DangerPlace, List<String>> byPlace, DangerPlace place, Danger danger) {
    byPlace.computeIfAbsent(place, _ -> new ArrayList<>()).add(danger.cause());
  }

  /** Whether a drawn area is dangerous now and covers the place; an edge is in it. */
  boolean drawnCovers(AlertId alert, LatLon place) {
    return find(alert).flatMap(Danger::drawn).map(area -> area.covers(place)).orElse(false);
  }

  /** Whether one who was in a drawn area has not left it: it is in, or nearer than a margin. */
  boolean drawnHolds(AlertId alert, LatLon place) {
    return find(alert)
        .flatMap(Danger::drawn)
        .map(area -> area.isWithin(Places.MARGIN_M, place))
        .orElse(false);
  }

  private Optional<Danger> find(AlertId alert) {
    return Optional.ofNullable(dangers.get(alert.value()));
  }

  List<Danger> all() {
    return List.copyOf(dangers.values());
  }

  List<Drafted> drafted() {
    return List.copyOf(drafted);
  }

  void restore(List<Danger> saved, List<Drafted> waiting) {
    dangers.clear();
    saved.forEach(danger -> dangers.put(danger.cause(), danger));
    drafted.clear();
    drafted.addAll(waiting);
  }
}
