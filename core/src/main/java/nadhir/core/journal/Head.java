package nadhir.core.journal;

/**
 * The end of a journal.
 *
 * @param seq of the last entry, 0 when there is none
 * @param hash of the last entry, hex; {@link #GENESIS} when there is none
 * @param epoch the fencing number that the last writer appended with
 */
public record Head(long seq, String hash, long epoch) {
  /** The hash that the first entry is chained to. */
  public static final String GENESIS = "0".repeat(64);

  public static final Head EMPTY = new Head(0, GENESIS, 0);
}
