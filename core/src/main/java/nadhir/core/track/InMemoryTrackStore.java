package nadhir.core.track;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import nadhir.core.id.UnitId;

/** Tracks of a node that is alone, and of tests. */
public final class InMemoryTrackStore implements TrackStore {
  private final SortedMap<UnitId, UnitTrack> tracks = new TreeMap<>();
  private boolean away;

  /** From now on it does not answer. */
  public synchronized void goAway() {
    away = true;
  }

  private SortedMap<UnitId, UnitTrack> there() {
    if (away) {
      throw new Away("the store is away", null);
    }
    return tracks;
  }

  @Override
  public synchronized SortedMap<UnitId, UnitTrack> find(Collection<UnitId> units) {
    SortedMap<UnitId, UnitTrack> found = new TreeMap<>();
    for (UnitId unit : units) {
      Optional.ofNullable(there().get(unit)).ifPresent(track -> found.put(unit, track));
    }
    return found;
  }

  @Override
  public synchronized Set<UnitId> put(List<Step> steps) {
    Set<UnitId> others = new TreeSet<>();
    for (Step step : steps) {
      UnitId unit = step.after().unit();
      if (Optional.ofNullable(there().get(unit)).equals(step.before())) {
        there().put(unit, step.after());
      } else {
        others.add(unit);
      }
    }
    return others;
  }

  @Override
  public synchronized List<UnitId> units() {
    return List.copyOf(there().keySet());
  }

  @Override
  public synchronized int size() {
    return there().size();
  }

  @Override
  public synchronized void destroy() {
    there().clear();
  }
}
