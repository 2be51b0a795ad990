package nadhir.drills.play;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import nadhir.core.command.DrillCommand;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.CommandId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.drills.DrillDesk;
import nadhir.drills.DrillState;
import nadhir.drills.scenario.Inject;
import nadhir.drills.scenario.Scenario;

/**
 * Plays one scenario into one drill lane.
 *
 * <p>Steps the clock from one due moment to the next: of injects, wake-ups, scripted people and
 * sandbox receipts. At each moment it runs what is due in that order, one after the other, and
 * after each waits until the lane is quiet. So entries carry the due moments exactly, and a run
 * repeats byte for byte.
 *
 * <p>Where it stands follows from the lane's entries: after a takeover a new player, given the same
 * scenario, goes on. Interactive, the clock halts while an alert waits for nobody but the visitor.
 */
public final class DrillPlayer {
  /** More than this due at one moment means that the lane answers itself for ever. */
  static final int MAX_AT_ONE_MOMENT = 100_000;

  private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofHours(1);

  private static final Actor HOUSE = new Actor.House(DrillDesk.NAME);

  /** How it is played. */
  public record Settings(long seed, boolean interactive) {}

  /**
   * What the player needs beside the lane.
   *
   * @param lookouts follow the ships that are heard
   * @param heard is told what ships say that is no hazard
   */
  public record Ports(
      ReceiptPort receipts,
      InstitutionPort institutions,
      Lookout.Post lookouts,
      BiConsumer<AisMessage, Instant> heard) {}

  private final Scenario scenario;
  private final Settings settings;
  private final LanePort lane;
  private final Stagehand hand;
  private final ReceiptPort receipts;
  private final DrillClock clock;
  private final Pace pace;
  private final Stage stage = new Stage();
  private final Cast cast;
  private final Intents intents = new Intents(stage);
  private final RawFeeds feeds;
  private final Progress progress;
  private int nextInject;

  public DrillPlayer(
      Lane.Drill id,
      Scenario scenario,
      Settings settings,
      LanePort lane,
      Ports ports,
      DrillClock clock,
      Pace pace) {
    this.scenario = scenario;
    this.settings = settings;
    this.lane = lane;
    this.receipts = ports.receipts();
    this.clock = clock;
    this.pace = pace;
    this.cast =
        new Cast(scenario, settings.seed(), settings.interactive(), ports.institutions(), stage);
    this.feeds = new RawFeeds(ports.lookouts(), ports.heard());
    this.progress = new Progress(id);
    this.hand = new Stagehand(lane, this::take);
  }

  /** Plays to the end. Throws {@link LanePort.LaneLost} when the lane is kept elsewhere now. */
  public void run() throws InterruptedException {
    begin();
    while (progress.state().finishedAt().isEmpty()) {
      if (mustHalt()) {
        waitForSomebody();
      } else if (flowTo(nextDue())) {
        playMoment();
      }
    }
  }

  /** Rejected items of the scenario's raw input, by reason. */
  public SortedMap<String, Long> rejected() {
    return new TreeMap<>(feeds.rejected());
  }

  /** Commands of the script that the lane refused, for whoever writes the scenario. */
  public List<String> refusals() {
    return hand.refusals();
  }

  private void begin() throws InterruptedException {
    hand.settle();
    if (progress.state().run().isPresent()) {
      resume(progress.state());
    } else {
      clock.stepTo(scenario.start());
      hand.submit(
          new CommandId("drill-start"),
          HOUSE,
          new DrillCommand.Start(
              scenario.name(),
              scenario.sha256(),
              settings.seed(),
              scenario.start(),
              scenario.end(),
              settings.interactive()));
    }
    pace.start(clock.step());
  }

  /** Goes on where the entries end: what was due before their last moment is done. */
  private void resume(DrillState state) {
    if (!state.run().orElseThrow().scenarioSha256().equals(scenario.sha256())) {
      throw new IllegalStateException("the lane plays another version of " + scenario.name());
    }
    clock.stepTo(progress.lastAt());
    cast.forgetBefore(clock.step());
    while (nextInject < scenario.injects().size()
        && scenario.injects().get(nextInject).at().isBefore(clock.step())) {
      var inject = scenario.injects().get(nextInject);
      if (inject.play() instanceof Inject.Play.Raw raw) {
        feeds.decode(raw, inject.at()); // what its decoder remembers, nothing else
      }
      nextInject++;
    }
  }

