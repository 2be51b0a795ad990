package nadhir.core.track;

/** Why a unit's position was not taken; a metric label and a text key. */
public enum FixFault {
  /** The site has no such unit. */
  UNKNOWN_UNIT,
  /** Who posts it does not speak for such a unit. */
  FOREIGN_UNIT,
  /** Its time lies ahead of ours. */
  AHEAD,
  /** It is too old to say where the unit is. */
  STALE,
  /** It may be anywhere in a whole quarter. */
  INACCURATE,
  /** No vehicle comes so far from where it was. */
  TOO_FAR,
  /** A later one was taken, or another one of the same moment. */
  OUT_OF_ORDER,
  /** More units than are followed. */
  TOO_MANY
}
