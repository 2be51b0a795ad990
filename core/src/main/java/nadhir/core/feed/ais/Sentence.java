package nadhir.core.feed.ais;

import java.nio.charset.StandardCharsets;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;

/**
 * One NMEA 0183 sentence {@code !AIVDM,total,number,sequence,channel,payload,pad*checksum}, where
 * it lies in what was received: thousands come a second, and most are read once.
 */
final class Sentence {
  /** Address, total, number, sequence, channel, payload, pad bits. */
  private static final int FIELDS = 7;

  private final byte[] raw;

  /** Where {@code !} stands. */
  private final int from;

  /** Where each field begins; one more than fields, so that a field ends before the next. */
  private final int[] starts = new int[FIELDS + 1];

  private final int total;
  private final int number;
  private final int padBits;

  private Sentence(byte[] raw, int from, int star) throws Refusal {
    this.raw = raw;
    this.from = from;
    split(star);
    this.total = digit(1, 1, 9);
    this.number = digit(2, 1, total);
    this.padBits = digit(6, 0, 5);
  }

  /** {@code raw[from]} is {@code !} or {@code $}; {@code to} lies behind the last character. */
  static Sentence read(byte[] raw, int from, int to) throws Refusal {
    if (raw[from] != '!' || to - from < 6 || !isVdmOrVdo(raw, from + 3)) {
      throw new Refusal(Reason.NOT_AIS, "no !..VDM or !..VDO");
    }
    return new Sentence(raw, from, checkedStar(raw, from, to));
  }

  /** Parts of the message, 1 to 9. */
  int total() {
    return total;
  }

  /** Which of them this is, from 1. */
  int number() {
    return number;
  }

  int padBits() {
    return padBits;
  }

  String payload() {
    return field(5);
  }

  /** What parts of one message have in common: talker, sequence, channel. */
  String group() {
    return text(from + 1, from + 3) + "/" + field(3) + "/" + field(4);
  }

  private static boolean isVdmOrVdo(byte[] raw, int at) {
    return raw[at] == 'V' && raw[at + 1] == 'D' && (raw[at + 2] == 'M' || raw[at + 2] == 'O');
  }

  /** Where {@code *} stands, once the checksum behind it is right. */
  private static int checkedStar(byte[] raw, int from, int to) throws Refusal {
    int sum = 0;
    int star = from;
    for (int i = from + 1; i < to; i++) {
      if (raw[i] == '*') {
        star = i;
        break;
      }
      sum ^= raw[i] & 0xff;
    }
    int told = star == from || to < star + 3 ? -1 : hex(raw[star + 1]) * 16 + hex(raw[star + 2]);
    if (told < 0) {
      throw new Refusal(Reason.CHECKSUM_MISSING, "no *hh at the end");
    }
    if (sum != told) {
      throw new Refusal(
          Reason.CHECKSUM_WRONG, String.format("%02X stands there, %02X is right", told, sum));
    }
    return star;
  }

  private static int hex(byte c) {
    int value = Character.digit(c & 0xff, 16);
    return value < 0 ? -1000 : value;
  }

  private void split(int star) throws Refusal {
    int fields = 1;
    starts[0] = from;
    for (int i = from; i < star; i++) {
      if (raw[i] == ',') {
        if (fields < FIELDS) {
          starts[fields] = i + 1;
        }
        fields++;
      }
    }
    starts[FIELDS] = star + 1;
    if (fields != FIELDS) {
      throw new Refusal(Reason.BAD_SENTENCE, fields + " fields, not " + FIELDS);
    }
  }

  private int digit(int field, int least, int most) throws Refusal {
    int at = starts[field];
    int value = starts[field + 1] - at == 2 ? (raw[at] & 0xff) - '0' : -1;
    if (value < least || value > most) {
      throw new Refusal(
          Reason.BAD_SENTENCE,
          "'" + field(field) + "' where " + least + " to " + most + " must stand");
    }
    return value;
  }

  private String field(int field) {
    return text(starts[field], starts[field + 1] - 1);
  }

  private String text(int begin, int end) {
    return new String(raw, begin, end - begin, StandardCharsets.ISO_8859_1);
  }
}
