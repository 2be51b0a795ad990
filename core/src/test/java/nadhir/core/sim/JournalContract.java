package nadhir.core.sim;

import static nadhir.core.sim.JournalLines.all;
import static nadhir.core.sim.JournalLines.block;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nadhir.core.command.HazardCommand;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.id.HazardId;
import nadhir.core.journal.EntryChain;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.Journal.Append;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.Line;
import org.junit.jupiter.api.Test;

/**
 * What every journal must do. Each case starts with a journal of lane {@link JournalLines#LANE}
 * that has no entry yet.
 */
public abstract class JournalContract {
  private static final long EPOCH = 7;

  /** The journal under test; called again, another writer's view of the same one. */
  protected abstract Journal journal();

  @Test
  void aNewJournalEndsAtZero() {
    assertEquals(Head.EMPTY, journal().head());
    assertEquals(List.of(), journal().read(1, 10));
  }

  @Test
  void whatWasAppendedIsReadByAnother() {
    var lines = block(Head.EMPTY, 3, "a");
    var head = durable(journal().append(Head.EMPTY, EPOCH, lines));
    assertEquals(new Head(3, lines.getLast().hash(), EPOCH), head);
    var other = journal();
    assertEquals(head, other.head());
    assertEquals(lines, other.read(1, 10));
  }

  @Test
  void everyLineIsChainedToTheOneBefore() {
    var journal = journal();
    var head = durable(journal.append(Head.EMPTY, EPOCH, block(Head.EMPTY, 2, "a")));
    durable(journal.append(head, EPOCH, block(head, 2, "b")));
    String previous = Head.GENESIS;
    for (Line line : journal.read(1, 10)) {
      assertEquals(EntryChain.hash(previous, line.json()), line.hash());
      previous = line.hash();
    }
    assertEquals(previous, journal.head().hash());
  }

