package nadhir.geofence.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.ZoneId;
import nadhir.core.pack.SiteHead;
import nadhir.core.report.Certainty;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleReach;
import nadhir.geofence.rule.Sample;

/**
 * What a sample gives, as a hazard and as the scene that a rule is asked about: the impact models
 * fill in what follows from gauges and places, and every fact that is given stands in their place.
 */
final class GivenScene implements RiskDesk.View {
  private static final double USUAL_DEPTH_KM = 10;

  private static final List<Facts> STAGES =
      List.of(Facts.STAGE_ACTION, Facts.STAGE_MINOR, Facts.STAGE_MODERATE, Facts.STAGE_MAJOR);

  private final SiteHead site;
  private final Rule rule;
  private final List<ZoneId> reach;
  private final Impacts impacts;
  private Optional<Sample.Given> given = Optional.empty();

  GivenScene(SiteHead site, List<Zone> zones, Rule rule) {
    this.site = site;
    this.rule = rule;
    this.reach = RuleReach.zones(rule, zones);
    this.impacts = new Impacts(site.info().timeZone(), site.gauges(), zones, site.models());
  }

  /** The hazard of this moment; scenes are of what is given from here on. */
  Hazard give(Sample.Given now, Instant at, int revision) {
    given = Optional.of(now);
    double ageMin = fact(now, Facts.AGE_MIN).orElse(0);
    Instant occurredAt = at.minusSeconds((long) (60 * ageMin));
    return new Hazard(
        new HazardId("sample"),
        rule.hazard(),
        revision,
        Hazard.Status.ACTIVE,
        occurredAt,
        occurredAt,
        at,
        now.place(),
        certainty(fact(now, Facts.CERTAINTY_RANK)),
        detail(now, at),
        List.of(),
        Optional.empty());
  }

  private static OptionalDouble fact(Sample.Given given, Facts fact) {
    return given.facts().getOrDefault(fact.key(), OptionalDouble.empty());
  }

  private static Certainty certainty(OptionalDouble rank) {
    return switch ((int) rank.orElse(4)) {
      case 4 -> Certainty.OBSERVED;
      case 3 -> Certainty.LIKELY;
      case 2 -> Certainty.POSSIBLE;
      case 1 -> Certainty.UNLIKELY;
      default -> Certainty.UNKNOWN;
    };
  }

  private static Severity severity(OptionalDouble rank) {
    return switch ((int) rank.orElse(0)) {
      case 4 -> Severity.EXTREME;
      case 3 -> Severity.SEVERE;
      case 2 -> Severity.MODERATE;
      case 1 -> Severity.MINOR;
      default -> Severity.UNKNOWN;
    };
  }

  private HazardDetail detail(Sample.Given now, Instant at) {
    return switch (rule.hazard().value()) {
      case "flash-flood" -> flood(now, at);
      case "earthquake" ->
          new HazardDetail.Quake(
              fact(now, Facts.MAGNITUDE).orElse(0),
              "Mw",
              1_000 * fact(now, Facts.DEPTH_KM).orElse(USUAL_DEPTH_KM),
              new FeedId("sample"),
              "only-one",
              List.of(),
              fact(now, Facts.FELT_MMI),
              Optional.empty());
      case "distress-at-sea" ->
          new HazardDetail.Distress(
              "",
              Observation.DistressKind.MAN_OVERBOARD,
              OptionalDouble.empty(),
              fact(now, Facts.SPEED_MPS),
              (int) fact(now, Facts.MESSAGES).orElse(1),
              OptionalInt.empty());
      default ->
          new HazardDetail.Stated(
              severity(fact(now, Facts.SEVERITY_RANK)),
              at,
              Optional.empty(),
              "sample",
              Optional.empty(),
              Optional.empty());
    };
  }

