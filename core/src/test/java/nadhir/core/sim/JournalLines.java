package nadhir.core.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.MemberId;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.Line;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;

/** Small well-formed blocks for tests that care about the journal and not about its contents. */
public final class JournalLines {
  public static final Lane LANE = new Lane.Live();

  private static final Instant START = Instant.parse("2026-11-20T12:40:00Z");
  private static final JournalCodec CODEC = new JournalCodec(LANE);

  private JournalLines() {}

  /** {@code count} inputs by {@code writer} behind {@code head}. */
  public static List<Line> block(Head head, int count, String writer) {
    var entries =
        LongStream.rangeClosed(head.seq() + 1, head.seq() + count)
            .mapToObj(seq -> entry(seq, new Input.Woken("watch", writer)))
            .toList();
    return CODEC.encode(entries, head);
  }

  /** One entry that says {@code event}. */
  public static List<Line> block(Head head, Input event) {
    return CODEC.encode(List.of(entry(head.seq() + 1, event)), head);
  }

  public static Entry entry(long seq, Input event) {
    return new Entry(seq, START.plusSeconds(seq), new Actor.House("watch"), seq, event);
  }

  public static Input taken(String member, long epoch) {
    return new Input.WatchTaken(new MemberId(member), epoch);
  }

  /** Everything in the journal, read in pieces of {@code piece}. */
  public static List<Line> all(Journal journal, int piece) {
    var all = new ArrayList<Line>();
    for (var some = journal.read(1, piece); !some.isEmpty(); ) {
      all.addAll(some);
      some = journal.read(all.size() + 1L, piece);
    }
    return all;
  }
}
