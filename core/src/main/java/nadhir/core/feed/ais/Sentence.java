package nadhir.core.feed.ais;

import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * One NMEA 0183 sentence {@code !AIVDM,total,number,sequence,channel,payload,pad*checksum}.
 *
 * @param total parts of the message, 1 to 9
 * @param number which of them this is, from 1
 * @param group what parts of one message have in common: talker, sequence, channel
 */
record Sentence(int total, int number, String group, String payload, int padBits) {
  private static final int FIELDS = 7;

  /** {@code text} begins with {@code !} or {@code $}. */
  static Sentence read(String text) throws Refusal {
    String formatter = text.length() < 6 ? "" : text.substring(3, 6);
    if (text.charAt(0) != '!' || !formatter.equals("VDM") && !formatter.equals("VDO")) {
      throw new Refusal(Reason.NOT_AIS, "no !..VDM or !..VDO");
    }
    int star = text.indexOf('*');
    checkSum(text, star);
    String[] fields = text.substring(0, star).split(",", -1);
    if (fields.length != FIELDS) {
      throw new Refusal(Reason.BAD_SENTENCE, fields.length + " fields, not " + FIELDS);
    }
    int total = digit(fields[1], 1, 9);
    int number = digit(fields[2], 1, total);
    return new Sentence(
        total,
        number,
        text.substring(1, 3) + "/" + fields[3] + "/" + fields[4],
        fields[5],
        digit(fields[6], 0, 5));
  }

  private static void checkSum(String text, int star) throws Refusal {
    if (star < 0 || text.length() < star + 3) {
      throw new Refusal(Reason.CHECKSUM_MISSING, "no *hh at the end");
    }
    int told = hex(text.charAt(star + 1)) * 16 + hex(text.charAt(star + 2));
    int sum = 0;
    for (int i = 1; i < star; i++) {
      sum ^= text.charAt(i);
    }
    if (told < 0) {
      throw new Refusal(Reason.CHECKSUM_MISSING, "no *hh at the end");
    }
    if (sum != told) {
      throw new Refusal(
          Reason.CHECKSUM_WRONG, String.format("%02X stands there, %02X is right", told, sum));
    }
  }

  private static int hex(char c) {
    int value = Character.digit(c, 16);
    return value < 0 ? -1000 : value;
  }

  private static int digit(String field, int least, int most) throws Refusal {
    int value = field.length() == 1 ? field.charAt(0) - '0' : -1;
    if (value < least || value > most) {
      throw new Refusal(
          Reason.BAD_SENTENCE, "'" + field + "' where " + least + " to " + most + " must stand");
    }
    return value;
  }
}
