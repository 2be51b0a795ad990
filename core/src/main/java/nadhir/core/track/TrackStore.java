package nadhir.core.track;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import nadhir.core.id.UnitId;

/**
 * Where a lane's tracks are kept. A track is only ever put in place of the one that it was made
 * from, so whoever moves a unit, on whichever member, moves it from where it is. May block; what
 * does not answer throws {@link Away}.
 *
 * <p>It may forget: then a unit goes on from what the lane knows.
 */
public interface TrackStore {
  /**
   * A track and what it was made from.
   *
   * @param before empty where nothing was kept of the unit
   */
  record Step(Optional<UnitTrack> before, UnitTrack after) {}

  /** It does not answer; what was to be put may be there or not. */
  final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Away(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** What is kept of these units, by unit; of who is not in it, nothing is. */
  SortedMap<UnitId, UnitTrack> find(Collection<UnitId> units);

  /**
   * Puts each where what it was made from still is.
   *
   * @return the units for which something else is there. That can be what was to be put: an owner
   *     that died before it had answered is asked again, and finds it done
   */
  Set<UnitId> put(List<Step> steps);

  /** All units of which something is kept, by id. */
  List<UnitId> units();

  int size();

  /** The lane is over: forgets everything, on every member. */
  void destroy();
}
