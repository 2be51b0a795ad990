package nadhir.core.journal;

/**
 * An entry cannot be had or understood: it is missing, changed, of an unknown kind or level, or of
 * another lane. A node that meets this stops; it never skips an entry.
 */
public final class JournalBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seq;
  private final BrokenLink reason;

  public JournalBroken(long seq, BrokenLink reason, String detail, Throwable cause) {
    super("entry " + seq + ": " + detail, cause);
    this.seq = seq;
    this.reason = reason;
  }

  public JournalBroken(long seq, BrokenLink reason, String detail) {
    this(seq, reason, detail, null);
  }

  /** Of the first entry that is wrong. */
  public long seq() {
    return seq;
  }

  public BrokenLink reason() {
    return reason;
  }
}