  private boolean mustHalt() {
    return progress.state().held().isPresent() || settings.interactive() && waitsForTheVisitor();
  }

  /** Of two who must agree, the scripted one comes first, and time goes on until then. */
  private boolean waitsForTheVisitor() {
    return stage.undecided().stream().anyMatch(message -> !cast.willDecide(message));
  }

  private void waitForSomebody() throws InterruptedException {
    clock.halt();
    lane.poll(UNTIL_SOMEBODY_ACTS).ifPresent(this::take);
    hand.settle();
    pace.start(clock.step());
  }

  private Instant nextDue() {
    return Stream.of(nextInjectAt(), lane.nextWakeUp(), cast.nextDue(), receipts.nextDue())
        .flatMap(Optional::stream)
        .filter(due -> !due.isAfter(scenario.end()))
        .min(Instant::compareTo)
        .orElse(scenario.end());
  }

  private Optional<Instant> nextInjectAt() {
    return nextInject < scenario.injects().size()
        ? Optional.of(scenario.injects().get(nextInject).at())
        : Optional.empty();
  }

  /** Whether lane time has come to {@code due}; false when something happened on the way. */
  private boolean flowTo(Instant due) throws InterruptedException {
    if (due.isAfter(clock.step())) {
      var left = pace.left(due);
      if (left.isPositive()) {
        clock.flowTowards(due);
        var entry = lane.poll(left);
        if (entry.isPresent()) {
          take(entry.get());
          clock.halt();
          hand.settle();
          pace.start(clock.step());
          return false;
        }
      }
    }
    clock.stepTo(due);
    return true;
  }

  private void playMoment() throws InterruptedException {
    Instant now = clock.step();
    int played = 0;
    while (!mustHalt() && playNext(now)) {
      hand.settle();
      if (++played > MAX_AT_ONE_MOMENT) {
        throw new IllegalStateException("more than " + played + " things are due at " + now);
      }
    }
    if (!mustHalt() && !now.isBefore(scenario.end())) {
      hand.submit(new CommandId("drill-finish"), HOUSE, new DrillCommand.Finish());
    }
    pace.start(now);
  }

  /** Plays the first thing that is due; false when nothing is. */
  private boolean playNext(Instant now) throws InterruptedException {
    if (nextInjectAt().filter(at -> !at.isAfter(now)).isPresent()) {
      play(nextInject++);
      return true;
    }
    if (lane.nextWakeUp().filter(due -> !due.isAfter(now)).isPresent()) {
      lane.runWakeUps();
      return true;
    }
    var cue = cast.pollDue(now);
    if (cue.isPresent()) {
      hand.give(intents.of(cue.get()));
      return true;
    }
    if (receipts.nextDue().filter(due -> !due.isAfter(now)).isPresent()) {
      receipts.run(now);
      return true;
    }
    return false;
  }

  private void play(int index) throws InterruptedException {
    var inject = scenario.injects().get(index);
    if (inject.story().isPresent()) {
      tell(index, inject);
    }
    switch (inject.play()) {
      case Inject.Play.Narration _ -> {
        // told already
      }
      case Inject.Play.Raw raw -> report(raw, inject.at());
      case Inject.Play.Ordered(var as, var order) ->
          hand.give(intents.of(index, scenario.actor(as), order));
    }
  }

  private void tell(int index, Inject inject) throws InterruptedException {
    int number =
        (int) scenario.injects().stream().limit(index).filter(i -> i.story().isPresent()).count();
    if (number >= progress.state().nextInject()) {
      hand.submit(
          new CommandId("drill-inject-" + number),
          HOUSE,
          new DrillCommand.PlayInject(number, inject.story().orElseThrow()));
    }
  }

  private void report(Inject.Play.Raw raw, Instant at) throws InterruptedException {
    var inputs = feeds.decode(raw, at);
    var actor = new Actor.Feed(raw.feed().id());
    if (!progress.isGreen(raw.feed().id())) {
      hand.offer(
          new Input.FeedHealthChanged(
              raw.feed().id(), Input.FeedHealth.GREEN, "recorded input", ""),
          actor);
    }
    for (Input input : inputs) {
      if (!progress.hasTaken(input)) {
        hand.offer(input, actor);
      }
    }
  }

  private void take(Entry entry) {
    progress.fold(entry);
    stage.fold(entry);
    cast.fold(entry);
  }
}
