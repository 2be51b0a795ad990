package nadhir.core.track;

/** Why a track's position may be wrong. */
public enum Doubt {
  NONE,
  /** The ship says that it has no position, or 0 N 0 E. */
  NO_FIX,
  /** It is told to be where it cannot have come to. The track stays where it was. */
  JUMP,
  /** It is told to be at two places by turns: two ships use one MMSI. */
  TWO_SHIPS,
  /** More ships are told to be at one place than it can hold: false satellite signals. */
  CROWD
}
