package nadhir.alerting.register;

import java.util.regex.Pattern;

/** A telephone number in the form of ITU-T E.164: {@code +} and 7 to 15 digits. */
public record PhoneNumber(String e164) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final String SYNTHETIC = "+999";

  public PhoneNumber {
    if (!FORM.matcher(e164).matches()) {
      throw new IllegalArgumentException("a phone number is + and 7 to 15 digits");
    }
  }

  /** Of country code 999, which nobody holds: made up for drills, can ring nowhere. */
  public boolean isSynthetic() {
    return e164.startsWith(SYNTHETIC);
  }

  /** Never the number: it would end in a log. */
  @Override
  public String toString() {
    return "PhoneNumber[***]";
  }
}
