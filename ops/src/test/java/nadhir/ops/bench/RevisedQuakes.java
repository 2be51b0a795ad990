package nadhir.ops.bench;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.RiskEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.site.SiteModels;
import nadhir.geofence.desk.RiskDesk;

/**
 * One earthquake that is revised again and again, as the desk for risks hears it. Assessments are
 * told and not folded, so that each revision is looked at as one that nothing has fired for.
 */
final class RevisedQuakes {
  private static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

  private final RuleWork work;
  private final RiskDesk desk;
  private final List<RuleWork.Event> events;
  private final List<Hazard> quakes;
  private long seq;
  private int next;

  private RevisedQuakes(RuleWork work, RiskDesk desk, List<RuleWork.Event> events) {
    this.work = work;
    this.desk = desk;
    this.events = events;
    this.quakes = events.stream().map(RevisedQuakes::quake).toList();
  }

  static RevisedQuakes of(RuleWork work, List<RuleWork.Event> events) {
    var desk =
        new RiskDesk(
            RuleWork.site(), List.of(), work.zones(), work.rules(), List.of(), SiteModels.USUAL);
    return new RevisedQuakes(
        work, desk, events.stream().filter(e -> e.type().equals(RuleWork.QUAKE)).toList());
  }

  private static Hazard quake(RuleWork.Event event) {
    return new Hazard(
        new HazardId("bench"),
        event.type(),
        1,
        Hazard.Status.ACTIVE,
        AT,
        AT,
        AT,
        Optional.of(event.place()),
        Certainty.OBSERVED,
        new HazardDetail.Quake(
            event.first(),
            "Mw",
            event.second() * 1_000,
            new FeedId("bench"),
            "only-one",
            List.of(),
            OptionalDouble.empty(),
            Optional.empty()),
        List.of(),
        Optional.empty());
  }

  /** Folds the next revision; what follows from it. */
  List<Event> next() {
    next = next + 1 == quakes.size() ? 0 : next + 1;
    return heard(quakes.get(next));
  }

  private List<Event> heard(Hazard quake) {
    seq++;
    var entry = new Entry(seq, AT, new Actor.House("bench"), seq, new HazardEvent.Revised(quake));
    desk.fold(entry);
    return desk.react(entry);
  }

  /** Whether the desk assesses by just the rules that the peers say hold. */
  void check(RulePeers peers) {
    for (int i = 0; i < quakes.size(); i++) {
      RuleWork.Event event = events.get(i);
      var feature = RulePeers.features(List.of(event)).getFirst();
      BitSet expected = peers.byAttributes(feature, event);
      BitSet assessed = assessed(heard(quakes.get(i)));
      if (!assessed.equals(expected)) {
        throw new AssertionError(event + ": the desk " + assessed + ", not " + expected);
      }
    }
  }

  private BitSet assessed(List<Event> told) {
    Set<RuleId> ids = new HashSet<>();
    for (Event event : told) {
      if (event instanceof RiskEvent.Assessed(var assessment)) {
        ids.add(assessment.rule());
      }
    }
    BitSet rules = new BitSet();
    for (int i = 0; i < work.rules().size(); i++) {
      if (ids.contains(work.rules().get(i).id())) {
        rules.set(i);
      }
    }
    return rules;
  }
}
