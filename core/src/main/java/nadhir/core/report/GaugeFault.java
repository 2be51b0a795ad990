package nadhir.core.report;

/** Why a gauge is not believed. */
public enum GaugeFault {
  /** Its last word is older than its interval allows. */
  LATE,
  /** Nothing for twice its interval. */
  SILENT,
  /** The same value for far too long. */
  STUCK,
  /** It sends a number that stands for none, or marks its own values as not to be used. */
  SENTINEL,
  /** A value that it cannot measure. */
  OUT_OF_RANGE,
  /** It changes faster than water or rain can. */
  JUMPING
}
