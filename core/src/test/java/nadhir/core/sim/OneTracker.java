package nadhir.core.sim;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import nadhir.core.event.Input;
import nadhir.core.id.UnitId;
import nadhir.core.track.InMemoryTrackStore;
import nadhir.core.track.LaneWords;
import nadhir.core.track.Places;
import nadhir.core.track.UnitFix;
import nadhir.core.track.UnitSight;
import nadhir.core.track.UnitTrack;
import nadhir.core.track.UnitTracker;
import nadhir.core.track.UnitTracks;

/**
 * Units that one follows alone, to whom nothing ever happens, and a lane that knows all it says.
 */
public final class OneTracker {
  /** What the lane knows. */
  public final LaneWords words = new LaneWords();

  /** While it is false what is said does not get into the journal. */
  public boolean laneTakes = true;

  private final UnitTracks tracks = new UnitTracks(new InMemoryTrackStore());
  private final Predicate<UnitId> known;

  public OneTracker(Predicate<UnitId> known) {
    this.known = known;
  }

  private UnitSight sight(Places places, Instant now) {
    return new UnitSight(known, places, words, now);
  }

  public UnitTracker.Taken hear(UnitFix fix, Places places, Instant now) {
    UnitTracks.Outcome outcome = tracks.take(List.of(fix), sight(places, now));
    offer(outcome.news());
    return outcome.taken().getFirst();
  }

  /** Looks at all. */
  public List<Input> sweep(Places places, Instant now) {
    List<Input> news = tracks.sweep(sight(places, now));
    offer(news);
    return news;
  }

  private void offer(List<? extends Input> news) {
    if (laneTakes) {
      news.forEach(word -> fold(words, word));
    }
  }

  /** As a member that follows the lane does. */
  public static void fold(LaneWords words, Input input) {
    switch (input) {
      case Input.UnitHeard heard -> words.fold(heard);
      case Input.UnitSilent silent -> words.fold(silent);
      default -> throw new IllegalArgumentException("no word of a unit: " + input);
    }
  }

  public List<UnitTrack> tracks(Instant now) {
    return tracks.tracks(sight(Places.NONE, now));
  }
}
