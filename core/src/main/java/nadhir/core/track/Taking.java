package nadhir.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.event.Input;
import nadhir.core.id.UnitId;

/**
 * Positions on their way in: those of a unit are judged again and again, until nobody else has
 * moved it meanwhile. One thread.
 */
final class Taking {
  private static final UnitTracker.Taken OUT_OF_ORDER =
      new UnitTracker.Taken.Refused(FixFault.OUT_OF_ORDER);

  private final List<UnitFix> fixes;
  private final UnitTracker tracker;
  private final UnitTracker.Taken[] taken;

  /** The units that are not in yet, each with the numbers of its positions. */
  private final SortedMap<UnitId, List<Integer>> open = new TreeMap<>();

  /** What was to be put last. */
  private final SortedMap<UnitId, UnitTrack> wanted = new TreeMap<>();

  Taking(List<UnitFix> fixes, UnitTracker tracker) {
    this.fixes = List.copyOf(fixes);
    this.tracker = tracker;
    this.taken = new UnitTracker.Taken[fixes.size()];
    for (int i = 0; i < fixes.size(); i++) {
      open.computeIfAbsent(fixes.get(i).unit(), _ -> new ArrayList<>()).add(i);
    }
  }

  Set<UnitId> open() {
    return Set.copyOf(open.keySet());
  }

  /**
   * Judges those that are open.
   *
   * @param kept what there is of them
   * @param room for so many of whom there is nothing
   */
  List<TrackStore.Step> judge(SortedMap<UnitId, UnitTrack> kept, int room) {
    List<TrackStore.Step> steps = new ArrayList<>();
    int left = room;
    for (var positions : open.entrySet()) {
      UnitId unit = positions.getKey();
      Optional<UnitTrack> before = Optional.ofNullable(kept.get(unit));
      boolean isPut = before.isPresent() && before.equals(Optional.ofNullable(wanted.get(unit)));
      if (!isPut) {
        Optional<UnitTrack> after = judge(before, positions.getValue(), left > 0);
        if (!after.equals(before)) {
          left -= before.isPresent() ? 0 : 1;
          wanted.put(unit, after.get());
          steps.add(new TrackStore.Step(before, after.get()));
        }
      }
    }
    return steps;
  }

  private Optional<UnitTrack> judge(Optional<UnitTrack> before, List<Integer> numbers, boolean in) {
    Optional<UnitTrack> track = before;
    for (int number : numbers) {
      UnitTracker.Taken each = tracker.hear(track, fixes.get(number));
      if (each instanceof UnitTracker.Taken.Followed followed) {
        if (track.isPresent() || in) {
          track = Optional.of(followed.after());
        } else {
          each = new UnitTracker.Taken.Refused(FixFault.TOO_MANY);
        }
      }
      taken[number] = each;
    }
    repeated(numbers);
    return track;
  }

  /**
   * Whoever sends again what was taken, its answer having been lost, sends again what came before
   * it, too: that is no disorder of theirs.
   */
  private void repeated(List<Integer> numbers) {
    boolean isRepeat = false;
    for (int number : numbers.reversed()) {
      isRepeat |= taken[number] instanceof UnitTracker.Taken.Repeated;
      if (isRepeat && taken[number].equals(OUT_OF_ORDER)) {
        taken[number] = new UnitTracker.Taken.Repeated();
      }
    }
  }

  /** All are in but {@code others}. */
  void settle(Set<UnitId> others) {
    open.keySet().retainAll(others);
  }

  UnitTracks.Outcome outcome() {
    List<Input.UnitHeard> news = new ArrayList<>();
    for (UnitTracker.Taken each : taken) {
      if (each instanceof UnitTracker.Taken.Followed followed) {
        followed.news().ifPresent(news::add);
      }
    }
    return new UnitTracks.Outcome(List.of(taken), news);
  }
}
