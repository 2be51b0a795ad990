package nadhir.alerting.register;

/**
 * Our own hash of text, the same on every machine and for ever: stored partitions and seeded
 * outcomes depend on it. FNV-1a (64 bit, over UTF-16 units) with the finaliser of SplitMix64
 * (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
 */
public final class StableHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private StableHash() {}

  public static long of(String text) {
    return of(0, text);
  }

  /** The hash under a seed; different seeds give unrelated hashes of the same text. */
  public static long of(long seed, String text) {
    long hash = FNV_OFFSET ^ mix(seed);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return mix(hash);
  }

  /** A number from 0 (inclusive) to 1 (exclusive) that only seed and text decide. */
  public static double fraction(long seed, String text) {
    return (of(seed, text) >>> 11) * 0x1.0p-53;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
