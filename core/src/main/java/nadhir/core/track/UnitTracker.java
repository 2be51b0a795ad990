package nadhir.core.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;

/**
 * Response units by their devices' words, in one lane: their last positions in memory, and what of
 * it the lane must know ({@link Input.UnitHeard}, {@link Input.UnitSilent}). Words of one unit are
 * taken in the order of their times; a repeat and what comes late changes nothing. One thread at a
 * time.
 *
 * <p>Which zones are dangerous is not known here: assessments and alerts begin and end in the
 * journal, and there the desk holds them against the zones that each unit was last heard in. So who
 * is inside already when a danger begins needs no word of its own, and a tracker that starts with
 * an empty memory says nothing twice.
 *
 * <p><b>Memory.</b> At most {@link #MAX_UNITS} units; one is some 500 bytes and 100 more for each
 * zone that it is in, of which there are at most {@link Presence#MAX_PLACES}.
 */
public final class UnitTracker {
  public static final int MAX_UNITS = 10_000;

  /** Clocks of devices that are set by satellites or by their network are better. */
  public static final Duration AHEAD = Duration.ofSeconds(30);

  /** A device that was out of reach sends what it has kept; older than this it is history. */
  public static final Duration OLDEST = Duration.ofMinutes(10);

  /** A cell of a mobile network in a city; what is worse says nothing of a zone. */
  public static final double WORST_ACCURACY_M = 500;

  /** 360 km/h: faster than a rescue helicopter. */
  static final double MOST_MPS = 100;

  /** Receivers scatter between high walls. */
  static final double SCATTER_M = 100;

  /** A place that was not heard from for so long binds nobody: the tracker came with another. */
  static final Duration BINDS = Duration.ofMinutes(15);

  /** Nearer than this to the last place told, a recommendation changes by half a minute at most. */
  static final double NEWS_M = 250;

  /**
   * So often at most, when only the place has changed: 100 units are less than 2 lines a second.
   */
  static final Duration NEWS_EVERY = Duration.ofMinutes(1);

  /** Devices send every few seconds to minutes. */
  public static final Duration SILENT = Duration.ofMinutes(10);

  private final SortedMap<UnitId, Followed> units = new TreeMap<>();
  private final Predicate<UnitId> known;

  private static final class Followed {
    UnitFix last;
    Presence presence = new Presence(SILENT); // dwelling is the desk's: it knows the dangers
    Optional<UnitTrack.Told> told = Optional.empty();
    boolean silent;
  }

  /** What became of a position. */
  public sealed interface Taken {
    /** It is the last position now. */
    record Followed(Optional<Input.UnitHeard> news) implements Taken {}

    /** It is the last position already. */
    record Repeated() implements Taken {}

    record Refused(FixFault why) implements Taken {}
  }

  /**
   * @param known whether the site has such a unit
   */
  public UnitTracker(Predicate<UnitId> known) {
    this.known = known;
  }

  /**
   * Takes a position in.
   *
   * @param places the zones that there are now
   * @param now lane time
   */
  public Taken hear(UnitFix fix, Places places, Instant now) {
    Optional<Followed> before = Optional.ofNullable(units.get(fix.unit()));
    if (before.isPresent() && before.get().last.equals(fix)) {
      return new Taken.Repeated();
    }
    Optional<FixFault> fault = fault(fix, before, now);
    if (fault.isPresent()) {
      return new Taken.Refused(fault.get());
    }
    Followed unit = before.orElseGet(Followed::new);
    units.put(fix.unit(), unit);
    unit.last = fix;
    unit.presence.moved(places, fix.place(), fix.at());
    boolean back = unit.silent;
    unit.silent = false;
    return new Taken.Followed(news(unit, back));
  }

  private Optional<FixFault> fault(UnitFix fix, Optional<Followed> before, Instant now) {
    if (!known.test(fix.unit())) {
      return Optional.of(FixFault.UNKNOWN_UNIT);
    }
    if (fix.at().isAfter(now.plus(AHEAD))) {
      return Optional.of(FixFault.AHEAD);
    }
    if (fix.at().isBefore(now.minus(OLDEST))) {
      return Optional.of(FixFault.STALE);
    }
    if (fix.accuracyM() > WORST_ACCURACY_M) {
      return Optional.of(FixFault.INACCURATE);
    }
    if (before.isEmpty()) {
      return units.size() < MAX_UNITS ? Optional.empty() : Optional.of(FixFault.TOO_MANY);
    }
    UnitFix last = before.get().last;
    if (!fix.at().isAfter(last.at())) {
      return Optional.of(FixFault.OUT_OF_ORDER);
    }
    return isTooFar(last, fix) ? Optional.of(FixFault.TOO_FAR) : Optional.empty();
  }

