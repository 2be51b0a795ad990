package nadhir.drills.scenario;

import java.time.Instant;
import java.util.Optional;

/** What a scripted person waits for. {@link #ANY} stands for every message, card or unit. */
public sealed interface Trigger {
  String ANY = "*";

  /** A moment. */
  record At(Instant at) implements Trigger {}

  /** A revision made from this message of the site waits for approval. */
  record AlertProposed(String message) implements Trigger {}

  /** A revision made from this message has been sent to its audience. */
  record AlertDelivered(String message) implements Trigger {}

  /** Units are recommended for a new incident with this run card. */
  record IncidentOpened(String runCard) implements Trigger {}

  /** A unit is assigned, perhaps to an incident with this run card. */
  record UnitAssigned(String unit, Optional<String> runCard) implements Trigger {}

  /** Whether {@code pattern} means {@code value}. */
  static boolean means(String pattern, String value) {
    return pattern.equals(ANY) || pattern.equals(value);
  }
}
