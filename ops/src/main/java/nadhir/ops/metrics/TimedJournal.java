package nadhir.ops.metrics;

import java.time.Duration;
import java.util.List;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.Line;

/** A journal whose appends are timed, from the call to the answer that they are on disk. */
public final class TimedJournal implements Journal {
  private final Journal journal;
  private final String lane;
  private final Metrics metrics;

  public TimedJournal(Journal journal, String lane, Metrics metrics) {
    this.journal = journal;
    this.lane = lane;
    this.metrics = metrics;
  }

  @Override
  public Head head() {
    return journal.head();
  }

  @Override
  public Append append(Head expected, long epoch, List<Line> lines) {
    long started = System.nanoTime();
    Append outcome = journal.append(expected, epoch, lines);
    if (outcome instanceof Append.Durable) {
      metrics.appended(lane, Duration.ofNanos(System.nanoTime() - started));
    }
    return outcome;
  }

  @Override
  public List<Line> read(long fromSeq, int limit) {
    return journal.read(fromSeq, limit);
  }
}
