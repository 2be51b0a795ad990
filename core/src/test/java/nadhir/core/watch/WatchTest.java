package nadhir.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nadhir.core.command.HazardCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.id.HazardId;
import nadhir.core.id.PersonRef;
import nadhir.core.journal.Head;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Actor OPERATOR =
      new Actor.Person(new PersonRef("op-1"), List.of(Role.OPERATOR));

  private final InMemoryJournal journal = new InMemoryJournal();
  private final JournalCodec codec = new JournalCodec(new Lane.Live());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
  private final List<Entry> published = new ArrayList<>();
  private final Desks desks = new Desks(List.of(new CountingDesk()));
  private final Watch watch = watch(desks, Head.EMPTY, 1);

  private Watch watch(Desks desks, Head head, long epoch) {
    var watch =
        new Watch(
            journal,
            codec,
            desks,
            head,
            epoch,
            now::get,
            (entries, _) -> published.addAll(entries),
            () -> true);
    watch.start("watch-under-test");
    return watch;
  }

  @AfterEach
  void stop() {
    watch.close();
  }

  private static <T> T get(java.util.concurrent.CompletableFuture<T> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private Answer send(String commandId, String hazard, String why) throws Exception {
    return get(watch.submit(new CommandId(commandId), OPERATOR, end(hazard, why)));
  }

  private static HazardCommand end(String hazard, String why) {
    return new HazardCommand.EndHazard(new HazardId(hazard), why);
  }

  private CountingDesk.Counted counted() throws Exception {
    return get(watch.ask(d -> d.state(CountingDesk.Counted.class).orElseThrow()));
  }

  @Test
  void consequencesAreSettledDepthFirstInOneBlock() throws Exception {
    assertEquals(new Answer.Accepted(1, Optional.of("x")), send("c-1", "x", "child 2"));
    assertEquals("x@3 xa@4 xaa@5 xab@6 xb@7", String.join(" ", counted().seen()));
    assertEquals(List.of(1L), causes());
    assertEquals(7, journal.head().seq());
  }

  private List<Long> causes() {
    return published.stream().map(Entry::cause).distinct().toList();
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndChangesNothing() throws Exception {
    Answer first = send("c-1", "x", "end");
    long head = journal.head().seq();
    assertEquals(first, send("c-1", "x", "end"));
    assertEquals(first, send("c-1", "y", "refuse"));
    assertEquals(head, journal.head().seq());
    assertEquals(new Answer.Refused(4, "not-now", "Not now."), send("c-2", "y", "refuse"));
    assertEquals(new Answer.Refused(4, "not-now", "Not now."), send("c-2", "y", "refuse"));
  }

  @Test
  void aLostReplyIsSettledByTheHeadAndWrittenOnce() throws Exception {
    journal.loseNextReply();
    assertEquals(new Answer.Accepted(1, Optional.of("x")), send("c-1", "x", "end"));
    assertEquals(3, journal.head().seq());
    assertEquals(3, published.size());
  }

  @Test
  void nothingIsAnsweredWhileTheJournalIsAway() throws Exception {
    journal.goAway();
    var later = watch.submit(new CommandId("c-1"), OPERATOR, end("x", "end"));
    Watch.End why = get(watch.ended());
    assertInstanceOf(Watch.End.Broken.class, why);
    assertInstanceOf(Answer.Unavailable.class, get(later));
    assertTrue(published.isEmpty());
    journal.comeBack();
    assertEquals(0, journal.head().seq());
  }

  @Test
  void aNewerWriterFencesTheOldOneOff() throws Exception {
    send("c-1", "x", "end");
    var other = new Desks(List.of(new CountingDesk()));
    String hash = Head.GENESIS;
    for (var line : journal.read(1, 10)) {
      other.fold(codec.decode(line, hash));
      hash = line.hash();
    }
    try (var second = watch(other, journal.head(), 2)) {
      get(second.submit(new CommandId("c-2"), OPERATOR, end("y", "end")));
      assertInstanceOf(Answer.Unavailable.class, send("c-3", "z", "end"));
      assertInstanceOf(Watch.End.Fenced.class, get(watch.ended()));
      assertInstanceOf(Answer.Unavailable.class, send("c-4", "z", "end"));
      assertEquals(6, journal.head().seq());
    }
  }

  @Test
  void desksThatAnswerEachOtherForEverEndTheWatchAndWriteNothing() throws Exception {
    assertInstanceOf(Answer.Unavailable.class, send("c-1", "x", "flood"));
    assertInstanceOf(Watch.End.Broken.class, get(watch.ended()));
    assertEquals(Head.EMPTY, journal.head());
  }

  @Test
  void aDeskThatFailsWritesNothing() throws Exception {
    assertInstanceOf(Answer.Unavailable.class, send("c-1", "x", "throw"));
    assertEquals(Head.EMPTY, journal.head());
  }

  @Test
  void wakeUpsComeWhenTheyAreDueInOrder() throws Exception {
    send("c-1", "late", "wake 60");
    send("c-2", "early", "wake 30");
    assertEquals(0, get(watch.runWakeUps()));
    assertEquals(Optional.of(Instant.parse("2026-11-20T12:00:30Z")), watch.view().nextWakeUp());
    now.set(Instant.parse("2026-11-20T12:02:00Z"));
    assertEquals(2, get(watch.runWakeUps()));
    assertEquals(
        List.of("woken early at 2026-11-20T12:02:00Z", "woken late at 2026-11-20T12:02:00Z"),
        counted().seen());
    assertEquals(Optional.empty(), watch.view().nextWakeUp());
  }

  @Test
  void laneTimeNeverRunsBackwards() throws Exception {
    send("c-1", "x", "end");
    now.set(Instant.parse("2026-11-20T11:00:00Z"));
    send("c-2", "y", "end");
    assertEquals(
        "2026-11-20T12:00:00Z",
        published.stream().map(e -> e.at().toString()).distinct().collect(Collectors.joining()));
  }

  @Test
  void waitingInputsShareAnAppend() throws Exception {
    var counting = new int[1];
    List<java.util.concurrent.CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      answers.add(watch.submit(new CommandId("c-" + i), OPERATOR, end("h-" + i, "end")));
    }
    for (var answer : answers) {
      assertInstanceOf(Answer.Accepted.class, get(answer));
      counting[0]++;
    }
    assertEquals(1_000, counting[0]);
    assertEquals(3_000, journal.head().seq());
    assertEquals(1_000, counted().ended());
  }

  @Test
  void everythingIsFoldedAgainFromSnapshotsAndLines()
      throws ExecutionException, InterruptedException, TimeoutException, Exception {
    send("c-1", "x", "child 3");
    String snapshot = get(watch.ask(Desks::snapshotJson));
    send("c-2", "y", "effect");
    send("c-3", "z", "wake 5");
    String hash = get(watch.ask(Desks::stateHash));
    var again = new Desks(List.of(new CountingDesk()));
    again.restore(snapshot);
    String previous = journal.read(again.seq(), 1).getFirst().hash();
    for (var line : journal.read(again.seq() + 1, Journal.MAX_BLOCK)) {
      again.fold(codec.decode(line, previous));
      previous = line.hash();
    }
    assertEquals(hash, again.stateHash());
    assertEquals(get(watch.ask(Desks::snapshotJson)), again.snapshotJson());
  }

  @Test
  void whoKeepsTheWatchIsNotInTheStateHash() throws Exception {
    String before = get(watch.ask(Desks::stateHash));
    get(
        watch.offer(
            new Input.WatchTaken(new nadhir.core.id.MemberId("m-1"), 7), new Actor.House("watch")));
    assertEquals(before, get(watch.ask(Desks::stateHash)));
  }
}
