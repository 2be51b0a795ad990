package nadhir.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.DispatchEvent;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.Input;
import nadhir.core.event.WatchEvent;
import nadhir.core.id.UnitId;
import nadhir.dispatch.DispatchState.Heard;
import nadhir.dispatch.DispatchState.Stay;

/**
 * Where crews are by their own word, and who of them is in danger. What is said is the difference
 * between what is so and what was said: entering a place that is dangerous, being in one that
 * becomes dangerous, and a repeat of either all come out once. Who is silent stays endangered.
 *
 * <p>Words come with another zone, or with some 250 m and a minute between them. So who is in a
 * zone is known when it enters, and who is in a drawn area a minute or 250 m late. Who is in one
 * has left it when it is a margin away, so that one on its edge does not go in and out with each
 * word. Who never gave a word is nowhere.
 */
final class Crews {
  /** So long in a dangerous zone: somebody should ask whether that is meant. */
  static final Duration LONG = Duration.ofMinutes(15);

  /** Beginnings and ends said at once; a block has its bounds. */
  static final int MOST_SAID = 50;

  /** After what was said at once, what is left follows; also when nobody gives a word. */
  static final Duration REST_AFTER = Duration.ofSeconds(1);

  static final String REST = "rest";
  private static final String STAY = "stay|";

  private final DispatchBook book;
  private final SortedMap<UnitId, Heard> heard = new TreeMap<>();
  private final SortedMap<UnitId, SortedMap<DangerPlace, Stay>> stays = new TreeMap<>();

  Crews(DispatchBook book) {
    this.book = book;
  }

  void fold(Input.UnitHeard word) {
    Optional<Heard> before = find(word.unit());
    if (before.map(h -> !word.seenAt().isBefore(h.seenAt())).orElse(true)) {
      boolean later = before.map(h -> word.seenAt().isAfter(h.seenAt())).orElse(true);
      heard.put(
          word.unit(),
          new Heard(
              word.unit(),
              word.place(),
              word.zones(),
              word.seenAt(),
              before.isEmpty(),
              !later && before.get().silent(),
              before.map(Heard::unheard).orElse(false)));
    }
  }

  void fold(Input.UnitSilent word) {
    find(word.unit())
        .filter(h -> !h.seenAt().isAfter(word.since()))
        .ifPresent(h -> heard.put(h.unit(), h.with(true, h.unheard())));
  }

  void fold(DispatchEvent.UnitUnheard event) {
    find(event.unit()).ifPresent(h -> heard.put(h.unit(), h.with(h.silent(), true)));
  }

  void fold(DispatchEvent.UnitBack event) {
    find(event.unit()).ifPresent(h -> heard.put(h.unit(), h.with(h.silent(), false)));
  }

  void fold(DispatchEvent.UnitEndangered event) {
    put(new Stay(event.unit(), event.place(), event.at(), false));
  }

  void fold(DispatchEvent.UnitStays event) {
    put(new Stay(event.unit(), event.place(), event.since(), true));
  }

  void fold(DispatchEvent.UnitSafe event) {
    Optional.ofNullable(stays.get(event.unit()))
        .ifPresent(
            places -> {
              places.remove(event.place());
              if (places.isEmpty()) {
                stays.remove(event.unit());
              }
            });
  }

  private void put(Stay stay) {
    stays.computeIfAbsent(stay.unit(), _ -> new TreeMap<>()).put(stay.place(), stay);
  }

  /** A unit gave word: where it is, whether it is back, what that means for it. */
  List<Event> heard(Entry entry, Input.UnitHeard word) {
    Optional<Heard> now = find(word.unit());
    Optional<UnitState> unit = book.findUnit(word.unit());
    if (unit.isEmpty() || !now.map(h -> h.seenAt().equals(word.seenAt())).orElse(false)) {
      return List.of(); // no unit of ours, or late
    }
    var events = new ArrayList<Event>();
    if (!unit.get().place().equals(word.place())) {
      events.add(new DispatchEvent.UnitAt(word.unit(), word.place(), word.seenAt()));
    }
    events.addAll(contact(entry));
    events.addAll(changes(entry, Optional.of(word.unit())));
    return events;
  }

  /** Who has an assignment and is silent, and who was said to be so and is not any more. */
  List<Event> contact(Entry entry) {
    var events = new ArrayList<Event>();
    for (Heard h : heard.values()) {
      var assignment = book.findUnit(h.unit()).flatMap(UnitState::assignment);
      boolean missed = h.silent() && assignment.isPresent();
      if (missed && !h.unheard()) {
        events.add(new DispatchEvent.UnitUnheard(h.unit(), assignment.get(), h.seenAt()));
      } else if (!missed && h.unheard()) {
        events.add(new DispatchEvent.UnitBack(h.unit(), entry.at()));
      }
    }
    if (events.size() > MOST_SAID) {
      events.subList(MOST_SAID, events.size()).clear();
      events.add(rest(entry));
    }
    return events;
  }

