package nadhir.core.journal;

/**
 * An entry cannot be had or understood: it is missing, changed, of an unknown kind or level, or of
 * another lane. A node that meets this stops; it never skips an entry.
 */
public final class JournalBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seq;
  private final BrokenLink reason;
  private final String detail;

  public JournalBroken(long seq, BrokenLink reason, String detail, Throwable cause) {
    super("entry " + seq + ": " + detail, cause);
    this.seq = seq;
    this.reason = reason;
    this.detail = detail;
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

  /** What is wrong, for a person; goes on from "entry 7 …" or "entry 7: …". */
  public String detail() {
    return detail;
  }
}
