package nadhir.ops.track;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nadhir.core.json.DomainJson;
import nadhir.ops.http.ShipsSeen;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.site.ShipLookouts;

/**
 * The ships of one lane, asked on any member: they are in the memory of the one that keeps the
 * watch, since that alone listens to the feeds.
 */
public final class LaneShips implements ShipsSeen {
  private static final Duration REPLY_LIMIT = Duration.ofSeconds(2);

  /** The bus asks members in turn: so many of them, until the keeper is among them. */
  private static final int MAX_TRIES = 4;

  /** What a member answers that does not keep the watch. */
  private static final String NOT_HERE = "";

  private final Vertx vertx;
  private final LaneHost host;
  private final ShipLookouts lookouts;
  private final String address;

  /** Answers for other members from now on, as long as {@code vertx} lives. */
  public LaneShips(Vertx vertx, LaneHost host, ShipLookouts lookouts) {
    this.vertx = vertx;
    this.host = host;
    this.lookouts = lookouts;
    this.address = "nadhir.ships." + host.lane().key();
    vertx.eventBus().<String>consumer(address, this::asked);
  }

  private void asked(Message<String> message) {
    vertx
        .executeBlocking(() -> host.keeps() ? here(message.body()) : NOT_HERE, false)
        .onSuccess(message::reply)
        .onFailure(e -> message.fail(0, e.toString()));
  }

  private String here(String asked) {
    return DomainJson.write(Chosen.of(lookouts, DomainJson.read(asked, Ask.class)));
  }

  @Override
  public CompletableFuture<Optional<Page>> seen(Ask ask) {
    return host.keeps()
        ? CompletableFuture.completedFuture(Optional.of(Chosen.of(lookouts, ask)))
        : elsewhere(DomainJson.write(ask), MAX_TRIES);
  }

  private CompletableFuture<Optional<Page>> elsewhere(String asked, int tries) {
    var options = new DeliveryOptions().setSendTimeout(REPLY_LIMIT.toMillis());
    return vertx
        .eventBus()
        .<String>request(address, asked, options)
        .toCompletionStage()
        .toCompletableFuture()
        .thenApply(reply -> reply.body())
        .exceptionally(_ -> NOT_HERE)
        .thenCompose(
            page -> {
              if (!page.equals(NOT_HERE)) {
                return CompletableFuture.completedFuture(
                    Optional.of(DomainJson.read(page, Page.class)));
              }
              return tries > 1
                  ? elsewhere(asked, tries - 1)
                  : CompletableFuture.completedFuture(Optional.empty());
            });
  }

  @Override
  public Losses losses() {
    var losses = lookouts.losses();
    return new Losses(losses.untold(), losses.pushedOut());
  }
}
