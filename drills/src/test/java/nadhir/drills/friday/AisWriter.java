package nadhir.drills.friday;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.LatLon;

/**
 * Writes AIS messages as NMEA 0183 lines, for scenarios that need ships which were never recorded.
 * Fields and scales after ITU-R M.1371-5, annex 8; armour and checksum after IEC 61162-1.
 */
final class AisWriter {
  private static final int MAX_PAYLOAD = 60;
  private static final String SIX_BIT =
      "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !\"#$%&'()*+,-./0123456789:;<=>?";

  private final StringBuilder bits = new StringBuilder();

  private AisWriter() {}

  /** Message 1: a position report. */
  static List<String> position(
      String mmsi, int status, LatLon place, double courseDeg, double speedKn, int second) {
    return new AisWriter()
        .unsigned(1, 6)
        .unsigned(0, 2)
        .unsigned(Long.parseLong(mmsi), 30)
        .unsigned(status, 4)
        .signed(-128, 8) // rate of turn not available
        .unsigned(Math.round(speedKn * 10), 10)
        .unsigned(1, 1)
        .signed(Math.round(place.lonDeg() * 600_000), 28)
        .signed(Math.round(place.latDeg() * 600_000), 27)
        .unsigned(Math.round(courseDeg * 10) % 3600, 12)
        .unsigned(511, 9) // heading not available
        .unsigned(second, 6)
        .unsigned(0, 2)
        .unsigned(0, 3)
        .unsigned(0, 1)
        .unsigned(0, 19)
        .lines();
  }

  /** Message 5: who a ship is. */
  static List<String> ship(String mmsi, String name, String callSign, int shipType, String to) {
    return new AisWriter()
        .unsigned(5, 6)
        .unsigned(0, 2)
        .unsigned(Long.parseLong(mmsi), 30)
        .unsigned(0, 2)
        .unsigned(0, 30)
        .text(callSign, 7)
        .text(name, 20)
        .unsigned(shipType, 8)
        .unsigned(20, 9)
        .unsigned(10, 9)
        .unsigned(4, 6)
        .unsigned(4, 6)
        .unsigned(1, 4)
        .unsigned(0, 4) // no time of arrival
        .unsigned(0, 5)
        .unsigned(24, 5)
        .unsigned(60, 6)
        .unsigned(25, 8)
        .text(to, 20)
        .unsigned(0, 1)
        .unsigned(0, 1)
        .lines();
  }

  /** Message 14: a safety-related text to all. */
  static List<String> safetyText(String mmsi, String text) {
    return new AisWriter()
        .unsigned(14, 6)
        .unsigned(0, 2)
        .unsigned(Long.parseLong(mmsi), 30)
        .unsigned(0, 2)
        .text(text, text.length())
        .lines();
  }

  private AisWriter unsigned(long value, int width) {
    if (value < 0 || value >= 1L << width) {
      throw new IllegalArgumentException(value + " does not fit in " + width + " bits");
    }
    for (int bit = width - 1; bit >= 0; bit--) {
      bits.append(value >> bit & 1);
    }
    return this;
  }

  private AisWriter signed(long value, int width) {
    return unsigned(value & (1L << width) - 1, width);
  }

  private AisWriter text(String text, int characters) {
    for (int i = 0; i < characters; i++) {
      int code = i < text.length() ? SIX_BIT.indexOf(text.charAt(i)) : 0;
      unsigned(code, 6);
    }
    return this;
  }

  private List<String> lines() {
    int fill = (6 - bits.length() % 6) % 6;
    bits.append("0".repeat(fill));
    var payload = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 6) {
      int value = Integer.parseInt(bits.substring(i, i + 6), 2);
      payload.append((char) (value < 40 ? value + 48 : value + 56));
    }
    int parts = (payload.length() + MAX_PAYLOAD - 1) / MAX_PAYLOAD;
    var lines = new ArrayList<String>();
    for (int part = 1; part <= parts; part++) {
      int end = Math.min(payload.length(), part * MAX_PAYLOAD);
      String piece = payload.substring((part - 1) * MAX_PAYLOAD, end);
      lines.add(
          withChecksum(
              "AIVDM,%d,%d,%s,A,%s,%d"
                  .formatted(parts, part, parts > 1 ? "1" : "", piece, part == parts ? fill : 0)));
    }
    return lines;
  }

  private static String withChecksum(String sentence) {
    int sum = 0;
    for (int i = 0; i < sentence.length(); i++) {
      sum ^= sentence.charAt(i);
    }
    return "!%s*%02X".formatted(sentence, sum);
  }
}
