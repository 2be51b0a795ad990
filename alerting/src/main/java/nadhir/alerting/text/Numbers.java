package nadhir.alerting.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers, times and coordinates that a text names, whatever digits it is written in. */
public final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[:.,٫]\\p{Nd}+)*");

  private Numbers() {}

  /**
   * All of them in Latin digits, sorted: languages order their sentences differently, but must name
   * the same things equally often.
   */
  public static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      found.add(latin(matcher.group()));
    }
    found.sort(null);
    return found;
  }

  private static String latin(String number) {
    StringBuilder latin = new StringBuilder();
    for (char c : number.toCharArray()) {
      if (Character.isDigit(c)) {
        latin.append((char) ('0' + Character.digit(c, 10)));
      } else {
        latin.append(c == '٫' ? '.' : c);
      }
    }
    return latin.toString();
  }
}
