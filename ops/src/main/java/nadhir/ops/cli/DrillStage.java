package nadhir.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nadhir.core.cluster.ClusterSettings;
import nadhir.core.id.MemberId;
import nadhir.core.redis.RedisSettings;
import nadhir.core.site.Words;
import nadhir.core.track.hazelcast.HazelcastTrackStore;
import nadhir.drills.report.DrillReport;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.drill.DrillSession;
import nadhir.ops.drill.DrillSettings;
import nadhir.ops.explain.LaneExplanations;
import nadhir.ops.face.DrillWays;
import nadhir.ops.face.Face;
import nadhir.ops.face.SiteViews;
import nadhir.ops.http.HttpSettings;
import nadhir.ops.http.ServedLane;
import nadhir.ops.node.Node;
import nadhir.ops.node.NodeSettings;
import nadhir.ops.site.SitePack;
import nadhir.ops.track.LaneShips;
import nadhir.ops.track.LaneUnits;

/** A node with one drill on it, for the commands that play one. */
final class DrillStage implements AutoCloseable {
  /**
   * Where it is played.
   *
   * @param throwaway what an embedded Redis holds there is thrown away first
   * @param sandbox a gateway that runs elsewhere; empty for one inside
   */
  record Where(Path data, boolean throwaway, Optional<RedisSettings> redis, Optional<URI> sandbox) {
    /** Members that share a Redis look for each other on this machine; others stay alone. */
    ClusterSettings cluster() {
      return redis
          .map(r -> ClusterNames.onThisMachine(r))
          .orElseGet(() -> ClusterSettings.alone("nadhir-drill"));
    }
  }

  private final Node node;
  private final DrillSession session;
  private final List<LaneUnits> followed = new ArrayList<>();

  private DrillStage(Node node, DrillSession session) {
    this.node = node;
    this.session = session;
  }

  static DrillStage set(SitePack pack, Scenario scenario, DrillSettings settings, Where where)
      throws InterruptedException {
    var member = new MemberId("m-" + UUID.randomUUID());
    Node node =
        Node.start(
            new NodeSettings(
                member,
                pack,
                where.data,
                where.throwaway && where.redis.isEmpty(),
                where.redis,
                where.cluster()),
            UnaryOperator.identity());
    try {
      return new DrillStage(node, new DrillSession(node, scenario, settings, where.sandbox));
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  Node node() {
    return node;
  }

  DrillSession session() {
    return session;
  }

  /** Opens the console on the drill. */
  Face face(HttpSettings http, Words title) {
    var units =
        new LaneUnits(
            node.vertx(),
            session.host(),
            session.clock()::display,
            () -> session.site().get().zones(),
            node.settings().pack()::hasUnit,
            new HazelcastTrackStore(node.cluster().hazelcast(), session.host().lane()));
    session.host().listen(units);
    followed.add(units);
    var served =
        new ServedLane(
            session.host(),
            node.stores().journal(session.host().lane()),
            session.clock()::display,
            Optional.of(title),
            SiteViews.of(session.site()),
            new LaneShips(node.vertx(), session.host(), session.lookouts()),
            units,
            new LaneExplanations(node.vertx(), session.host(), session.clock()::display));
    return Face.open(node, http, List.of(served), DrillWays.of(session));
  }

  /** Plays to the end and says what came of it; the exit code. */
  int play(Optional<Path> reportFile, PrintWriter out) throws InterruptedException, IOException {
    session.play();
    DrillReport report = session.report();
    if (reportFile.isPresent()) {
      report.write(reportFile.get());
    }
    DrillSummary.print(report, session.refusals(), out);
    return 0;
  }

  @Override
  public void close() {
    followed.forEach(
        units -> {
          units.close();
          if (session.isFinished()) { // else another member goes on with it
            units.forget();
          }
        });
    session.close();
    node.close();
  }
}
