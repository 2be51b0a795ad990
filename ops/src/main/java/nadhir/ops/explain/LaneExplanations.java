package nadhir.ops.explain;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nadhir.core.id.HazardId;
import nadhir.core.json.DomainJson;
import nadhir.core.watch.Desks;
import nadhir.geofence.desk.RiskDesk;
import nadhir.ops.http.Explanations;
import nadhir.ops.lane.KeeperCall;
import nadhir.ops.lane.LaneHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the risk desk of the member that keeps the watch, between two of its inputs: what is told is
 * what the desk itself goes by at that moment.
 */
public final class LaneExplanations implements Explanations {
  private static final Logger LOG = LoggerFactory.getLogger(LaneExplanations.class);

  /** A watch that waits for its store answers later, and people are told so. */
  private static final Duration LIMIT = Duration.ofMillis(1_500);

  /** On its way back from another member; empty when that member's watch gave no answer. */
  private record Reply(Optional<Explained> explained) {}

  private final LaneHost host;
  private final InstantSource clock;
  private final KeeperCall keeper;

  /**
   * @param clock the lane's time
   */
  public LaneExplanations(Vertx vertx, LaneHost host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
    this.keeper =
        new KeeperCall(
            vertx,
            host,
            "explanations",
            hazard -> DomainJson.write(new Reply(here(new HazardId(hazard)))));
  }

  @Override
  public CompletableFuture<Optional<Explained>> of(HazardId hazard) {
    return keeper
        .ask(hazard.value())
        .thenApply(
            answer -> answer.flatMap(text -> DomainJson.read(text, Reply.class).explained()));
  }

  private Optional<Explained> here(HazardId hazard) {
    try {
      return Optional.of(
          host.ask(desks -> explained(desks, hazard)).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("not explained lane={} hazard={} why={}", host.lane().key(), hazard, e.toString());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Lane time never runs backwards, and neither does what is told. */
  private Explained explained(Desks desks, HazardId hazard) {
    Instant now = clock.instant();
    Instant at = now.isBefore(desks.at()) ? desks.at() : now;
    return new Explained(at, desks.desk(RiskDesk.class).flatMap(desk -> desk.explain(hazard, at)));
  }
}
