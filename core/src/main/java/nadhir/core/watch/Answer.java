package nadhir.core.watch;

import java.util.Optional;

/** What whoever handed something to the watch is told. */
public sealed interface Answer {
  /** Written, with what followed; {@code seq} is the input's entry, on disk. */
  record Accepted(long seq, Optional<String> subject) implements Answer {}

  /** Refused, and the refusal is written down. */
  record Refused(long seq, String reason, String detail) implements Answer {}

  /**
   * Not decided here: no watch, too many waiting, the journal away. Nothing was written, or it is
   * not known; the same command id may be sent again.
   */
  record Unavailable(String reason, String detail) implements Answer {}
}
