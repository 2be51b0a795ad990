package nadhir.core.sim;

import java.util.List;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.Line;

/**
 * A finished journal made of any lines and head, right or wrong: a recording to read and verify.
 */
public record JournalOfLines(Head head, List<Line> lines) implements Journal {
  public JournalOfLines {
    lines = List.copyOf(lines);
  }

  @Override
  public Append append(Head expected, long epoch, List<Line> block) {
    throw new UnsupportedOperationException("a recording takes no entries");
  }

  @Override
  public List<Line> read(long fromSeq, int limit) {
    return lines.stream().filter(line -> line.seq() >= fromSeq).limit(limit).toList();
  }
}
