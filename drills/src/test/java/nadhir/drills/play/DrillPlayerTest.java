package nadhir.drills.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.command.AlertCommand;
import nadhir.core.command.Command;
import nadhir.core.command.DrillCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.feed.Lookout;
import nadhir.core.id.CommandId;
import nadhir.core.id.PersonRef;
import nadhir.core.journal.InMemoryJournal;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.watch.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DrillPlayerTest {
  private static final String EVENING =
      """
      00:00 start
      00:00 story 0 calm
      04:00 story 1 shaking
      04:00 usgs GREEN
      04:00 report usgs:us1
      04:00 hazard earthquake
      04:00 proposed alert-12 ALERT earthquake
      04:00 incident inc-12
      05:00 amb-1 ASSIGNED
      06:00 approved alert-12 op-1
      06:00 amb-1 EN_ROUTE
      07:00 approved alert-12 ap-1
      07:00 issued alert-12/1
      07:00 delivered alert-12/1
      12:00 tallied alert-12/1
      16:00 amb-1 ON_SCENE
      20:00 story 2 weather
      20:00 hazard weather-warning
      20:00 proposed alert-43 ALERT weather-warning
      20:00 incident inc-43
      21:00 amb-1 ASSIGNED
      22:00 approved alert-43 op-1
      22:00 amb-1 EN_ROUTE
      23:00 approved alert-43 ap-1
      23:00 issued alert-43/1
      23:00 delivered alert-43/1
      25:00 acknowledged inst-0008
      26:00 acknowledged inst-0002
      27:00 acknowledged inst-0005
      28:00 tallied alert-43/1
      28:00 acknowledged inst-0004
      29:00 acknowledged inst-0006
      30:00 proposed alert-12 CANCEL correction
      30:00 acknowledged inst-0007
      31:00 amb-1 CLEAR
      32:00 amb-1 ON_SCENE
      32:00 approved alert-12 op-1
      33:00 approved alert-12 ap-1
      33:00 issued alert-12/2
      33:00 delivered alert-12/2
      38:00 tallied alert-12/2
      47:00 amb-1 CLEAR
      60:00 finish
      """;

  @Test
  void everythingHappensAtItsMomentInAFixedOrder() throws Exception {
    var journal = new InMemoryJournal();
    var player = play(journal);
    assertEquals(EVENING, Plays.table(SmallLane.entries(journal)));
    assertEquals(List.of(), player.refusals());
    assertEquals(Map.of("NO_MAGNITUDE", 2L), player.rejected());
  }

  @Test
  void theSameSeedGivesTheSameEntries() throws Exception {
    var one = new InMemoryJournal();
    var two = new InMemoryJournal();
    play(one);
    play(two);
    assertEquals(one.read(1, 10_000), two.read(1, 10_000));
  }

  @Test
  void anotherSeedLetsOtherInstitutionsAnswer() throws Exception {
    var journal = new InMemoryJournal();
    play(journal, new DrillPlayer.Settings(8, false), new Lines());
    var table = Plays.table(SmallLane.entries(journal));
    assertFalse(table.equals(EVENING));
    assertEquals(6, table.lines().filter(l -> l.contains("acknowledged")).count());
  }

  /** The player dies before each single thing that it hands in; another goes on. */
  @Test
  void afterATakeoverAnotherPlayerGoesOnWhereverTheFirstStood() throws Exception {
    var whole = new InMemoryJournal();
    play(whole);
    int handedIn = 0;
    for (boolean died = true; died; handedIn++) {
      var journal = new InMemoryJournal();
      died = dies(journal, handedIn);
      play(journal);
      assertEquals(
          Plays.table(SmallLane.entries(whole)),
          Plays.table(SmallLane.entries(journal)),
          "died before hand-in " + handedIn);
      assertEquals(whole.head().seq(), journal.head().seq(), "died before " + handedIn);
    }
    assertTrue(handedIn > 30, "only " + handedIn + " hand-ins were tried");
  }

  private static boolean dies(InMemoryJournal journal, int after) throws Exception {
    try {
      play(journal, new DrillPlayer.Settings(7, false), new Lines(after));
      return false;
    } catch (LanePort.LaneLost _) {
      return true;
    }
  }

  @Test
  void anotherVersionOfTheScenarioDoesNotGoOn() throws Exception {
    var journal = new InMemoryJournal();
    assertTrue(dies(journal, 4));
    var e = Plays.evening();
    var changed =
        new nadhir.drills.scenario.Scenario(
            e.name(),
            e.title(),
            e.start(),
            e.end(),
            e.speed(),
            e.fast(),
            e.seed(),
            e.people(),
            e.injects(),
            e.reactions(),
            "1".repeat(64));
    var clock = new DrillClock(Plays.START, false, Pace.max());
    try (var lane = new SmallLane(journal, clock)) {
      var player =
          new DrillPlayer(
              SmallLane.LANE,
              changed,
              new DrillPlayer.Settings(7, false),
              lane.port,
              ports(new Receipts()),
              clock,
              Pace.max());
      assertThrows(IllegalStateException.class, player::run);
    }
  }

  @Test
  void receiptsComeAfterEverythingElseThatIsDue() throws Exception {
    var receipts = new Receipts(Plays.at(4), Plays.at(12), Plays.at(90));
    var journal = new InMemoryJournal();
    var clock = new DrillClock(Plays.START, false, Pace.max());
    try (var lane = new SmallLane(journal, clock)) {
      receipts.heads = () -> lane.watch().view().head().seq();
      new DrillPlayer(
              SmallLane.LANE,
              Plays.evening(),
              new DrillPlayer.Settings(7, false),
              lane.port,
              ports(receipts),
              clock,
              Pace.max())
          .run();
    }
    var entries = SmallLane.entries(journal);
    assertEquals(List.of(lastAt(entries, 4), lastAt(entries, 12)), receipts.ranAt);
  }

  private static long lastAt(List<Entry> entries, int minute) {
    return entries.stream()
        .filter(e -> !e.at().isAfter(Plays.at(minute)))
        .mapToLong(Entry::seq)
        .max()
        .orElseThrow();
  }

  @Test
  void anInteractiveDrillHaltsForTheVisitorAndNotForTheScriptedSecondPerson() throws Exception {
    var pace = Pace.max();
    var clock = new DrillClock(Plays.START, true, pace);
    var journal = new InMemoryJournal();
    try (var lane = new SmallLane(journal, clock);
        var running = new Running(lane, clock, pace)) {
      running.awaitEntries(lane, "06:00 approved alert-12 op-1");
      assertEquals(Plays.at(6), clock.instant());
      approve(lane, "alert-12", 1, Plays.AP);
      running.awaitEntries(lane, "22:00 approved alert-43 op-1");
      assertEquals(Plays.at(22), clock.instant());
      reject(lane, "alert-43");
      running.awaitEntries(lane, "CANCEL");
      running.awaitEntries(lane, "32:00 approved alert-12 op-1");
      approve(lane, "alert-12", 2, Plays.AP);
      running.awaitEntries(lane, "finish");
    }
    var table = Plays.table(SmallLane.entries(journal));
    assertTrue(table.contains("06:00 issued alert-12/1"), table);
    assertFalse(table.contains("issued alert-43"), table);
    assertTrue(table.contains("32:00 issued alert-12/2"), table);
  }

  @Test
  void aHeldDrillStandsUntilItIsResumed() throws Exception {
    var journal = new InMemoryJournal();
    var clock = new DrillClock(Plays.START, false, Pace.max());
    var hold = new Lines();
    hold.before = 5;
    try (var lane = new SmallLane(journal, clock)) {
      hold.then =
          () ->
              lane.watch()
                  .submit(new CommandId("hold"), coordinator(), new DrillCommand.Hold("coffee"))
                  .join();
      try (var running = new Running(lane, hold, clock)) {
        running.awaitEntries(lane, "held coffee");
        Instant stands = clock.instant();
        assertFalse(Plays.table(lane.entries()).contains("finish"));
        assertEquals(stands, clock.instant());
        submit(lane, "resume", coordinator(), new DrillCommand.Resume());
        running.awaitEntries(lane, "finish");
      }
    }
    assertEquals(
        EVENING.lines().filter(l -> !l.contains("alert-") && !l.contains("inc-")).toList(),
        Plays.table(SmallLane.entries(journal))
            .lines()
            .filter(l -> !l.contains("alert-") && !l.contains("inc-"))
            .filter(l -> !l.contains("held") && !l.contains("resumed"))
            .toList());
  }

  private static Actor coordinator() {
    return new Actor.Person(new PersonRef("co-1"), List.of(Role.COORDINATOR));
  }

  private static void approve(SmallLane lane, String alert, int revision, PersonRef who) {
    submit(
        lane,
        "visitor-" + alert + "-" + revision + "-" + who,
        new Actor.Person(who, List.of(Role.APPROVER)),
        new AlertCommand.Approve(new nadhir.core.id.AlertId(alert), revision));
  }

  private static void reject(SmallLane lane, String alert) {
    submit(
        lane,
        "visitor-" + alert + "-reject",
        new Actor.Person(Plays.AP, List.of(Role.APPROVER)),
        new AlertCommand.Reject(new nadhir.core.id.AlertId(alert), 1, "no"));
  }

  private static void submit(SmallLane lane, String id, Actor actor, Command command) {
    var answer = lane.watch().submit(new CommandId(id), actor, command).join();
    assertTrue(answer instanceof Answer.Accepted, answer::toString);
  }

  private static DrillPlayer play(InMemoryJournal journal) throws InterruptedException {
    return play(journal, new DrillPlayer.Settings(7, false), new Lines());
  }

  private static DrillPlayer play(
      InMemoryJournal journal, DrillPlayer.Settings settings, Lines lines)
      throws InterruptedException {
    var clock = new DrillClock(Plays.START, false, Pace.max());
    try (var lane = new SmallLane(journal, clock)) {
      lines.behind = lane.port;
      var player =
          new DrillPlayer(
              SmallLane.LANE,
              Plays.evening(),
              settings,
              lines,
              ports(new Receipts()),
              clock,
              Pace.max());
      player.run();
      return player;
    }
  }

  private static DrillPlayer.Ports ports(ReceiptPort receipts) {
    return new DrillPlayer.Ports(
        receipts, (_, _) -> Plays.INSTITUTIONS, Lookout.Post.EMPTY, (_, _) -> {});
  }

  /** A player on a thread of its own. */
  private static final class Running implements AutoCloseable {
    private final Thread thread;

    Running(SmallLane lane, DrillClock clock, Pace pace) {
      this(lane, lane.port, clock, pace, true);
    }

    Running(SmallLane lane, Lines lines, DrillClock clock) {
      this(lane, lines, clock, Pace.max(), false);
      lines.behind = lane.port;
      thread.start();
    }

    private Running(
        SmallLane lane, LanePort port, DrillClock clock, Pace pace, boolean interactive) {
      var player =
          new DrillPlayer(
              SmallLane.LANE,
              Plays.evening(),
              new DrillPlayer.Settings(7, interactive),
              port,
              ports(new Receipts()),
              clock,
              pace);
      thread =
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    try {
                      player.run();
                    } catch (InterruptedException _) {
                      Thread.currentThread().interrupt();
                    }
                  });
      if (port == lane.port) {
        thread.start();
      }
    }

    void awaitEntries(SmallLane lane, String text) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> Plays.table(lane.entries()).contains(text));
    }

    @Override
    public void close() {
      thread.interrupt();
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !thread.isAlive());
    }
  }

  /** The way to the lane, which breaks or does something before one of the hand-ins. */
  private static final class Lines implements LanePort {
    private LanePort behind;
    private int before = -1;
    private Runnable then = () -> {};
    private int handedIn;

    Lines() {}

    Lines(int diesBefore) {
      before = diesBefore;
      then =
          () -> {
            throw new LaneLost("died");
          };
    }

    private void count() {
      if (handedIn++ == before) {
        then.run();
      }
    }

    @Override
    public Answer submit(CommandId id, Actor actor, Command command) throws InterruptedException {
      count();
      return behind.submit(id, actor, command);
    }

    @Override
    public void offer(Input input, Actor actor) throws InterruptedException {
      count();
      behind.offer(input, actor);
    }

    @Override
    public Optional<Instant> nextWakeUp() {
      return behind.nextWakeUp();
    }

    @Override
    public void runWakeUps() throws InterruptedException {
      count();
      behind.runWakeUps();
    }

    @Override
    public void awaitQuiet() throws InterruptedException {
      behind.awaitQuiet();
    }

    @Override
    public Optional<Entry> poll(Duration limit) throws InterruptedException {
      return behind.poll(limit);
    }
  }

  /** Receipts at fixed moments; remembers how far the journal was when they came. */
  private static final class Receipts implements ReceiptPort {
    private final List<Instant> due = new ArrayList<>();
    private final List<Long> ranAt = new ArrayList<>();
    private java.util.function.LongSupplier heads = () -> 0;

    Receipts(Instant... due) {
      this.due.addAll(List.of(due));
    }

    @Override
    public Optional<Instant> nextDue() {
      return due.stream().findFirst();
    }

    @Override
    public void run(Instant upTo) {
      due.removeIf(d -> !d.isAfter(upTo));
      ranAt.add(heads.getAsLong());
    }
  }
}
