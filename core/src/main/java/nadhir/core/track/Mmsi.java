package nadhir.core.track;

/** An MMSI as a number; what its first digits mean is in ITU-R M.585. */
final class Mmsi {
  /** What {@link #number} gives for a text that is no MMSI. */
  static final int NONE = -1;

  private static final int DIGITS = 9;

  /** AIS gives it 30 bits, which hold ten digits. */
  private static final int MOST_DIGITS = 10;

  private Mmsi() {}

  static int number(String mmsi) {
    if (mmsi.isEmpty() || mmsi.length() > MOST_DIGITS) {
      return NONE;
    }
    long number = 0;
    for (int i = 0; i < mmsi.length(); i++) {
      int digit = mmsi.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      number = number * 10 + digit;
    }
    return number > Integer.MAX_VALUE ? NONE : (int) number;
  }

  static String text(int mmsi) {
    String digits = Integer.toString(mmsi);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /** 970 (SART), 972 (man overboard), 974 (EPIRB). */
  static boolean isBeacon(int mmsi) {
    int prefix = mmsi / 1_000_000;
    return prefix == 970 || prefix == 972 || prefix == 974;
  }

  /** 111: an aircraft in search and rescue. */
  static boolean isAircraft(int mmsi) {
    return mmsi / 1_000_000 == 111;
  }

  /** 00: a station ashore; 99: a buoy or light. Neither sails. */
  static boolean isFixed(int mmsi) {
    return mmsi < 10_000_000 || isAid(mmsi);
  }

  /** 99: a buoy or light. */
  static boolean isAid(int mmsi) {
    return mmsi / 10_000_000 == 99;
  }

  /**
   * The number, well mixed: the same on every machine and for ever (the finaliser of MurmurHash3,
   * Appleby 2011). Its upper bits choose the partition, its lower ones the place in its index.
   */
  static int mixed(int mmsi) {
    int h = mmsi;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    h ^= h >>> 16;
    return h;
  }
}
