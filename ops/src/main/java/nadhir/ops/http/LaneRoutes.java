package nadhir.ops.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.AlertId;
import nadhir.core.id.Id;
import nadhir.core.id.ZoneId;
import nadhir.core.json.DomainJson;
import nadhir.core.site.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is read of a lane, the event stream apart. */
final class LaneRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(LaneRoutes.class);
  static final int MAX_LINES = 500;
  private static final int USUAL_LINES = 100;
  static final int MAX_MESSAGES = 1_000;
  private static final int USUAL_MESSAGES = 100;

  private record LaneInfo(String key, Optional<Words> title, boolean running) {}

  /** As a record would have it: {@code default} is no name in Java. */
  private static String lanesJson(Lanes lanes) {
    ObjectNode json = DomainJson.mapper().createObjectNode();
    List<LaneInfo> all =
        lanes.all().stream().map(l -> new LaneInfo(l.key(), l.title(), l.isUp())).toList();
    json.set("lanes", DomainJson.tree(all));
    return json.put("default", lanes.defaultKey()).toString();
  }

  private record StoredLine(long seq, String hash, String entry) {}

  private record JournalPage(String lane, List<StoredLine> lines) {}

  private final HttpParts parts;
  private final LaneFinder lanes;
  private final Bodies bodies;
  private final Blocking blocking;

  LaneRoutes(HttpParts parts, LaneFinder lanes, Bodies bodies, Blocking blocking) {
    this.bodies = bodies;
    this.parts = parts;
    this.lanes = lanes;
    this.blocking = blocking;
  }

  Future<Void> list(RoutingContext request) {
    return Answers.text(request, 200, "application/json", lanesJson(parts.lanes()));
  }

  Future<Void> picture(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    return blocking
        .call(() -> picture(lane))
        .compose(json -> Answers.text(request, 200, "application/json", json));
  }

  private String picture(ServedLane lane) {
    ObjectNode picture = lane.host().picture().snapshot();
    picture.put("lane", lane.key());
    List<Progress.Running> running = running(lane);
    if (!running.isEmpty()) {
      ObjectNode progress = picture.withObject("/objects").putObject("progress");
      running.forEach(r -> progress.set(r.id(), DomainJson.tree(r)));
    }
    return picture.toString();
  }

  /** The picture is in memory; that the ledger is away must not take it from people. */
  private List<Progress.Running> running(ServedLane lane) {
    try {
      return parts.progress().of(lane.key());
    } catch (RuntimeException e) {
      LOG.warn("no progress lane={} why={}", lane.key(), e.toString());
      return List.of();
    }
  }

  Future<Void> site(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    return Answers.text(request, 200, "application/json", lane.site().texts().siteJson());
  }

  Future<Void> zones(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    return Answers.text(request, 200, "application/geo+json", lane.site().texts().zonesGeoJson());
  }

  private record Drawn(ZoneId zone, String geoJson) {}

  /** Looks at a zone before anybody gives the command. */
  Future<Void> checkZone(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    Buffer body = request.body().buffer();
    return blocking
        .call(
            () -> {
              JsonNode json = bodies.json(body);
              bodies.check("DrawnZone", json);
              Drawn drawn = bodies.read(json, Drawn.class);
              return lane.site().check(drawn.zone(), drawn.geoJson());
            })
        .compose(checked -> Answers.json(request, 200, checked));
  }

  Future<Void> rules(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    return Answers.text(request, 200, "application/json", lane.site().texts().rulesJson());
  }

  Future<Void> journal(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    long from = Queries.number(request, "from", 1, 1, Long.MAX_VALUE);
    int limit = (int) Queries.number(request, "limit", USUAL_LINES, 1, MAX_LINES);
    return blocking
        .call(() -> lane.journal().read(from, limit))
        .compose(
            lines ->
                Answers.json(
                    request,
                    200,
                    new JournalPage(
                        lane.key(),
                        lines.stream()
                            .map(l -> new StoredLine(l.seq(), l.hash(), l.json()))
                            .toList())));
  }

  Future<Void> cap(RoutingContext request) {
    ServedLane lane = lanes.of(request);
    String alert = request.pathParam("alert");
    String revision = request.pathParam("revision");
    if (!Id.isValid(alert) || !revision.matches("[1-9][0-9]{0,8}")) {
      throw noDocument();
    }
    return blocking
        .call(() -> parts.caps().find(lane.key(), new AlertId(alert), Integer.parseInt(revision)))
        .compose(
            found ->
                Answers.bytes(
                    request,
                    200,
                    "application/cap+xml",
                    Buffer.buffer(found.orElseThrow(LaneRoutes::noDocument))));
  }

  private static Problem.Stop noDocument() {
    return Problem.of(404, "no-cap", "No CAP document stands under this alert and revision.")
        .stop();
  }

  Future<Void> sandbox(RoutingContext request) {
    Optional<String> lane = Queries.id(request, "lane");
    int limit = (int) Queries.number(request, "limit", USUAL_MESSAGES, 1, MAX_MESSAGES);
    return blocking
        .call(() -> parts.sandbox().newest(lane, limit))
        .compose(page -> Answers.json(request, 200, page));
  }
}
