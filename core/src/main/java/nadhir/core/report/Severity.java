package nadhir.core.report;

/** CAP 1.2 severity, worst first. */
public enum Severity {
  EXTREME,
  SEVERE,
  MODERATE,
  MINOR,
  UNKNOWN
}
