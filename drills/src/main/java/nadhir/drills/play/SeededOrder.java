package nadhir.drills.play;

/** Puts names in an order that only the seed decides, the same on every machine. */
final class SeededOrder {
  private SeededOrder() {}

  /**
   * A number for {@code name}: FNV-1a over its characters, mixed with seed and salt by the
   * finishing steps of SplitMix64 (Steele, Lea, Flood 2014).
   */
  static long rank(long seed, long salt, String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mix(mix(hash + seed * 0x9e3779b97f4a7c15L) + salt);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
