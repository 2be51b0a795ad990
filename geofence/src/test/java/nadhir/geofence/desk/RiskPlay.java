package nadhir.geofence.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.geofence.AqabaPack;

/**
 * Plays events to a risk desk as the watch does, and writes down what it concludes, one line each.
 * The day is 20 November 2026, times are Aqaba's.
 */
final class RiskPlay {
  private AqabaPack site;
  private RiskDesk desk;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private long seq;

  RiskPlay(AqabaPack site) {
    this.site = site;
    this.desk = site.desk();
  }

  static Instant at(String local) {
    return LocalTime.parse(local)
        .atDate(LocalDate.of(2026, 11, 20))
        .atOffset(ZoneOffset.ofHours(3))
        .toInstant();
  }

  RiskPlay then(String local, Event event) {
    return then(at(local), event);
  }

  RiskPlay then(Instant at, Event event) {
    settle(at, seq + 1, event);
    return this;
  }

  /**
   * A wake-up that was asked for comes; one that nobody waits for comes all the same.
   *
   * @param key as it is told, without the hash of what is counted
   */
  RiskPlay wake(String local, String key) {
    String whole =
        desk.snapshot().waiting().keySet().stream()
            .filter(asked -> shown(asked).equals(key))
            .findFirst()
            .orElse(key);
    return then(local, new Input.Woken(RiskDesk.NAME, whole));
  }

  /** A key without the hash of what is counted. */
  static String shown(String key) {
    return switch (WaitKey.parse(key)) {
      case WaitKey.ToFire(var rule, var hazard, _) -> rule + "|" + hazard;
      case WaitKey.ToClear(var assessment, var hazard, var zone, _) ->
          "until|" + assessment + "|" + hazard + zone.map(id -> "|" + id).orElse("");
    };
  }

  private void settle(Instant at, long cause, Event event) {
    seq++;
    var entry = new Entry(seq, at, new Actor.House("test"), cause, event);
    entries.add(entry);
    desk.fold(entry);
    show(entry);
    for (Event consequence : desk.react(entry)) {
      settle(at, cause, consequence);
    }
  }

  /** From now on with other rules or zones; the desk is made anew with the state that it had. */
  RiskPlay with(AqabaPack changed) {
    site = changed;
    restart();
    return this;
  }

  /** Another member takes over: its desk gets the state as JSON. */
  void restart() {
    String json = DomainJson.write(desk.snapshot());
    desk = site.desk();
    desk.restore(DomainJson.read(json, RiskState.class));
  }

  RiskDesk desk() {
    return desk;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The last assessment that was made or revised. */
  Assessment last() {
    return entries.reversed().stream()
        .flatMap(
            entry ->
                switch (entry.event()) {
                  case RiskEvent.Assessed(var assessment) -> Stream.of(assessment);
                  case RiskEvent.Reassessed(var assessment) -> Stream.of(assessment);
                  default -> Stream.<Assessment>empty();
                })
        .findFirst()
        .orElseThrow();
  }

  String told() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void show(Entry entry) {
    String time = local(entry.at());
    switch (entry.event()) {
      case RiskEvent.Assessed(var assessment) -> lines.add(time + " " + shown(assessment));
      case RiskEvent.Reassessed(var assessment) -> lines.add(time + " again " + shown(assessment));
      case RiskEvent.Cleared(_, _, var why) -> lines.add(time + " cleared: " + why);
      case WatchEvent.WakeUpAsked(_, var key, var due) ->
          lines.add(time + " wake at " + local(due) + " for " + shown(key));
      case WatchEvent.WakeUpDropped(_, var key) ->
          lines.add(time + " no wake-up for " + shown(key));
      default -> {}
    }
  }

  private String shown(Assessment assessment) {
    var zones = assessment.zones().stream().map(impact -> impact.zone().value()).toList();
    return assessment.rule()
        + " "
        + assessment.level()
        + " "
        + assessment.approval().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + ": "
        + assessment.message().orElse("-")
        + assessment.slots().entrySet().stream()
            .filter(slot -> !slot.getKey().equals("position"))
            .map(slot -> " " + slot.getKey() + "=" + shown(slot.getValue()))
            .collect(Collectors.joining())
        + "; "
        + (zones.size() > 5 ? zones.size() + " zones" : String.join(" ", zones))
        + (assessment.doubts().isEmpty() ? "" : " " + assessment.doubts());
  }

  private String shown(Slot slot) {
    return switch (slot) {
      case Slot.Time(var at) -> local(at);
      case Slot.Span(var from, var to) -> local(from) + "-" + local(to);
      case Slot.Position(var place) -> place.toString();
      case Slot.Places(var zones) ->
          zones.stream().map(zone -> zone.value()).collect(Collectors.joining(","));
      case Slot.Number(var value, _) -> Double.toString(value);
      case Slot.Word(var key) -> key;
    };
  }

  private String local(Instant at) {
    return at.atZone(site.site().timeZone()).toLocalTime().toString();
  }
}
