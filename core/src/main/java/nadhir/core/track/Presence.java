package nadhir.core.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;

/**
 * In which places one thing is that moves: a ship, a vehicle. Says each entering and leaving once;
 * to have entered is to be covered, to have left is to be {@link Places#MARGIN_M} away, so that one
 * who lies on a border does not go in and out. One thread at a time.
 *
 * <p>{@link Places} is asked again only when the thing has moved so far that its answer can have
 * changed; else nothing is made and an empty list given.
 */
public final class Presence {
  /** At once; a further place is not noticed before it leaves one. */
  public static final int MAX_PLACES = 16;

  private final Duration dwells;
  private final List<Stay> stays = new ArrayList<>(0);
  private Places asked = Places.NONE;
  private boolean seen;
  private double latDeg;
  private double lonDeg;
  private double sameWithinM;
  private boolean guarded;

  private static final class Stay {
    final ZoneId place;
    final Instant since;
    final Instant dwellsAt;
    boolean dwelt;

    Stay(ZoneId place, Instant since, Instant dwellsAt) {
      this.place = place;
      this.since = since;
      this.dwellsAt = dwellsAt;
    }
  }

  /**
   * @param dwells after how long a stay is said to be one
   */
  public Presence(Duration dwells) {
    this.dwells = dwells;
  }

  /**
   * As one that was in these places when it was heard last, by another who followed it. What it is
   * in beyond them it enters at its next position.
   */
  public static Presence resumed(Duration dwells, List<ZoneId> places, Instant since) {
    var presence = new Presence(dwells);
    places.stream()
        .limit(MAX_PLACES)
        .forEach(place -> presence.stays.add(new Stay(place, since, since.plus(dwells))));
    return presence;
  }

  /** It is at {@code place}. */
  public List<Passage> moved(Places places, LatLon place, Instant at) {
    boolean asks = !seen || places != asked || hasMoved(place);
    if (!asks && !someoneDwells(at)) {
      return List.of();
    }
    List<Passage> passages = new ArrayList<>();
    if (asks) {
      ask(places, place, at, passages);
    }
    dwell(at, passages);
    return passages;
  }

  private boolean hasMoved(LatLon place) {
    return Plane.distanceM(latDeg, lonDeg, place.latDeg(), place.lonDeg()) >= sameWithinM;
  }

  private void ask(Places places, LatLon place, Instant at, List<Passage> passages) {
    boolean anew = !seen || places != asked;
    Places.Around around = places.around(place);
    seen = true;
    asked = places;
    latDeg = place.latDeg();
    lonDeg = place.lonDeg();
    sameWithinM = around.sameWithinM();
    guarded = around.guarded();
    leave(around.notLeft(), at, anew, passages);
    for (ZoneId id : around.inside()) {
      if (stays.size() < MAX_PLACES && !isIn(id)) {
        stays.add(new Stay(id, at, at.plus(dwells)));
        passages.add(new Passage.Entered(id, at, anew));
      }
    }
  }

  /** Nothing is heard of it any more. Should it come back, that is a new beginning. */
  public List<Passage> unheard(Instant at) {
    List<Passage> passages = new ArrayList<>();
    leave(List.of(), at, true, passages);
    seen = false;
    guarded = false;
    return passages;
  }

  /** Whether it was near a place when it was last seen. */
  public boolean guarded() {
    return guarded;
  }

  /** The places that it is in, in the order in which it entered them. */
  public List<ZoneId> places() {
    return stays.stream().map(stay -> stay.place).toList();
  }

  private boolean isIn(ZoneId place) {
    return stays.stream().anyMatch(stay -> stay.place.equals(place));
  }

  private void leave(List<ZoneId> notLeft, Instant at, boolean unheard, List<Passage> passages) {
    stays.removeIf(
        stay -> {
          boolean gone = !notLeft.contains(stay.place);
          if (gone) {
            var stayed = Duration.between(stay.since, at);
            passages.add(new Passage.Left(stay.place, at, stayed, unheard));
          }
          return gone;
        });
  }

  private boolean someoneDwells(Instant at) {
    for (int i = 0; i < stays.size(); i++) {
      if (dwellsNow(stays.get(i), at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean dwellsNow(Stay stay, Instant at) {
    return !stay.dwelt && !at.isBefore(stay.dwellsAt);
  }

  private void dwell(Instant at, List<Passage> passages) {
    for (Stay stay : stays) {
      if (dwellsNow(stay, at)) {
        stay.dwelt = true;
        passages.add(new Passage.Dwelt(stay.place, at, Duration.between(stay.since, at)));
      }
    }
  }
}