  @Test
  void ofTwoWritersWithOneEpochOneWins() throws Exception {
    var first = journal();
    var second = journal();
    try (var pool = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 50; round++) {
        var head = first.head();
        List<Callable<Append>> race =
            List.of(
                () -> first.append(head, EPOCH, block(head, 3, "first")),
                () -> second.append(head, EPOCH, block(head, 3, "second")));
        int won = 0;
        for (var answer : pool.invokeAll(race)) {
          won += answer.get() instanceof Append.Durable ? 1 : 0;
        }
        assertEquals(1, won, "winners in round " + round);
        assertEquals(head.seq() + 3, first.head().seq());
      }
    }
    assertEquals(150, all(first, 40).size());
  }

  @Test
  void theLoserLearnsTheActualHead() {
    var won = durable(journal().append(Head.EMPTY, EPOCH, block(Head.EMPTY, 1, "a")));
    var lost = journal().append(Head.EMPTY, EPOCH, block(Head.EMPTY, 2, "b"));
    assertEquals(new Append.Refused(won), lost);
    assertEquals(1, journal().head().seq());
  }

  @Test
  void anotherHashAtTheSameSeqIsRefused() {
    var head = durable(journal().append(Head.EMPTY, EPOCH, block(Head.EMPTY, 1, "a")));
    var imagined = new Head(1, EntryChain.hash(Head.GENESIS, "{}"), EPOCH);
    assertEquals(
        new Append.Refused(head), journal().append(imagined, EPOCH, block(imagined, 1, "b")));
  }

  @Test
  void aLowerEpochIsRefusedEvenAtTheRightHead() {
    var journal = journal();
    var head = durable(journal.append(Head.EMPTY, EPOCH, block(Head.EMPTY, 1, "a")));
    assertEquals(
        new Append.Refused(head), journal.append(head, EPOCH - 1, block(head, 1, "stale")));
  }

  @Test
  void aHigherEpochFencesTheFormerWriterOff() {
    var former = journal();
    var head = durable(former.append(Head.EMPTY, EPOCH, block(Head.EMPTY, 1, "a")));
    var taken = durable(journal().append(head, EPOCH + 1, block(head, 1, "b")));
    assertEquals(EPOCH + 1, taken.epoch());
    var refused = former.append(taken, EPOCH, block(taken, 1, "a again"));
    assertEquals(new Append.Refused(taken), refused);
  }

  @Test
  void aRefusedHigherEpochFencesNobody() {
    var former = journal();
    var head = durable(former.append(Head.EMPTY, EPOCH, block(Head.EMPTY, 1, "a")));
    assertInstanceOf(
        Append.Refused.class,
        journal().append(Head.EMPTY, EPOCH + 1, block(Head.EMPTY, 1, "late")));
    durable(former.append(head, EPOCH, block(head, 1, "a goes on")));
  }

  @Test
  void epochsAreComparedAsNumbers() {
    var journal = journal();
    var head = durable(journal.append(Head.EMPTY, 9, block(Head.EMPTY, 1, "a")));
    var next = durable(journal.append(head, 10, block(head, 1, "b")));
    assertEquals(new Append.Refused(next), journal.append(next, 9, block(next, 1, "a")));
  }

  @Test
  void aRepeatAfterALostReplyChangesNothing() {
    var lines = block(Head.EMPTY, 2, "a");
    var head = durable(journal().append(Head.EMPTY, EPOCH, lines));
    assertEquals(head, durable(journal().append(Head.EMPTY, EPOCH, lines)));
    assertEquals(lines, journal().read(1, 10));
  }

  @Test
  void aRepeatUnderAnotherEpochIsRefused() {
    var lines = block(Head.EMPTY, 2, "a");
    var head = durable(journal().append(Head.EMPTY, EPOCH, lines));
    assertEquals(new Append.Refused(head), journal().append(Head.EMPTY, EPOCH + 1, lines));
  }

  @Test
  void aRefusedBlockLeavesNothingBehind() {
    var head = durable(journal().append(Head.EMPTY, EPOCH, block(Head.EMPTY, 1, "a")));
    assertInstanceOf(
        Append.Refused.class,
        journal().append(Head.EMPTY, EPOCH, block(Head.EMPTY, Journal.MAX_BLOCK, "b")));
    assertEquals(head, journal().head());
    assertEquals(1, journal().read(1, 1000).size());
  }

  @Test
  void readsGoOnWithoutGapsWhateverThePieces() {
    var journal = journal();
    var head = Head.EMPTY;
    var written = new ArrayList<Line>();
    for (int size : new int[] {1, 7, 500, 3, 12}) {
      var lines = block(head, size, "size " + size);
      head = durable(journal.append(head, EPOCH, lines));
      written.addAll(lines);
    }
    for (int piece : new int[] {1, 10, 499, 10_000}) {
      assertEquals(written, all(journal, piece), "in pieces of " + piece);
    }
    assertEquals(List.of(), journal.read(head.seq() + 1, 10));
    assertEquals(written.subList(7, 9), journal.read(8, 2));
  }

  @Test
  void aFullBlockIsOneAppend() {
    var lines = block(Head.EMPTY, Journal.MAX_BLOCK, "full");
    assertEquals(500, durable(journal().append(Head.EMPTY, EPOCH, lines)).seq());
    assertEquals(lines, all(journal(), 500));
  }

  @Test
  void aBlockThatIsTooLongEmptyOrDoesNotFitIsAMistake() {
    var journal = journal();
    var tooLong = block(Head.EMPTY, Journal.MAX_BLOCK + 1, "long");
    var later = block(new Head(4, Head.GENESIS, 0), 1, "later");
    var torn = List.of(tooLong.get(0), tooLong.get(2));
    for (var lines : List.of(tooLong, List.<Line>of(), later, torn)) {
      assertThrows(IllegalArgumentException.class, () -> journal.append(Head.EMPTY, EPOCH, lines));
    }
    assertEquals(Head.EMPTY, journal.head());
  }

  @Test
  void arabicTextComesBackAsItWas() {
    var command =
        new Input.Commanded(
            new CommandId("c-1"),
            new HazardCommand.EndHazard(
                new HazardId("haz-1"), "توقّف السيل في وادي اليتم ‏(29.5°)‏ 🌊\n\"انتهى\""));
    var lines = block(Head.EMPTY, command);
    durable(journal().append(Head.EMPTY, EPOCH, lines));
    var back = journal().read(1, 1).getFirst();
    assertEquals(lines.getFirst(), back);
    assertEquals(command, new JournalCodec(JournalLines.LANE).decode(back, Head.GENESIS).event());
  }

  @Test
  void readingFromBeforeTheFirstEntryIsAMistake() {
    var journal = journal();
    assertThrows(IllegalArgumentException.class, () -> journal.read(0, 10));
    assertThrows(IllegalArgumentException.class, () -> journal.read(1, 0));
  }

  /** Fails unless it is durable. */
  public static Head durable(Append append) {
    return assertInstanceOf(Append.Durable.class, append, append.toString()).head();
  }
}
