package nadhir.core.journal;

import static nadhir.core.sim.JournalLines.LANE;
import static nadhir.core.sim.JournalLines.block;
import static nadhir.core.sim.JournalLines.entry;
import static nadhir.core.sim.JournalLines.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.journal.JournalVerifier.Verdict;
import nadhir.core.lane.Lane;
import nadhir.core.sim.JournalOfLines;
import org.junit.jupiter.api.Test;

class JournalVerifierTest {
  private static final JournalCodec CODEC = new JournalCodec(LANE);
  private static final List<Line> FIVE = block(Head.EMPTY, 5, "a");

  private static Verdict verify(List<Line> lines, long epoch) {
    var head = lines.isEmpty() ? Head.EMPTY : headOf(lines.getLast(), epoch);
    return JournalVerifier.verify(new JournalOfLines(head, lines), CODEC);
  }

  private static Head headOf(Line line, long epoch) {
    return new Head(line.seq(), line.hash(), epoch);
  }

  private static void assertBroken(long seq, BrokenLink reason, Verdict verdict) {
    var broken = assertInstanceOf(Verdict.Broken.class, verdict, verdict.toString());
    assertEquals(reason, broken.reason(), broken.detail());
    assertEquals(seq, broken.seq(), broken.detail());
  }

  private static List<Line> with(int index, Line line) {
    var changed = new ArrayList<>(FIVE);
    changed.set(index, line);
    return changed;
  }

  @Test
  void aWholeJournalIsWhole() {
    assertEquals(new Verdict.Whole(headOf(FIVE.getLast(), 1)), verify(FIVE, 1));
    assertEquals(new Verdict.Whole(Head.EMPTY), verify(List.of(), 0));
  }

  @Test
  void aJournalLongerThanOnePieceIsWalkedToItsEnd() {
    var lines = new ArrayList<Line>();
    var head = Head.EMPTY;
    for (int i = 0; i < 7; i++) {
      var some = block(head, 500, "piece " + i);
      lines.addAll(some);
      head = EntryChain.after(head, 1, some);
    }
    assertEquals(new Verdict.Whole(head), verify(lines, 1));
    var text = lines.get(3_210);
    lines.set(3_210, new Line(3_211, text.json().replace("piece", "peace"), text.hash()));
    assertBroken(3_211, BrokenLink.HASH, verify(lines, 1));
  }

  @Test
  void aChangedEntryIsFoundThere() {
    var third = FIVE.get(2);
    var changed = new Line(3, third.json().replace("watch", "match"), third.hash());
    assertBroken(3, BrokenLink.HASH, verify(with(2, changed), 1));
  }

  @Test
  void aChangedEntryWithAHashMadeToFitBreaksTheNext() {
    var json = FIVE.get(2).json().replace("watch", "match");
    var changed = new Line(3, json, EntryChain.hash(FIVE.get(1).hash(), json));
    assertBroken(4, BrokenLink.HASH, verify(with(2, changed), 1));
  }

  @Test
  void anEntryTakenOutIsFoundThere() {
    var lines = new ArrayList<>(FIVE);
    lines.remove(2);
    assertBroken(4, BrokenLink.HASH, verify(lines, 1));
  }

  @Test
  void aTailCutOffIsMissing() {
    var head = headOf(FIVE.getLast(), 1);
    var cut = new JournalOfLines(head, FIVE.subList(0, 3));
    assertBroken(4, BrokenLink.GAP, JournalVerifier.verify(cut, CODEC));
  }

  @Test
  void entriesBehindTheHeadAreOfALaterTime() {
    var head = headOf(FIVE.get(3), 1);
    assertEquals(
        new Verdict.Whole(head), JournalVerifier.verify(new JournalOfLines(head, FIVE), CODEC));
  }

  @Test
  void aHeadThatIsNotTheLastEntryIsFound() {
    var head = new Head(5, FIVE.get(3).hash(), 1);
    var verdict = JournalVerifier.verify(new JournalOfLines(head, FIVE), CODEC);
    assertBroken(5, BrokenLink.HEAD, verdict);
  }

  @Test
  void timeThatRunsBackwardsIsFound() {
    var second = entry(2, new Input.Woken("watch", "b"));
    var early = new Entry(2, second.at().minusSeconds(60), second.actor(), 2, second.event());
    var lines = CODEC.encode(List.of(entry(1, new Input.Woken("watch", "a")), early), Head.EMPTY);
    assertBroken(2, BrokenLink.TIME, verify(lines, 1));
  }

  @Test
  void theSameTimeTwiceIsInOrder() {
    var first = entry(1, new Input.Woken("watch", "a"));
    var same = new Entry(2, first.at(), first.actor(), 2, first.event());
    var lines = CODEC.encode(List.of(first, same), Head.EMPTY);
    assertInstanceOf(Verdict.Whole.class, verify(lines, 1));
  }

  @Test
  void anEpochThatGoesBackIsFound() {
    var lines =
        CODEC.encode(
            List.of(entry(1, taken("a", 3)), entry(2, taken("b", 4)), entry(3, taken("a", 3))),
            Head.EMPTY);
    assertBroken(3, BrokenLink.EPOCH, verify(lines, 4));
    assertInstanceOf(Verdict.Whole.class, verify(lines.subList(0, 2), 4));
    assertBroken(2, BrokenLink.HEAD, verify(lines.subList(0, 2), 3));
  }

  @Test
  void anEntryOfAnotherLaneIsFound() {
    var drill = new JournalCodec(new Lane.Drill("a"));
    var lines = drill.encode(List.of(entry(1, new Input.Woken("watch", "a"))), Head.EMPTY);
    assertBroken(1, BrokenLink.MISPLACED, verify(lines, 1));
  }

  @Test
  void theDetailIsForAPerson() {
    var lines = with(2, new Line(3, "{\"v\":9}", EntryChain.hash(FIVE.get(1).hash(), "{\"v\":9}")));
    var broken = assertInstanceOf(Verdict.Broken.class, verify(lines, 1));
    assertEquals("is of format level 9, and this version reads 1", broken.detail());
    assertTrue(broken.seq() == 3);
  }
}
