package nadhir.alerting.text;

/** How an SMS text goes over the air (3GPP TS 23.038), and how much fits in one message. */
public enum SmsEncoding {
  /** Septets of the default alphabet; characters of the extension table take two. */
  GSM7(160, 153),
  /** UTF-16 code units; one character outside the default alphabet makes the whole text this. */
  UCS2(70, 67);

  private final int single;
  private final int part;

  SmsEncoding(int single, int part) {
    this.single = single;
    this.part = part;
  }

  /** Units in a message that stands alone. */
  public int single() {
    return single;
  }

  /** Units in one part of several: a header of six octets names the message it belongs to. */
  public int part() {
    return part;
  }
}
