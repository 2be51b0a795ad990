package nadhir.core.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Input;
import nadhir.core.geo.LatLon;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;

/**
 * Follows response units by their devices' words: makes of what is remembered of a unit what is to
 * be remembered next, and what of it the lane must know ({@link Input.UnitHeard}, {@link
 * Input.UnitSilent}). It keeps nothing itself. Words of one unit are taken in the order of their
 * times; a repeat and what comes late changes nothing.
 *
 * <p>Which zones are dangerous is not known here: assessments and alerts begin and end in the
 * journal, and there the desk holds them against the zones that each unit was last heard in. So who
 * is inside already when a danger begins needs no word of its own.
 *
 * <p>What was offered and what the lane knows are compared, not remembered as done: what the lane
 * does not know after {@link #PATIENCE} is offered again, whoever offered it and whyever it was
 * lost; and where nothing is remembered, the lane's own word is where it goes on from, so that
 * nothing is concluded twice.
 */
public record UnitTracker(UnitSight sight) {
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

  /** An offer that crosses the bus is tried four times for 5 s; a repeat would be harmless. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What became of a position. */
  public sealed interface Taken {
    /** It is the last position now. */
    record Followed(UnitTrack after, Optional<Input.UnitHeard> news) implements Taken {}

    /** It was taken before: it is the last position already, or was sent before that one. */
    record Repeated() implements Taken {}

    record Refused(FixFault why) implements Taken {}
  }

  /** What a unit that says nothing has become; the news in the order in which to offer them. */
  public record Swept(UnitTrack after, List<Input> news) {
    public Swept {
      news = List.copyOf(news);
    }
  }

  /**
   * Takes a position in.
   *
   * @param kept what is remembered of this unit
   */
  public Taken hear(Optional<UnitTrack> kept, UnitFix fix) {
    Optional<UnitTrack> before = recalled(kept, fix.unit());
    if (before.filter(track -> isRepeat(track.last(), fix)).isPresent()) {
      return new Taken.Repeated();
    }
    Optional<FixFault> fault = fault(fix, before.map(UnitTrack::last));
    if (fault.isPresent()) {
      return new Taken.Refused(fault.get());
    }
    List<ZoneId> zones = zones(before.map(UnitTrack::zones).orElse(List.of()), fix);
    var word = new UnitWord(fix.unit(), fix.place(), sorted(zones), fix.at(), false);
    if (before.map(track -> isNews(word, track)).orElse(true)) {
      var after = new UnitTrack(fix, zones, word, sight.now());
      return new Taken.Followed(after, Optional.of(word.heard()));
    }
    UnitTrack track = before.get();
    return new Taken.Followed(
        new UnitTrack(fix, zones, track.told(), track.toldAt()), Optional.empty());
  }

  /** Of the lane's own word it is not known how exact it was. */
  private static boolean isRepeat(UnitFix last, UnitFix fix) {
    return fix.at().equals(last.at()) && fix.place().equals(last.place());
  }

  private Optional<FixFault> fault(UnitFix fix, Optional<UnitFix> last) {
    if (!sight.known().test(fix.unit())) {
      return Optional.of(FixFault.UNKNOWN_UNIT);
    }
    if (fix.at().isAfter(sight.now().plus(AHEAD))) {
      return Optional.of(FixFault.AHEAD);
    }
    if (fix.at().isBefore(sight.now().minus(OLDEST))) {
      return Optional.of(FixFault.STALE);
    }
    if (fix.accuracyM() > WORST_ACCURACY_M) {
      return Optional.of(FixFault.INACCURATE);
    }
    if (last.filter(l -> !fix.at().isAfter(l.at())).isPresent()) {
      return Optional.of(FixFault.OUT_OF_ORDER);
    }
    return last.filter(l -> isTooFar(l, fix)).map(_ -> FixFault.TOO_FAR);
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

  private List<ZoneId> zones(List<ZoneId> before, UnitFix fix) {
    Presence presence = Presence.resumed(SILENT, before, fix.at()); // dwelling is the desk's
    presence.moved(sight.places(), fix.place(), fix.at());
    return presence.places();
  }

  private static List<ZoneId> sorted(List<ZoneId> zones) {
    return zones.stream().sorted().toList();
  }

  private boolean isNews(UnitWord word, UnitTrack before) {
    UnitWord told = before.told();
    boolean moved =
        !word.seenAt().isBefore(told.seenAt().plus(NEWS_EVERY))
            && distanceM(told.place(), word.place()) >= NEWS_M;
    return moved || !told.zones().equals(word.zones()) || told.silent() || isOverdue(before);
  }

  /** The lane does not know what it was told. */
  private boolean isOverdue(UnitTrack track) {
    return !sight.now().isBefore(track.toldAt().plus(PATIENCE))
        && !sight.words().of(track.unit()).equals(Optional.of(track.told()));
  }

  /**
   * Looks at a unit that says nothing: a zone that is new round it it has entered, one that is no
   * more it has left; it may have fallen silent; and the lane may not know yet what it was told.
   *
   * @param kept what is remembered of it; empty when only the lane knows it
   * @return empty when there is nothing to remember
   */
  public Optional<Swept> sweep(UnitId unit, Optional<UnitTrack> kept) {
    return recalled(kept, unit).filter(_ -> sight.known().test(unit)).map(this::swept);
  }

  private Swept swept(UnitTrack track) {
    UnitFix last = track.last();
    List<ZoneId> zones = zones(track.zones(), last);
    boolean silent = track.silent() || !sight.now().isBefore(last.at().plus(SILENT));
    UnitWord told =
        sorted(zones).equals(track.told().zones())
            ? track.told().with(silent)
            : new UnitWord(track.unit(), last.place(), sorted(zones), last.at(), silent);
    if (told.equals(track.told()) && !isOverdue(track)) {
      return new Swept(new UnitTrack(last, zones, told, track.toldAt()), List.of());
    }
    return new Swept(new UnitTrack(last, zones, told, sight.now()), unknown(told, last.at()));
  }

  /** What the lane lacks of a word. */
  private List<Input> unknown(UnitWord told, Instant since) {
    Optional<UnitWord> word = sight.words().of(told.unit());
    boolean isHeard = word.map(w -> w.with(told.silent())).equals(Optional.of(told));
    List<Input> news = new ArrayList<>();
    if (!isHeard) {
      news.add(told.heard());
    }
    if (told.silent() && !(isHeard && word.get().silent())) {
      news.add(new Input.UnitSilent(told.unit(), since));
    }
    return news;
  }

  /**
   * With what the lane has from others, where that is later: whoever remembered more is lost.
   *
   * @return empty when neither here nor in the lane anything is known
   */
  Optional<UnitTrack> recalled(Optional<UnitTrack> kept, UnitId unit) {
    Optional<UnitWord> word = sight.words().of(unit);
    if (word.isEmpty()) {
      return kept;
    }
    return Optional.of(
        kept.map(track -> recalled(track, word.get()))
            .orElseGet(() -> UnitTrack.recalled(word.get(), sight.now())));
  }

  private UnitTrack recalled(UnitTrack track, UnitWord word) {
    UnitWord told = track.told();
    if (word.seenAt().isAfter(track.last().at())) {
      return UnitTrack.recalled(word, sight.now());
    }
    boolean fellSilent = told.with(true).equals(word);
    return word.seenAt().isAfter(told.seenAt()) || fellSilent ? track.with(word) : track;
  }
}
