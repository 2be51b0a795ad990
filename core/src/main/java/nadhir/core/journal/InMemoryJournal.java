package nadhir.core.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The twin of the journal on Redis, under the same contract test, for simulation: it can be away,
 * and it can lose the reply of an append that it has kept.
 */
public final class InMemoryJournal implements Journal {
  private final List<Line> lines = new ArrayList<>();
  private Head head = Head.EMPTY;
  private boolean away;
  private boolean losesReply;

  @Override
  public synchronized Head head() {
    checkHere();
    return head;
  }

  @Override
  public synchronized Append append(Head expected, long epoch, List<Line> block) {
    EntryChain.checkBlock(expected, block);
    if (away) {
      return new Append.Unknown("the journal is away");
    }
    var next = EntryChain.after(expected, epoch, block);
    if (!head.equals(next)) {
      boolean fits = head.seq() == expected.seq() && head.hash().equals(expected.hash());
      if (!fits || epoch < head.epoch()) {
        return new Append.Refused(head);
      }
      lines.addAll(block);
      head = next;
    }
    if (losesReply) {
      losesReply = false;
      return new Append.Unknown("the reply was lost");
    }
    return new Append.Durable(head);
  }

  @Override
  public synchronized List<Line> read(long fromSeq, int limit) {
    checkHere();
    if (fromSeq < 1 || limit < 1) {
      throw new IllegalArgumentException("entries count from 1, and at least one must be asked");
    }
    if (fromSeq > lines.size()) {
      return List.of();
    }
    int from = (int) fromSeq - 1;
    return List.copyOf(lines.subList(from, Math.min(lines.size(), from + limit)));
  }

  /** From now on the store does not answer. */
  public synchronized void goAway() {
    away = true;
  }

  public synchronized void comeBack() {
    away = false;
  }

  /** The next append is kept, but its writer hears {@link Append.Unknown}. */
  public synchronized void loseNextReply() {
    losesReply = true;
  }

  private void checkHere() {
    if (away) {
      throw new JournalUnavailable("the journal is away", null);
    }
  }
}
