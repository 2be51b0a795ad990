package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;

/**
 * What happens because time passes: hazards end, gauges fall silent. Wake-ups are asked for once,
 * and again only when they come too early.
 */
final class Endings {
  /** A hazard that its source took back waits so long for a person before it leaves the table. */
  static final Duration WITHDRAWN_STAYS = Duration.ofDays(7);

  private static final String END = "end/";
  private static final String GAUGE = "gauge/";

  private final Hazards hazards;
  private final FloodFusion floods;
  private final GaugeWords words;
  private final SortedMap<String, Instant> wakeUps = new TreeMap<>();

  Endings(Hazards hazards, FloodFusion floods, Gauges gauges) {
    this.hazards = hazards;
    this.floods = floods;
    this.words = new GaugeWords(gauges);
  }

  void fold(WatchEvent event) {
    switch (event) {
      case WatchEvent.WakeUpAsked(var desk, var key, var due) when isOurs(desk) ->
          wakeUps.put(key, due);
      case WatchEvent.WakeUpDropped(var desk, var key) when isOurs(desk) -> came(key);
      case WatchEvent _ -> {}
    }
  }

  void came(String key) {
    wakeUps.remove(key);
  }

  private static boolean isOurs(String desk) {
    return desk.equals(HazardDesk.NAME);
  }

  List<Event> woken(Entry entry, String key) {
    if (key.startsWith(GAUGE)) {
      return gaugeDue(entry, key, new GaugeId(key.substring(GAUGE.length())));
    }
    return hazards
        .find(new HazardId(key.substring(END.length())))
        .filter(k -> k.endedAt().isEmpty())
        .map(k -> endOrWait(entry, key, k.hazard()))
        .stream()
        .toList();
  }

  private List<Event> gaugeDue(Entry entry, String key, GaugeId id) {
    Optional<Instant> due = words.silenceDue(id);
    if (due.isEmpty()) {
      return List.of();
    }
    return List.of(
        due.get().isAfter(entry.at())
            ? new WatchEvent.WakeUpAsked(HazardDesk.NAME, key, due.get())
            : words.silence(id, entry.at()));
  }

  /** After any word of a gauge, and after it was called late. */
  List<Event> awaitSilence(GaugeId id) {
    return words
        .silenceDue(id)
        .filter(_ -> !wakeUps.containsKey(GAUGE + id))
        .<Event>map(due -> new WatchEvent.WakeUpAsked(HazardDesk.NAME, GAUGE + id, due))
        .stream()
        .toList();
  }

  private Event endOrWait(Entry entry, String key, Hazard hazard) {
    var over = overFrom(hazard);
    if (over.isEmpty()) {
      var again = entry.at().plus(hazards.staysFor(hazard.type()));
      return new WatchEvent.WakeUpAsked(HazardDesk.NAME, key, again);
    }
    if (over.get().isAfter(entry.at())) {
      return new WatchEvent.WakeUpAsked(HazardDesk.NAME, key, over.get());
    }
    return new HazardEvent.Ended(hazard.id(), entry.at(), why(hazard));
  }

  private static String why(Hazard hazard) {
    if (hazard.status() == Hazard.Status.WITHDRAWN) {
      return HazardDesk.WITHDRAWN_LONG_AGO;
    }
    boolean own = hazard.detail() instanceof HazardDetail.Stated s && s.until().isPresent();
    return own ? HazardDesk.TIME_IS_OVER : HazardDesk.NOTHING_MORE_HEARD;
  }

  List<Event> awaitEnd(Entry entry, Hazard hazard) {
    String key = END + hazard.id();
    Instant due =
        overFrom(hazard)
            .orElseGet(() -> hazard.lastReportAt().plus(hazards.staysFor(hazard.type())));
    if (due.isBefore(entry.at())) {
      due = entry.at();
    }
    Instant asked = wakeUps.get(key);
    return asked == null || due.isBefore(asked)
        ? List.of(new WatchEvent.WakeUpAsked(HazardDesk.NAME, key, due))
        : List.of();
  }

  /** When the hazard is over if nothing more is heard; empty while it cannot be. */
  private Optional<Instant> overFrom(Hazard hazard) {
    Duration stays = hazards.staysFor(hazard.type());
    Instant silence = hazard.lastReportAt().plus(stays);
    if (hazard.status() == Hazard.Status.WITHDRAWN) {
      return Optional.of(
          stays.compareTo(WITHDRAWN_STAYS) > 0
              ? silence
              : hazard.lastReportAt().plus(WITHDRAWN_STAYS));
    }
    return switch (hazard.detail()) {
      case HazardDetail.Flood flood -> floods.overFrom(hazard, flood);
      case HazardDetail.Stated stated -> Optional.of(stated.until().orElse(silence));
      case HazardDetail.Quake _, HazardDetail.Distress _, HazardDetail.Vessel _ ->
          Optional.of(silence);
    };
  }

  /** Nothing is awaited of a hazard that is over. */
  List<Event> dropEnd(HazardId hazard) {
    return wakeUps.containsKey(END + hazard)
        ? List.of(new WatchEvent.WakeUpDropped(HazardDesk.NAME, END + hazard))
        : List.of();
  }

  SortedMap<String, Instant> wakeUps() {
    return wakeUps;
  }

  void restore(SortedMap<String, Instant> state) {
    wakeUps.clear();
    wakeUps.putAll(state);
  }
}
