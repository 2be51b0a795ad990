package nadhir.alerting.text;

/**
 * What a text costs as an SMS.
 *
 * @param units septets in GSM-7, UTF-16 code units in UCS-2, without headers and fill
 * @param segments messages that are sent and paid for; 1 for an empty text
 */
public record SmsSize(SmsEncoding encoding, int units, int segments) {

  public static SmsSize of(String text) {
    SmsEncoding encoding = Gsm7.holds(text) ? SmsEncoding.GSM7 : SmsEncoding.UCS2;
    int units = text.codePoints().map(c -> cost(encoding, c)).sum();
    int segments = units <= encoding.single() ? 1 : parts(encoding, text);
    return new SmsSize(encoding, units, segments);
  }

  /** An escape and its character, or a surrogate pair, never lie in two parts. */
  private static int parts(SmsEncoding encoding, String text) {
    int parts = 1;
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      int cost = cost(encoding, c);
      if (used + cost > encoding.part()) {
        parts++;
        used = 0;
      }
      used += cost;
    }
    return parts;
  }

  private static int cost(SmsEncoding encoding, int codePoint) {
    return switch (encoding) {
      case GSM7 -> Gsm7.septets(codePoint);
      case UCS2 -> Character.charCount(codePoint);
    };
  }
}
