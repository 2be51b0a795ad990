package nadhir.ops.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadhir.core.site.Zone;
import nadhir.geofence.engine.FactColumns;
import nadhir.geofence.engine.Holding;
import nadhir.geofence.engine.Question;
import nadhir.geofence.engine.Question.Known;
import nadhir.geofence.engine.Question.Origin;
import nadhir.geofence.engine.RuleEngine;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.zone.Geodesy;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.filter.text.cql2.CQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A thousand rules as {@code rules.yaml} has them against one event after another. All ways give
 * the same rules on every event, which is looked at before anything is measured; events so near to
 * the end of a rule's distance that the plane of {@code DWITHIN} says something else than the
 * ellipsoid are left out, 1 % at most.
 *
 * <p>Magnitudes from 2.5 are what feeds bring: one event in thirty can concern a rule at all. From
 * 5 on each does.
 *
 * <p>{@code riskDesk} is what runs when a hazard is revised: the whole desk, with the same rules
 * and the quakes among the events, and whatever it concludes from them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBench {
  private static final int TURN = 1_000;
  private static final int PEERS_TURN = 20;
  private static final int DESKS_TURN = 20;
  private static final double MOST_LEFT_OUT = 0.01;

  @Param({"area", "anywhere"})
  public String bound;

  @Param({"2.5", "5.0"})
  public double least;

  private RuleEngine engine;
  private RulePeers peers;
  private RevisedQuakes revised;
  private final List<RuleWork.Event> events = new ArrayList<>();
  private final List<double[]> rows = new ArrayList<>();
  private List<SimpleFeature> features;
  private List<Map<String, Object>> maps;
  private final Known known =
      Known.of(
          EnumSet.of(Facts.MAGNITUDE, Facts.DEPTH_KM, Facts.AGE_MIN, Facts.PROTECTIVE_KM),
          FactColumns.unknown());
  private int next;

  @Setup
  public void read() throws CQLException {
    RuleWork work = RuleWork.of(bound.equals("area"), least);
    engine = RuleEngine.of(work.rules(), work.zones());
    peers = new RulePeers(work);
    for (RuleWork.Event event : work.events()) {
      if (agree(event, work)) {
        events.add(event);
        rows.add(row(event));
      }
    }
    if (events.size() < (1 - MOST_LEFT_OUT) * work.events().size()) {
      throw new AssertionError("left out " + (work.events().size() - events.size()));
    }
    revised = RevisedQuakes.of(work, events);
    revised.check(peers);
    features = RulePeers.features(events);
    maps = RulePeers.maps(events);
  }

  /** Whether the plane agrees; all else must. */
  private boolean agree(RuleWork.Event event, RuleWork work) {
    SimpleFeature feature = RulePeers.features(List.of(event)).getFirst();
    BitSet expected = peers.byAttributes(feature, event);
    Holding holding = engine.holding(question(event, row(event)));
    BitSet ours = new BitSet();
    for (int i = 0; i < holding.size(); i++) {
      ours.set(work.rules().indexOf(holding.rule(i)));
    }
    BitSet mvel = peers.byMvel(RulePeers.maps(List.of(event)).getFirst(), event);
    if (!ours.equals(expected) || !mvel.equals(expected)) {
      throw new AssertionError(event + ": " + ours + ", not " + expected + ", MVEL " + mvel);
    }
    return peers.byWithin(feature).equals(expected);
  }

  private static double[] row(RuleWork.Event event) {
    double[] row = FactColumns.unknown();
    String hazard = event.type().value();
    row[RuleWork.first(hazard).ordinal()] = event.first();
    row[RuleWork.second(hazard).ordinal()] = event.second();
    return row;
  }

  private Question question(RuleWork.Event event, double[] row) {
    return new Question(
        event.type(),
        Optional.of(new Origin(event.place(), true)),
        known.with(row),
        zone -> Optional.of(facts(event, row, zone)));
  }

  private static double[] facts(RuleWork.Event event, double[] row, Zone zone) {
    double[] facts = row.clone();
    double km = Geodesy.distanceM(event.place(), zone.centre()) / 1_000;
    facts[Facts.DISTANCE_KM.ordinal()] = StrictMath.rint(km * 1_000) / 1_000;
    return facts;
  }

  private int next() {
    next = next + 1 == events.size() ? 0 : next + 1;
    return next;
  }

  @Benchmark
  public void nadhir(Counted counted, Blackhole sink) {
    for (int i = 0; i < TURN; i++) {
      int event = next();
      sink.consume(engine.holding(question(events.get(event), rows.get(event))));
    }
    counted.add(TURN, 0);
  }

  @Benchmark
  public void riskDesk(Counted counted, Blackhole sink) {
    for (int i = 0; i < DESKS_TURN; i++) {
      sink.consume(revised.next());
    }
    counted.add(DESKS_TURN, 0);
  }

  @Benchmark
  @Peer
  public void geoTools(Counted counted, Blackhole sink) {
    for (int i = 0; i < PEERS_TURN; i++) {
      sink.consume(peers.byWithin(features.get(next())));
    }
    counted.add(PEERS_TURN, 0);
  }

  @Benchmark
  @Peer
  public void geoToolsAttributes(Counted counted, Blackhole sink) {
    for (int i = 0; i < PEERS_TURN; i++) {
      int event = next();
      sink.consume(peers.byAttributes(features.get(event), events.get(event)));
    }
    counted.add(PEERS_TURN, 0);
  }

  @Benchmark
  @Peer
  public void mvel(Counted counted, Blackhole sink) {
    for (int i = 0; i < PEERS_TURN; i++) {
      int event = next();
      sink.consume(peers.byMvel(maps.get(event), events.get(event)));
    }
    counted.add(PEERS_TURN, 0);
  }
}
