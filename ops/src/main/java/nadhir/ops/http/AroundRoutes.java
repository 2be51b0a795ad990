package nadhir.ops.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.ZoneId;
import nadhir.core.json.DomainJson;
import nadhir.ops.http.HazardExtents.HazardExtent;
import nadhir.ops.http.ShipsSeen.Page;
import nadhir.ops.http.ShipsSeen.Passages;
import nadhir.ops.http.ShipsSeen.ShipPassage;
import nadhir.ops.http.ShipsSeen.Track;

/** What is read of a lane beside its picture: reckoned or in memory, not in the journal. */
final class AroundRoutes {
  private static final int USUAL_TRACKS = 1_000;
  private static final int USUAL_AGE_MIN = 60;
  private static final int MAX_AGE_MIN = 24 * 60;

  private record Extents(String lane, Instant at, List<HazardExtent> extents) {}

  private record Tracks(String lane, Instant at, int total, List<Track> tracks) {}

  private record Passed(String lane, Instant at, long gone, List<ShipPassage> passages) {}

  private final LaneFinder lanes;
  private final HazardExtents extents;
  private final Blocking blocking;

  AroundRoutes(LaneFinder lanes, HazardExtents extents, Blocking blocking) {
    this.lanes = lanes;
    this.extents = extents;
    this.blocking = blocking;
  }

  Future<Void> extents(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    Instant at = lane.clock().instant();
    return blocking
        .call(() -> new Extents(lane.key(), at, extents.of(open(lane), at)))
        .compose(all -> Answers.json(request, 200, all));
  }

  /** A hazard that its source has withdrawn is not over: a person decides. */
  private static List<Hazard> open(ServedLane lane) {
    List<Hazard> open = new ArrayList<>();
    for (JsonNode hazard : lane.host().picture().snapshot().at("/objects/hazard")) {
      if (!hazard.has("endedAt")) {
        open.add(DomainJson.read(hazard.toString(), Hazard.class));
      }
    }
    return open;
  }

  Future<Void> tracks(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    var ask =
        new ShipsSeen.Ask(
            lane.clock().instant(),
            Queries.box(request, "bbox"),
            Duration.ofMinutes(Queries.number(request, "age", USUAL_AGE_MIN, 1, MAX_AGE_MIN)),
            (int) Queries.number(request, "limit", USUAL_TRACKS, 1, ShipsSeen.MAX_TRACKS));
    return blocking
        .call(() -> lane.ships().seen(ask).get())
        .compose(page -> Answers.json(request, 200, told(lane, page.orElseThrow(this::nobody))));
  }

  private static Tracks told(ServedLane lane, Page page) {
    return new Tracks(lane.key(), page.at(), page.total(), page.tracks());
  }

  Future<Void> passages(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    var ask =
        new ShipsSeen.PassagesAsk(
            lane.clock().instant(), Queries.id(request, "zone").map(ZoneId::new));
    return blocking
        .call(() -> lane.ships().passages(ask).get())
        .compose(told -> Answers.json(request, 200, told(lane, told.orElseThrow(this::nobody))));
  }

  private static Passed told(ServedLane lane, Passages passages) {
    return new Passed(lane.key(), passages.at(), passages.gone(), passages.passages());
  }

  private Problem.Stop nobody() {
    return Problem.later(503, "no-watch", "Nobody listens to the ships now.", Duration.ofSeconds(5))
        .stop();
  }
}
