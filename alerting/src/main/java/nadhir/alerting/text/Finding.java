package nadhir.alerting.text;

/**
 * Something wrong with a wording.
 *
 * @param language BCP 47 tag of the wording
 * @param detail one sentence for a person
 */
public record Finding(String language, Reason reason, String detail) {
  /** What is wrong; {@link #key()} is the text key and metric label. */
  public enum Reason {
    LANGUAGE_MISSING,
    TOO_LONG,
    OVER_BUDGET,
    NOT_GSM7,
    ALL_CAPITALS,
    NUMBERS_DIFFER,
    PLACES_DIFFER,
    NO_ACTION,
    NO_EXERCISE_MARK,
    EXERCISE_MARK;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
