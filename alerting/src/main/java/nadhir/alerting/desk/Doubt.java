package nadhir.alerting.desk;

/** Keys of doubts that the alert desk itself adds to what the approver sees. */
final class Doubt {
  /** A gap could not be filled: it cannot be approved as it is. */
  static final String INCOMPLETE = "incomplete-text";

  /** The rule names a message that the site does not have. */
  static final String UNKNOWN_MESSAGE = "unknown-message";

  /** The assessment names no zone that the site has. */
  static final String NO_AREA = "no-area";

  /** A person called an earlier alert of this assessment an error. */
  static final String CANCELLED_BEFORE = "cancelled-before";

  /** Another alert tells the same people to do something else. */
  static final String CONTRADICTS = "contradicting-instructions";

  /** The message speaks of an exercise, and this is none. */
  static final String EXERCISE_IN_LIVE = "exercise-in-live";

  /** Part of the area lies beyond the border: nobody is told there. */
  static final String CLIPPED = "clipped-at-border";

  private Doubt() {}
}
