package nadhir.core.feed.cap;

import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;

/** The elements and coded values of CAP, of all three versions, read strictly. */
final class CapWords {
  private static final List<String> NAMESPACES =
      List.of(
          "urn:oasis:names:tc:emergency:cap:1.2",
          "urn:oasis:names:tc:emergency:cap:1.1",
          "http://www.incident.com/cap/1.0");

  private CapWords() {}

  static boolean isCap(XmlElement element) {
    return NAMESPACES.contains(element.namespace());
  }

  static boolean isAlert(XmlElement element) {
    return element.name().equals("alert") && isCap(element);
  }

  /** CAP 1.0 does not demand a scope and a category. */
  static boolean isOldest(XmlElement element) {
    return element.namespace().equals(NAMESPACES.getLast());
  }

  /** What the only child of that name says; refused when there are two. */
  static Optional<String> find(XmlElement parent, String name) throws Refusal {
    if (parent.all(name).size() > 1) {
      throw new Refusal(
          Reason.REPEATED_ELEMENT, parent.name() + " has more than one '" + name + "'");
    }
    return parent.said(name);
  }

  static String need(XmlElement parent, String name) throws Refusal {
    return find(parent, name)
        .orElseThrow(
            () -> new Refusal(Reason.MISSING_ELEMENT, parent.name() + " has no '" + name + "'"));
  }

  static Severity severity(String code) throws Refusal {
    return switch (code) {
      case "Extreme" -> Severity.EXTREME;
      case "Severe" -> Severity.SEVERE;
      case "Moderate" -> Severity.MODERATE;
      case "Minor" -> Severity.MINOR;
      case "Unknown" -> Severity.UNKNOWN;
      case String _ -> throw unknown("severity", code);
    };
  }

  /** "Very Likely" is of CAP 1.0; its successors read it as Likely (CAP 1.2, 3.2.2). */
  static Certainty certainty(String code) throws Refusal {
    return switch (code) {
      case "Observed" -> Certainty.OBSERVED;
      case "Likely", "Very Likely" -> Certainty.LIKELY;
      case "Possible" -> Certainty.POSSIBLE;
      case "Unlikely" -> Certainty.UNLIKELY;
      case "Unknown" -> Certainty.UNKNOWN;
      case String _ -> throw unknown("certainty", code);
    };
  }

  /** Demanded and checked; a warning's times say more than it does. */
  static void urgency(String code) throws Refusal {
    if (!List.of("Immediate", "Expected", "Future", "Past", "Unknown").contains(code)) {
      throw unknown("urgency", code);
    }
  }

  static void scope(XmlElement alert) throws Refusal {
    Optional<String> scope =
        isOldest(alert) ? find(alert, "scope") : Optional.of(need(alert, "scope"));
    if (scope.isPresent() && !List.of("Public", "Restricted", "Private").contains(scope.get())) {
      throw unknown("scope", scope.get());
    }
  }

  static Refusal unknown(String what, String code) {
    return new Refusal(Reason.UNKNOWN_CODE, what + " '" + code + "'");
  }
}
