package nadhir.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import nadhir.core.event.Input;
import nadhir.core.id.UnitId;

/**
 * The response units of one lane, followed by all members that follow the lane: each judges what it
 * is handed by what it knows of the lane, and puts the outcome where the tracks are kept. What is
 * news is for the caller to offer to the lane; should the caller die before, a sweep finds it out.
 *
 * <p>At most {@link #MAX_UNITS} units; one is some 600 bytes as it is kept, and 30 more for each
 * zone that it is in, of which there are at most {@link Presence#MAX_PLACES}. Can be used by many
 * threads.
 */
public final class UnitTracks {
  public static final int MAX_UNITS = 10_000;

  /** Each time that a unit was moved by somebody else, somebody else has got on. */
  private static final int MAX_TRIES = 50;

  /** What is read and put in one go when all are looked at. */
  private static final int SWEPT_AT_ONCE = 500;

  private final TrackStore store;

  public UnitTracks(TrackStore store) {
    this.store = store;
  }

  /**
   * What became of positions.
   *
   * @param taken of each, in their order
   * @param news in the order in which they are to be offered
   */
  public record Outcome(List<UnitTracker.Taken> taken, List<Input.UnitHeard> news) {
    public Outcome {
      taken = List.copyOf(taken);
      news = List.copyOf(news);
    }
  }

  /**
   * Takes positions, those of one unit in their order; each is taken or refused for itself. When
   * the store is away some are in it and some not: to send all again is harmless.
   */
  public Outcome take(List<UnitFix> fixes, UnitSight sight) {
    var taking = new Taking(fixes, new UnitTracker(sight));
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      SortedMap<UnitId, UnitTrack> kept = store.find(taking.open());
      int room = kept.size() < taking.open().size() ? room() : 0;
      taking.settle(store.put(taking.judge(kept, room)));
      if (taking.open().isEmpty()) {
        return taking.outcome();
      }
    }
    throw new TrackStore.Away("others moved " + taking.open() + " all the time", null);
  }

  /** For how many more units. */
  private int room() {
    return MAX_UNITS - store.size();
  }

  /**
   * Looks at all units: gives what changed zones mean for them, who has fallen silent, and what the
   * lane was told and does not know. For the member that keeps the watch: it knows the lane's words
   * first, and what it finds nobody else could take.
   */
  public List<Input> sweep(UnitSight sight) {
    var tracker = new UnitTracker(sight);
    List<Input> news = new ArrayList<>();
    for (List<UnitId> some : chunks(sight)) {
      SortedMap<UnitId, UnitTrack> kept = store.find(some);
      int room = kept.size() < some.size() ? room() : 0;
      List<UnitTracker.Swept> swept = new ArrayList<>();
      List<TrackStore.Step> steps = new ArrayList<>();
      for (UnitId unit : some) {
        Optional<UnitTrack> before = Optional.ofNullable(kept.get(unit));
        Optional<UnitTracker.Swept> after = tracker.sweep(unit, before);
        boolean isChanged = after.isPresent() && !before.equals(after.map(s -> s.after()));
        if (isChanged && (before.isPresent() || room-- > 0)) {
          swept.add(after.get());
          steps.add(new TrackStore.Step(before, after.get().after()));
        }
      }
      Set<UnitId> moved = store.put(steps); // their own words have told it, or the next sweep does
      swept.stream()
          .filter(s -> !moved.contains(s.after().unit()))
          .forEach(s -> news.addAll(s.news()));
    }
    return news;
  }

  /** All that are followed, by unit; of one that is not kept, what the lane knows. */
  public List<UnitTrack> tracks(UnitSight sight) {
    var tracker = new UnitTracker(sight);
    List<UnitTrack> all = new ArrayList<>();
    for (List<UnitId> some : chunks(sight)) {
      SortedMap<UnitId, UnitTrack> kept = store.find(some);
      some.forEach(
          unit -> tracker.recalled(Optional.ofNullable(kept.get(unit)), unit).ifPresent(all::add));
    }
    return all;
  }

  private List<List<UnitId>> chunks(UnitSight sight) {
    SortedSet<UnitId> all = new TreeSet<>(store.units());
    all.addAll(sight.words().units());
    List<UnitId> units = List.copyOf(all);
    List<List<UnitId>> chunks = new ArrayList<>();
    for (int from = 0; from < units.size(); from += SWEPT_AT_ONCE) {
      int to = StrictMath.min(units.size(), from + SWEPT_AT_ONCE);
      chunks.add(units.subList(from, to));
    }
    return chunks;
  }

  /** The lane is over: forgets everything, on every member. */
  public void destroy() {
    store.destroy();
  }
}
