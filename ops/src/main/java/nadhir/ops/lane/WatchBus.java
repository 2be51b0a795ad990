package nadhir.ops.lane;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import nadhir.core.event.Input;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.watch.Answer;
import nadhir.core.watch.LaneKeeper;

/**
 * Carries an input from the member that received it to the member that keeps the watch. The bus is
 * at most once: without a reply nobody knows what came of it, and the sender repeats the same
 * command id.
 */
public final class WatchBus {
  /** How long an answer is waited for. */
  static final Duration REPLY_LIMIT = Duration.ofSeconds(5);

  /** An input on its way, as JSON. */
  record Forwarded(Input input, Actor actor) {}

  private final Vertx vertx;
  private final Map<String, MessageConsumer<String>> served = new ConcurrentHashMap<>();

  public WatchBus(Vertx vertx) {
    this.vertx = vertx;
  }

  private static String address(Lane lane) {
    return "nadhir.watch." + lane.key();
  }

  /**
   * Answers for {@code keeper} on this member. Every member is registered; one that does not keep
   * the watch says so, and the sender asks the next.
   */
  void serve(LaneKeeper keeper) {
    served.computeIfAbsent(
        keeper.lane().key(),
        _ ->
            vertx
                .eventBus()
                .<String>consumer(
                    address(keeper.lane()),
                    message -> {
                      Forwarded f = DomainJson.read(message.body(), Forwarded.class);
                      keeper
                          .offer(f.input(), f.actor())
                          .thenAccept(answer -> message.reply(DomainJson.write(new Reply(answer))));
                    }));
  }

  /** An answer on its way back. */
  record Reply(Answer answer) {}

  void stop(Lane lane) {
    var consumer = served.remove(lane.key());
    if (consumer != null) {
      consumer.unregister();
    }
  }

  /** Asks the next member in turn; {@code no-watch} when it does not keep the watch, or is gone. */
  CompletableFuture<Answer> forward(Lane lane, Input input, Actor actor) {
    var options = new DeliveryOptions().setSendTimeout(REPLY_LIMIT.toMillis());
    return vertx
        .eventBus()
        .<String>request(address(lane), DomainJson.write(new Forwarded(input, actor)), options)
        .toCompletionStage()
        .toCompletableFuture()
        .thenApply(reply -> DomainJson.read(reply.body(), Reply.class).answer())
        .exceptionally(
            e ->
                new Answer.Unavailable(
                    "no-watch", "The member that keeps the watch does not answer; try again."));
  }
}
