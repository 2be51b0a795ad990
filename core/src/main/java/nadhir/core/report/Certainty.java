package nadhir.core.report;

/** CAP 1.2 certainty, surest first. */
public enum Certainty {
  OBSERVED,
  LIKELY,
  POSSIBLE,
  UNLIKELY,
  UNKNOWN
}
