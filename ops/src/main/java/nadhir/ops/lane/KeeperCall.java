package nadhir.ops.lane;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Asks, on any member, the one that keeps a lane's watch, for what is in its memory alone. The bus
 * is at most once: a question that was lost may have been answered.
 */
public final class KeeperCall {
  private static final Duration REPLY_LIMIT = Duration.ofSeconds(2);

  /** The bus asks members in turn: so many of them, until the keeper is among them. */
  private static final int MAX_TRIES = 4;

  /** A member that gives the watch up takes it again, or another does, within a few ticks. */
  private static final Duration HANDOVER = LaneHost.TICK;

  private static final int MAX_HANDOVERS = 3;

  /** What a member answers that does not keep the watch. */
  private static final String NOT_HERE = "";

  private final Vertx vertx;
  private final LaneHost host;
  private final UnaryOperator<String> here;
  private final String address;

  /**
   * Answers for other members from now on, as long as {@code vertx} lives.
   *
   * @param what names the question among all
   * @param here answers it on the keeper; may block, and must not be empty
   */
  public KeeperCall(Vertx vertx, LaneHost host, String what, UnaryOperator<String> here) {
    this.vertx = vertx;
    this.host = host;
    this.here = here;
    this.address = "nadhir." + what + "." + host.lane().key();
    vertx.eventBus().<String>consumer(address, this::asked);
  }

  private void asked(Message<String> message) {
    vertx
        .executeBlocking(() -> host.keeps() ? here.apply(message.body()) : NOT_HERE, false)
        .onSuccess(message::reply)
        .onFailure(e -> message.fail(0, e.toString()));
  }

  /** Empty when nobody keeps the watch, or its member does not answer. */
  public CompletableFuture<Optional<String>> ask(String question) {
    return host.keeps()
        ? CompletableFuture.completedFuture(Optional.of(here.apply(question)))
        : waited(question, MAX_HANDOVERS);
  }

  /** Nobody may keep the watch just now: that is waited for, a little. */
  private CompletableFuture<Optional<String>> waited(String question, int handovers) {
    return elsewhere(question, MAX_TRIES)
        .thenCompose(
            answer ->
                answer.isPresent() || handovers == 0
                    ? CompletableFuture.completedFuture(answer)
                    : soon().thenCompose(_ -> waited(question, handovers - 1)));
  }

  private CompletableFuture<Void> soon() {
    return vertx.timer(HANDOVER.toMillis()).toCompletionStage().toCompletableFuture();
  }

  private CompletableFuture<Optional<String>> elsewhere(String question, int tries) {
    var options = new DeliveryOptions().setSendTimeout(REPLY_LIMIT.toMillis());
    return vertx
        .eventBus()
        .<String>request(address, question, options)
        .toCompletionStage()
        .toCompletableFuture()
        .thenApply(reply -> reply.body())
        .exceptionally(_ -> NOT_HERE)
        .thenCompose(
            answer -> {
              if (!answer.equals(NOT_HERE)) {
                return CompletableFuture.completedFuture(Optional.of(answer));
              }
              return tries > 1
                  ? elsewhere(question, tries - 1)
                  : CompletableFuture.completedFuture(Optional.empty());
            });
  }
}