  private static boolean isTooFar(UnitFix last, UnitFix fix) {
    Duration waited = Duration.between(last.at(), fix.at());
    double reachM =
        MOST_MPS * waited.toMillis() / 1_000 + SCATTER_M + last.accuracyM() + fix.accuracyM();
    return waited.compareTo(BINDS) < 0 && distanceM(last.place(), fix.place()) > reachM;
  }

  private static double distanceM(LatLon a, LatLon b) {
    return Plane.distanceM(a.latDeg(), a.lonDeg(), b.latDeg(), b.lonDeg());
  }

  private static Optional<Input.UnitHeard> news(Followed unit, boolean back) {
    UnitFix fix = unit.last;
    List<ZoneId> zones = unit.presence.places().stream().sorted().toList();
    boolean old =
        unit.told
            .filter(
                told ->
                    told.zones().equals(zones)
                        && (fix.at().isBefore(told.seenAt().plus(NEWS_EVERY))
                            || distanceM(told.place(), fix.place()) < NEWS_M))
            .isPresent();
    if (old && !back) {
      return Optional.empty();
    }
    unit.told = Optional.of(new UnitTrack.Told(fix.place(), zones, fix.at()));
    return Optional.of(new Input.UnitHeard(fix.unit(), fix.place(), zones, fix.at()));
  }

  /**
   * Zones have changed: units in one that is new have entered it, those in one that is no more have
   * left it, wherever they stand.
   */
  public List<Input.UnitHeard> changed(Places places) {
    List<Input.UnitHeard> all = new ArrayList<>();
    for (Followed unit : units.values()) {
      unit.presence.moved(places, unit.last.place(), unit.last.at());
      news(unit, false).ifPresent(all::add);
    }
    return all;
  }

  /** Those who have fallen silent; each is told once until it is heard again. */
  public List<Input.UnitSilent> silent(Instant now) {
    List<Input.UnitSilent> all = new ArrayList<>();
    for (Followed unit : units.values()) {
      if (!unit.silent && !now.isBefore(unit.last.at().plus(SILENT))) {
        unit.silent = true;
        all.add(new Input.UnitSilent(unit.last.unit(), unit.last.at()));
      }
    }
    return all;
  }

  /** What was concluded of it last did not get into the journal: its next word is news. */
  public void untold(UnitId id) {
    Optional.ofNullable(units.get(id))
        .ifPresent(
            unit -> {
              unit.told = Optional.empty();
              unit.silent = false;
            });
  }

  /**
   * The lane knows this of a unit, told by whoever followed it before; what is known here already
   * and is not older stays.
   */
  public void recall(Input.UnitHeard heard) {
    Optional<Followed> before = Optional.ofNullable(units.get(heard.unit()));
    var told = new UnitTrack.Told(heard.place(), heard.zones(), heard.seenAt());
    boolean news =
        before
            .map(u -> !u.told.equals(Optional.of(told)) && !u.last.at().isAfter(heard.seenAt()))
            .orElse(true);
    if (news && known.test(heard.unit()) && (before.isPresent() || units.size() < MAX_UNITS)) {
      var unit = new Followed();
      unit.last =
          new UnitFix(
              heard.unit(),
              heard.place(),
              heard.seenAt(),
              0,
              OptionalDouble.empty(),
              OptionalDouble.empty());
      unit.presence = Presence.resumed(SILENT, heard.zones(), heard.seenAt());
      unit.told = Optional.of(told);
      units.put(heard.unit(), unit);
    }
  }

  /** The lane knows that a unit is silent. */
  public void recall(Input.UnitSilent word) {
    Optional.ofNullable(units.get(word.unit()))
        .filter(unit -> !unit.last.at().isAfter(word.since()))
        .ifPresent(unit -> unit.silent = true);
  }

  /** All that are followed, by unit. */
  public List<UnitTrack> tracks() {
    return units.values().stream()
        .map(u -> new UnitTrack(u.last, u.presence.places(), u.told, u.silent))
        .toList();
  }

  /** Takes over one that somebody else followed until now. */
  public void adopt(UnitTrack track) {
    var unit = new Followed();
    unit.last = track.last();
    unit.presence = Presence.resumed(SILENT, track.zones(), track.last().at());
    unit.told = track.told();
    unit.silent = track.silent();
    units.put(track.unit(), unit);
  }

  int size() {
    return units.size();
  }
}
