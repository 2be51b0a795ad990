package nadhir.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.CapCodes;
import nadhir.core.event.AlertEvent;
import nadhir.core.event.RiskEvent;
import nadhir.core.id.AlertId;
import nadhir.core.id.ZoneId;
import nadhir.dispatch.DispatchState.Danger;
import nadhir.dispatch.DispatchState.Drafted;

/**
 * What names zones as dangerous now: assessments in force, and issued alerts until they expire, are
 * cancelled, or an Update says that the danger is past. An alert over a drawn area names no zone.
 */
final class Dangers {
  private final SortedMap<String, Danger> dangers = new TreeMap<>();
  private final List<Drafted> drafted = new ArrayList<>();

  void fold(RiskEvent event) {
    switch (event) {
      case RiskEvent.Assessed(var a) -> put(a.id().value(), DispatchBook.zonesOf(a));
      case RiskEvent.Reassessed(var a) -> put(a.id().value(), DispatchBook.zonesOf(a));
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
        drafted.add(
            new Drafted(message.alert(), message.revision(), isOver(message), message.zones()));
      }
      case AlertEvent.Issued(var alert, var revision, _) -> issued(alert, revision);
      case AlertEvent.Rejected(var alert, var revision, _, _) -> forget(alert, revision);
      case AlertEvent.Replaced(var alert, var revision) -> forget(alert, revision);
      case AlertEvent.Expired(var alert, var revision, _) -> {
        forget(alert, revision);
        dangers.remove(alert.value());
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

  private static boolean isOver(AlertMessage message) {
    return message.type() == AlertMessage.MsgType.CANCEL
        || message.cap().urgency() == CapCodes.Urgency.PAST;
  }

  private void issued(AlertId alert, int revision) {
    for (Drafted draft : List.copyOf(drafted)) {
      if (draft.alert().equals(alert) && draft.revision() == revision) {
        put(alert.value(), draft.over() ? List.of() : draft.zones());
      }
    }
    forget(alert, revision);
  }

  private void put(String cause, List<ZoneId> zones) {
    if (zones.isEmpty()) {
      dangers.remove(cause);
    } else {
      dangers.put(cause, new Danger(cause, zones.stream().sorted().toList()));
    }
  }

  private void forget(AlertId alert, int revision) {
    drafted.removeIf(d -> d.alert().equals(alert) && d.revision() == revision);
  }

  /** By zone, the ids of what names it, in order. */
  SortedMap<ZoneId, List<String>> byZone() {
    var byZone = new TreeMap<ZoneId, List<String>>();
    for (Danger danger : dangers.values()) {
      for (ZoneId zone : danger.zones()) {
        byZone.computeIfAbsent(zone, _ -> new ArrayList<>()).add(danger.cause());
      }
    }
    return byZone;
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
