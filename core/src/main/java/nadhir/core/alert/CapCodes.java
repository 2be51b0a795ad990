package nadhir.core.alert;

import java.util.List;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;

/**
 * The coded values of a CAP 1.2 {@code info}.
 *
 * @param category CAP category, for example {@code Met}
 * @param event CAP event name in English
 * @param responseTypes CAP responseType values, for example {@code Evacuate}
 */
public record CapCodes(
    String category,
    String event,
    List<String> responseTypes,
    Urgency urgency,
    Severity severity,
    Certainty certainty) {
  public CapCodes {
    responseTypes = List.copyOf(responseTypes);
  }

  /** The same with another urgency. */
  public CapCodes with(Urgency other) {
    return new CapCodes(category, event, responseTypes, other, severity, certainty);
  }

  /** CAP urgency. */
  public enum Urgency {
    IMMEDIATE,
    EXPECTED,
    FUTURE,
    PAST,
    UNKNOWN
  }
}
