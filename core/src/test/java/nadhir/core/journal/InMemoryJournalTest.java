package nadhir.core.journal;

import static nadhir.core.sim.JournalLines.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nadhir.core.sim.JournalContract;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends JournalContract {
  private final InMemoryJournal journal = new InMemoryJournal();

  @Override
  protected Journal journal() {
    return journal;
  }

  @Test
  void aLostReplyIsUnknownAndTheEntryIsThere() {
    journal.loseNextReply();
    var lines = block(Head.EMPTY, 2, "a");
    assertInstanceOf(Journal.Append.Unknown.class, journal.append(Head.EMPTY, 1, lines));
    assertEquals(2, journal.head().seq());
    assertEquals(2, durable(journal.append(Head.EMPTY, 1, lines)).seq());
  }

  @Test
  void whileItIsAwayNothingIsKnown() {
    journal.goAway();
    assertThrows(Journal.JournalUnavailable.class, journal::head);
    assertThrows(Journal.JournalUnavailable.class, () -> journal.read(1, 1));
    assertInstanceOf(
        Journal.Append.Unknown.class, journal.append(Head.EMPTY, 1, block(Head.EMPTY, 1, "a")));
    journal.comeBack();
    assertEquals(Head.EMPTY, journal.head());
  }
}