  /**
   * Who came into danger and who is out of it, against what was said last.
   *
   * @param moved whose word this is; everybody else was where they are before
   */
  List<Event> changes(Entry entry, Optional<UnitId> moved) {
    SortedMap<DangerPlace, List<String>> dangers = book.dangers().byPlace();
    var events = new ArrayList<Event>();
    int said = 0;
    for (Stay stay : stays()) {
      boolean dangerous = dangers.containsKey(stay.place());
      boolean in = isStill(stay);
      if (!(dangerous && in) && said++ < MOST_SAID) {
        boolean left = !in && hasLeft(stay, dangerous && moved.equals(Optional.of(stay.unit())));
        events.add(
            new DispatchEvent.UnitSafe(stay.unit(), stay.place(), stay.since(), entry.at(), left));
        events.add(new WatchEvent.WakeUpDropped(DispatchDesk.NAME, key(stay.unit(), stay.place())));
      }
    }
    for (Heard h : heard.values()) {
      for (DangerPlace place : places(h, dangers)) {
        boolean isNew = findStay(h.unit(), place).isEmpty();
        if (isNew && book.findUnit(h.unit()).isPresent() && said++ < MOST_SAID) {
          boolean already = !moved.equals(Optional.of(h.unit())) || h.first();
          events.add(
              new DispatchEvent.UnitEndangered(
                  h.unit(), place, dangers.get(place), entry.at(), already));
          events.add(
              new WatchEvent.WakeUpAsked(
                  DispatchDesk.NAME, key(h.unit(), place), entry.at().plus(LONG)));
        }
      }
    }
    if (said > MOST_SAID) {
      events.add(rest(entry));
    }
    return events;
  }

  private static WatchEvent.WakeUpAsked rest(Entry entry) {
    return new WatchEvent.WakeUpAsked(DispatchDesk.NAME, REST, entry.at().plus(REST_AFTER));
  }

  /** A wake-up has come: the rest is to be said, or a stay is long now, if it is one still. */
  List<Event> woken(Entry entry, String key) {
    if (key.equals(REST)) {
      var events = new ArrayList<Event>(contact(entry));
      events.addAll(changes(entry, Optional.empty()));
      return events;
    }
    return stays().stream()
        .filter(stay -> key.equals(key(stay.unit(), stay.place())) && !stay.isLong())
        .<Event>map(s -> new DispatchEvent.UnitStays(s.unit(), s.place(), s.since()))
        .toList();
  }

  /** Ids have no bar in them. */
  private static String key(UnitId unit, DangerPlace place) {
    return STAY + unit + "|" + place.key();
  }

  /** The dangerous places that it is in: its zones in their order, then drawn areas. */
  private List<DangerPlace> places(Heard h, SortedMap<DangerPlace, List<String>> dangers) {
    var places = new ArrayList<DangerPlace>();
    h.zones().stream().map(DangerPlace.Zone::new).filter(dangers::containsKey).forEach(places::add);
    for (DangerPlace place : dangers.keySet()) {
      if (place instanceof DangerPlace.Drawn && isIn(h.unit(), place)) {
        places.add(place);
      }
    }
    return places;
  }

  private boolean isIn(UnitId unit, DangerPlace place) {
    return find(unit)
        .map(
            h ->
                switch (place) {
                  case DangerPlace.Zone(var zone) -> h.zones().contains(zone);
                  case DangerPlace.Drawn(var alert) -> book.dangers().drawnCovers(alert, h.place());
                })
        .orElse(false);
  }

  /** Out of a zone one is when its word says so; out of a drawn area when a margin away. */
  private boolean isStill(Stay stay) {
    return switch (stay.place()) {
      case DangerPlace.Zone _ -> isIn(stay.unit(), stay.place());
      case DangerPlace.Drawn(var alert) ->
          find(stay.unit()).map(h -> book.dangers().drawnHolds(alert, h.place())).orElse(false);
    };
  }

  /** Out of a zone one is by going; out of a drawn area also when another one is drawn. */
  private static boolean hasLeft(Stay stay, boolean wentNow) {
    return switch (stay.place()) {
      case DangerPlace.Zone _ -> true;
      case DangerPlace.Drawn _ -> wentNow;
    };
  }

  private Optional<Heard> find(UnitId unit) {
    return Optional.ofNullable(heard.get(unit));
  }

  private Optional<Stay> findStay(UnitId unit, DangerPlace place) {
    return Optional.ofNullable(stays.get(unit)).map(places -> places.get(place));
  }

  List<Heard> all() {
    return List.copyOf(heard.values());
  }

  List<Stay> stays() {
    return stays.values().stream().flatMap(places -> places.values().stream()).toList();
  }

  void restore(List<Heard> saved, List<Stay> dangerous) {
    heard.clear();
    saved.forEach(h -> heard.put(h.unit(), h));
    stays.clear();
    dangerous.forEach(this::put);
  }
}
