package nadhir.core.id;

/**
 * A name of one thing, written as plain text in JSON and logs.
 *
 * <p>Allowed are 1 to 120 characters of {@code A-Z a-z 0-9 . _ : / -}: safe in a Redis key, a URL
 * and a CAP identifier (which forbids blanks, commas, {@code <} and {@code &}).
 */
public interface Id {
  int MAX_LENGTH = 120;

  String value();

  /** Throws when {@code value} is not a well-formed id; decoders turn that into a rejection. */
  static void check(String kind, String value) {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          kind + " must be 1 to 120 of A-Z a-z 0-9 . _ : / - but is '" + value + "'");
    }
  }

  static boolean isValid(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!letter && "._:/-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
