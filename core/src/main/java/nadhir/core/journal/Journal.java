package nadhir.core.journal;

import java.util.List;

/**
 * The append-only journal of one lane. Calls block; a caller brings its own (virtual) thread. One
 * contract test runs against every implementation.
 */
public interface Journal {
  /** At most so many lines in one append. */
  int MAX_BLOCK = 500;

  /** The end as the store has it now. Throws {@link JournalUnavailable} when it cannot be asked. */
  Head head();

  /**
   * Appends the lines after {@code expected}, all or none, and returns only when they are on disk.
   *
   * @param epoch of the writer; one lower than the head's is refused, a higher one fences all
   *     others off
   */
  Append append(Head expected, long epoch, List<Line> lines);

  /** Lines from {@code fromSeq} on, at most {@code limit}, in order and without gaps. */
  List<Line> read(long fromSeq, int limit);

  /** What came of an append. */
  sealed interface Append {
    /** On disk. */
    record Durable(Head head) implements Append {}

    /** Somebody else has written, or a newer epoch holds: the writer must step down. */
    record Refused(Head actual) implements Append {}

    /** No answer: it may be there or not. Read the head before anything else. */
    record Unknown(String why) implements Append {}
  }

  /** The store does not answer. Nothing is decided while it is away. */
  final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