  private HazardDetail flood(Sample.Given now, Instant at) {
    String wadi = wadi(now);
    List<GaugeState> states = new ArrayList<>();
    for (Gauge gauge : site.gauges()) {
      Sample.GaugeWord word = now.gauges().get(gauge.id().value());
      if (gauge.wadi().equals(wadi) && (now.gauges().isEmpty() || word != null)) {
        states.add(word == null ? agreeing(gauge, now, at) : said(gauge, word, at));
      }
    }
    return new HazardDetail.Flood(wadi, states);
  }

  /** That of the first gauge named, else the one whose water comes to the zone. */
  private String wadi(Sample.Given now) {
    return site.gauges().stream()
        .filter(
            gauge ->
                now.gauges().isEmpty()
                    ? impacts.below(gauge.wadi()).stream().anyMatch(zone -> looksAt(now, zone))
                    : now.gauges().containsKey(gauge.id().value()))
        .map(Gauge::wadi)
        .findFirst()
        .orElse("none");
  }

  private boolean looksAt(Sample.Given now, ZoneId zone) {
    return now.zone().map(zone::equals).orElseGet(() -> reach.contains(zone));
  }

  /** No gauge is named: each is well, and at the value given or at its action threshold. */
  private static GaugeState agreeing(Gauge gauge, Sample.Given now, Instant at) {
    boolean water = gauge.stages().isPresent();
    double action =
        gauge.stages().map(Gauge.Stages::actionM).orElseGet(() -> gauge.rainActionMm30().orElse(0));
    OptionalDouble value = fact(now, water ? Facts.STAGE_M : Facts.RAIN_MM_30);
    return state(
        gauge,
        new Sample.GaugeWord(
            OptionalDouble.of(value.orElse(action)),
            fact(now, Facts.RISE_M_PER_H),
            false,
            Optional.empty()),
        at);
  }

  private static GaugeState said(Gauge gauge, Sample.GaugeWord word, Instant at) {
    return state(gauge, word, at);
  }

  private static GaugeState state(Gauge gauge, Sample.GaugeWord word, Instant at) {
    boolean water = gauge.stages().isPresent();
    OptionalDouble none = OptionalDouble.empty();
    return new GaugeState(
        new GaugeId(gauge.id().value()),
        at,
        water ? word.value() : none,
        water ? word.riseMPerH() : none,
        water ? none : word.value(),
        word.silent(),
        none,
        none,
        none,
        none,
        none,
        word.fault());
  }

  @Override
  public Scene of(Scene scene) {
    Sample.Given now = given.orElseThrow();
    boolean modelled = !now.gauges().isEmpty() || now.place().isPresent();
    SortedMap<ZoneId, ZoneImpact> impactsOfZones = new TreeMap<>();
    for (ZoneId zone : now.zone().map(List::of).orElse(reach)) {
      Optional<ZoneImpact> known = scene.impacts().find(zone);
      SortedMap<String, Double> facts =
          modelled && known.isPresent()
              ? new TreeMap<>(known.get().facts())
              : bare(scene, known.map(ZoneImpact::facts).orElseGet(TreeMap::new));
      now.facts()
          .forEach(
              (name, value) -> {
                facts.remove(name);
                value.ifPresent(v -> facts.put(name, v));
              });
      impactsOfZones.put(
          zone,
          new ZoneImpact(
              zone,
              known.flatMap(ZoneImpact::arrivesFrom),
              known.flatMap(ZoneImpact::arrivesTo),
              facts));
    }
    return scene.with(impactsOfZones);
  }

  /** What is known without a model: age, hour, certainty, and a gauge's thresholds. */
  private SortedMap<String, Double> bare(Scene scene, SortedMap<String, Double> modelled) {
    SortedMap<String, Double> facts = new TreeMap<>(impacts.basics(scene.hazard(), scene.now()));
    for (Facts stage : STAGES) {
      Optional.ofNullable(modelled.get(stage.key())).ifPresent(m -> facts.put(stage.key(), m));
    }
    return facts;
  }
}
