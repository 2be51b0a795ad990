package nadhir.ops.track;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nadhir.core.json.DomainJson;
import nadhir.ops.http.ShipsSeen;
import nadhir.ops.lane.KeeperCall;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.site.ShipLookouts;

/**
 * The ships of one lane, asked on any member: they are in the memory of the one that keeps the
 * watch, since that alone listens to the feeds.
 */
public final class LaneShips implements ShipsSeen {
  private final ShipLookouts lookouts;
  private final KeeperCall keeper;
  private final KeeperCall passages;

  /** Answers for other members from now on, as long as {@code vertx} lives. */
  public LaneShips(Vertx vertx, LaneHost host, ShipLookouts lookouts) {
    this.lookouts = lookouts;
    this.keeper =
        new KeeperCall(
            vertx,
            host,
            "ships",
            asked -> DomainJson.write(Chosen.of(lookouts, DomainJson.read(asked, Ask.class))));
    this.passages =
        new KeeperCall(
            vertx,
            host,
            "passages",
            asked ->
                DomainJson.write(Chosen.of(lookouts, DomainJson.read(asked, PassagesAsk.class))));
  }

  @Override
  public CompletableFuture<Optional<Page>> seen(Ask ask) {
    return keeper
        .ask(DomainJson.write(ask))
        .thenApply(page -> page.map(text -> DomainJson.read(text, Page.class)));
  }

  @Override
  public CompletableFuture<Optional<Passages>> passages(PassagesAsk ask) {
    return passages
        .ask(DomainJson.write(ask))
        .thenApply(told -> told.map(text -> DomainJson.read(text, Passages.class)));
  }

  @Override
  public Losses losses() {
    var losses = lookouts.losses();
    return new Losses(losses.untold(), losses.pushedOut());
  }
}
