package nadhir.core.watch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.core.command.Command;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.CommandId;
import nadhir.core.journal.Head;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.Line;
import nadhir.core.lane.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a lane: takes inputs one at a time, lets the desks decide, appends, and only
 * then publishes and answers. One append is in flight at a time; what waits meanwhile goes into the
 * next.
 *
 * <p>A refused append means that another member writes: the desks are thrown away and the watch
 * ends with {@link End.Fenced}. An append without an answer is settled by reading the head.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** Inputs that may wait; further ones are answered {@code busy}. */
  public static final int MAX_WAITING = 10_000;

  /** How often the head is read after a lost answer, before the watch ends. */
  static final int MAX_HEAD_READS = 20;

  /** Why a watch has ended. */
  public sealed interface End {
    /** Closed by its owner. */
    record Closed() implements End {}

    /** Another member has the watch. */
    record Fenced(Head actual) implements End {}

    /** The journal does not answer, or a desk failed; the state must be folded again. */
    record Broken(String why) implements End {}
  }

  private sealed interface Request {
    record Take(Input input, Actor actor, CompletableFuture<Answer> answer) implements Request {}

    record WakeUps(CompletableFuture<Integer> woken) implements Request {}

    record Ask(Consumer<Desks> question, CompletableFuture<?> result) implements Request {}

    record Stop() implements Request {}
  }

  private final Journal journal;
  private final JournalCodec codec;
  private final Desks desks;
  private final long epoch;
  private final InstantSource clock;
  private final WatchListener listener;
  private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private final Supplier<Boolean> pause;
  private Head head;
  private volatile WatchView view;

  /**
   * @param desks folded to {@code head}
   * @param epoch the fencing number, higher than the head's
   * @param pause waits a little between two reads of the head; false when it was interrupted
   */
  public Watch(
      Journal journal,
      JournalCodec codec,
      Desks desks,
      Head head,
      long epoch,
      InstantSource clock,
      WatchListener listener,
      Supplier<Boolean> pause) {
    this.journal = journal;
    this.codec = codec;
    this.desks = desks;
    this.head = head;
    this.epoch = epoch;
    this.clock = clock;
    this.listener = listener;
    this.pause = pause;
    this.view = WatchView.of(desks, head);
  }

  /** Starts the writer's thread. */
  public void start(String threadName) {
    Thread.ofPlatform().daemon().name(threadName).start(this::run);
  }

  /** Completes when the watch is over, with the reason. */
  public CompletableFuture<End> ended() {
    return ended;
  }

  /** What is durable now. */
  public WatchView view() {
    return view;
  }

  public long epoch() {
    return epoch;
  }

  public CompletableFuture<Answer> submit(CommandId id, Actor actor, Command command) {
    return offer(new Input.Commanded(id, command), actor);
  }

  /** Hands in an input; the answer comes when it is on disk. */
  public CompletableFuture<Answer> offer(Input input, Actor actor) {
    var answer = new CompletableFuture<Answer>();
    if (ended.isDone() || !waiting.offer(new Request.Take(input, actor, answer))) {
      return CompletableFuture.completedFuture(
          ended.isDone()
              ? new Answer.Unavailable("no-watch", "The watch is changing hands.")
              : new Answer.Unavailable("busy", "Too many inputs are waiting."));
    }
    if (ended.isDone()) {
      refuseWaiting();
    }
    return answer;
  }

  /** Runs every wake-up that is due now, earliest first; gives their number. */
  public CompletableFuture<Integer> runWakeUps() {
    var woken = new CompletableFuture<Integer>();
    return put(new Request.WakeUps(woken), woken);
  }

  /** Asks the desks something once all that was handed in before is on disk. */
  public <T> CompletableFuture<T> ask(Function<Desks, T> question) {
    var result = new CompletableFuture<T>();
    return put(new Request.Ask(desks -> answer(question, desks, result), result), result);
  }

  private static <T> void answer(
      Function<Desks, T> question, Desks desks, CompletableFuture<T> result) {
    try {
      result.complete(question.apply(desks));
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  private <T> CompletableFuture<T> put(Request request, CompletableFuture<T> result) {
    if (ended.isDone() || !waiting.offer(request)) {
      result.completeExceptionally(new IllegalStateException("the watch is over or overloaded"));
    } else if (ended.isDone()) {
      refuseWaiting();
    }
    return result;
  }

  @Override
  public void close() {
    if (!waiting.offer(new Request.Stop())) {
      end(new End.Closed());
    }
  }

  private void run() {
    try {
      while (!ended.isDone()) {
        turn(waiting.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(new End.Closed());
    }
  }

  /** One group: the first request and those that wait behind it, as far as one append holds. */
  private void turn(Request first) {
    var group = new Group();
    try {
      Request next = first;
      while (next != null) {
        handle(group, next);
        next = group.stop || ended.isDone() || group.full() ? null : waiting.poll();
      }
      append(group);
    } catch (RuntimeException e) {
      LOG.error("watch broken lane={} seq={}", codec.lane().key(), head.seq(), e);
      end(new End.Broken(String.valueOf(e.getMessage())));
      group.fail();
    }
    if (group.stop) {
      end(new End.Closed());
    }
  }

  private void handle(Group group, Request request) {
    switch (request) {
      case Request.Take take -> {
        group.failing.add(() -> take.answer.complete(NO_WATCH));
        take(group, take);
      }
      case Request.WakeUps wake -> {
        group.failing.add(() -> wake.woken.completeExceptionally(over()));
        wakeUps(group, wake);
      }
      case Request.Ask ask -> {
        group.failing.add(() -> ask.result.completeExceptionally(over()));
        group.after.add(() -> ask.question.accept(desks));
      }
      case Request.Stop _ -> group.stop = true;
    }
  }

  private void take(Group group, Request.Take take) {
    if (take.input instanceof Input.Commanded(var id, _)) {
      Optional<Answer> before = desks.log().answer(id);
      if (before.isPresent()) {
        group.after.add(() -> take.answer.complete(before.get()));
        return;
      }
    }
    List<Entry> block = decide(group, take.input, take.actor);
    Answer answer =
        take.input instanceof Input.Commanded(var id, _)
            ? desks.log().answer(id).orElseThrow()
            : new Answer.Accepted(block.getFirst().seq(), Optional.empty());
    group.after.add(() -> take.answer.complete(answer));
  }

  private void wakeUps(Group group, Request.WakeUps wake) {
    int woken = 0;
    var due = desks.log().due(clock.instant());
    while (due.isPresent() && woken < Journal.MAX_BLOCK) {
      decide(group, due.get(), new Actor.House("watch"));
      woken++;
      due = desks.log().due(clock.instant());
    }
    int count = woken;
    group.after.add(() -> wake.woken.complete(count));
  }

  private List<Entry> decide(Group group, Input input, Actor actor) {
    List<Entry> block = desks.take(input, actor, clock.instant());
    if (group.entries.size() + block.size() > Journal.MAX_BLOCK) {
      appendDurably(group);
    }
    group.entries.addAll(block);
    return block;
  }

  private void append(Group group) {
    if (!group.entries.isEmpty()) {
      appendDurably(group);
    }
    if (ended.isDone()) {
      group.fail();
    } else {
      if (!group.durable.isEmpty()) {
        view = WatchView.of(desks, head);
        listener.durable(group.durable, view);
      }
      group.after.forEach(Runnable::run);
    }
  }

  /** Appends what the group holds so far; it is published when all that is folded is on disk. */
  private void appendDurably(Group group) {
    if (ended.isDone()) {
      return;
    }
    List<Entry> entries = List.copyOf(group.entries);
    group.entries.clear();
    List<Line> lines = codec.encode(entries, head);
    Head target = new Head(lines.getLast().seq(), lines.getLast().hash(), epoch);
    switch (journal.append(head, epoch, lines)) {
      case Journal.Append.Durable _ -> durable(group, target, entries);
      case Journal.Append.Refused(var actual) -> end(new End.Fenced(actual));
      case Journal.Append.Unknown(var why) -> settle(group, why, target, entries, lines);
    }
  }

  /** After a lost answer: the head says whether the lines are there. */
  private void settle(Group group, String why, Head target, List<Entry> entries, List<Line> lines) {
    LOG.warn("append without an answer lane={} why={}", codec.lane().key(), why);
    for (int i = 0; i < MAX_HEAD_READS; i++) {
      try {
        Head actual = journal.head();
        if (actual.seq() == target.seq() && actual.hash().equals(target.hash())) {
          durable(group, target, entries);
          return;
        }
        if (!actual.hash().equals(head.hash())) {
          end(new End.Fenced(actual));
          return;
        }
        switch (journal.append(head, epoch, lines)) {
          case Journal.Append.Durable _ -> {
            durable(group, target, entries);
            return;
          }
          case Journal.Append.Refused _, Journal.Append.Unknown _ -> {
            // the next reading of the head tells
          }
        }
      } catch (Journal.JournalUnavailable e) {
        LOG.warn("journal away lane={} why={}", codec.lane().key(), e.getMessage());
      }
      if (!pause.get()) {
        break;
      }
    }
    end(new End.Broken("the journal does not answer: " + why));
  }

  private void durable(Group group, Head now, List<Entry> entries) {
    head = now;
    group.durable.addAll(entries);
  }

  private void end(End why) {
    ended.complete(why);
    refuseWaiting();
  }

  private void refuseWaiting() {
    for (Request r = waiting.poll(); r != null; r = waiting.poll()) {
      switch (r) {
        case Request.Take take -> take.answer.complete(NO_WATCH);
        case Request.WakeUps wake -> wake.woken.completeExceptionally(over());
        case Request.Ask ask -> ask.result.completeExceptionally(over());
        case Request.Stop _ -> {
          // it is over already
        }
      }
    }
  }

  private static final Answer NO_WATCH =
      new Answer.Unavailable("no-watch", "The watch is changing hands; try again.");

  private static IllegalStateException over() {
    return new IllegalStateException("the watch is over");
  }

  /** What goes into one append, and whom to tell afterwards. */
  private static final class Group {
    /** A group is closed above this, so that one more input usually fits. */
    static final int NEARLY_FULL = Journal.MAX_BLOCK / 2;

    final List<Entry> entries = new ArrayList<>();
    final List<Entry> durable = new ArrayList<>();
    final List<Runnable> after = new ArrayList<>();
    final List<Runnable> failing = new ArrayList<>();
    boolean stop;

    boolean full() {
      return entries.size() >= NEARLY_FULL || after.size() >= Journal.MAX_BLOCK;
    }

    void fail() {
      failing.forEach(Runnable::run);
    }
  }
}
