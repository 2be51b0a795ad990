package nadhir.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;

/**
 * Walks a journal from its first entry to the head that it had when the walk began, and finds the
 * first link that is broken.
 */
public final class JournalVerifier {
  private static final int PIECE = 1_000;

  private final Journal journal;
  private final JournalCodec codec;
  private String hash = Head.GENESIS;
  private long seq;
  private Instant at = Instant.MIN;
  private long epoch;

  private JournalVerifier(Journal journal, JournalCodec codec) {
    this.journal = journal;
    this.codec = codec;
  }

  /** What the walk found. */
  public sealed interface Verdict {
    /** Nothing is wrong from entry 1 to {@code head}. */
    record Whole(Head head) implements Verdict {}

    /** {@code seq} is the first entry that is wrong or missing. */
    record Broken(long seq, BrokenLink reason, String detail) implements Verdict {}
  }

  /** Throws {@link Journal.JournalUnavailable} when the store does not answer. */
  public static Verdict verify(Journal journal, JournalCodec codec) {
    return new JournalVerifier(journal, codec).walk();
  }

  private Verdict walk() {
    Optional<Head> head = Optional.empty();
    String lost = "";
    try {
      head = Optional.of(journal.head());
    } catch (JournalVanished e) {
      lost = e.getMessage();
    }
    long end = head.map(Head::seq).orElse(Long.MAX_VALUE);
    try {
      while (seq < end) {
        var lines = journal.read(seq + 1, (int) Math.min(PIECE, end - seq));
        if (lines.isEmpty()) {
          break;
        }
        follow(lines);
      }
    } catch (JournalBroken e) {
      return new Verdict.Broken(e.seq(), e.reason(), e.detail());
    }
    return head.isPresent()
        ? compare(head.get())
        : new Verdict.Broken(seq + 1, BrokenLink.HEAD, lost);
  }

  private void follow(List<Line> lines) {
    for (Line line : lines) {
      var entry = codec.decode(line, hash);
      if (entry.at().isBefore(at)) {
        throw new JournalBroken(
            line.seq(), BrokenLink.TIME, entry.at() + " is before " + at + " of the entry before");
      }
      checkEpoch(entry);
      hash = line.hash();
      seq = line.seq();
      at = entry.at();
    }
  }

  private void checkEpoch(Entry entry) {
    if (entry.event() instanceof Input.WatchTaken taken) {
      if (taken.epoch() < epoch) {
        throw new JournalBroken(
            entry.seq(),
            BrokenLink.EPOCH,
            "the watch was taken with epoch " + taken.epoch() + " after epoch " + epoch);
      }
      epoch = taken.epoch();
    }
  }

  private Verdict compare(Head head) {
    if (seq < head.seq()) {
      return new Verdict.Broken(
          seq + 1, BrokenLink.GAP, "is missing, and the head is entry " + head.seq());
    }
    if (!hash.equals(head.hash())) {
      return new Verdict.Broken(seq, BrokenLink.HEAD, "the head has another hash than its entry");
    }
    if (head.epoch() < epoch) {
      return new Verdict.Broken(
          seq, BrokenLink.HEAD, "the head has epoch " + head.epoch() + ", its entries " + epoch);
    }
    return new Verdict.Whole(head);
  }
}
