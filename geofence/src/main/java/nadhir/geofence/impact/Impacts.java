package nadhir.geofence.impact;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteModels;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.flood.Gauging;
import nadhir.geofence.impact.flood.WadiGauges;
import nadhir.geofence.zone.Geodesy;

/** What a hazard does in each zone that it touches: one entry for all models. */
public final class Impacts {
  private final java.time.ZoneId timeZone;
  private final List<Gauge> gauges;
  private final NavigableMap<ZoneId, Zone> zones = new TreeMap<>();
  private final SiteModels models;
  private final QuakeModel quakes;
  private final DistressModel distresses;
  private final StatedModel statements;

  public Impacts(
      java.time.ZoneId timeZone, List<Gauge> gauges, List<Zone> zones, SiteModels models) {
    this.timeZone = timeZone;
    this.gauges = List.copyOf(gauges);
    zones.forEach(zone -> this.zones.put(zone.id(), zone));
    this.models = models;
    this.quakes = new QuakeModel(models);
    this.distresses = new DistressModel(models.usual());
    this.statements = new StatedModel(models.steadyWind());
  }

  /** All impacts, sorted by zone. A quake without a place touches no zone. */
  public List<ZoneImpact> of(Hazard hazard, Around around, Instant now) {
    return in(hazard, around, now).all();
  }

  /** The impacts, each worked out when somebody asks for it. */
  public ZoneImpacts in(Hazard hazard, Around around, Instant now) {
    FactSheet same = sheet(hazard, now);
    return switch (hazard.detail()) {
      case HazardDetail.Quake quake ->
          hazard
              .place()
              .map(place -> shaken(hazard, quake, place, now, same))
              .orElseGet(ZoneImpacts::none);
      case HazardDetail.Flood flood -> flooded(flood, around, now, same);
      case HazardDetail.Distress distress -> {
        distresses.putSame(hazard, distress, now, same);
        yield toOutlines(
            hazard, now, same, () -> distresses.impacts(hazard, distress, now, same::copy));
      }
      case HazardDetail.Vessel vessel -> {
        same.put(Facts.SPEED_MPS, vessel.speedMps());
        yield toOutlines(hazard, now, same, () -> zone -> vessel(hazard, zone, same.copy()));
      }
      case HazardDetail.Stated stated -> {
        statements.putSame(hazard, stated, now, same);
        yield toOutlines(
            hazard, now, same, () -> statements.impacts(hazard, stated, now, same::copy));
      }
    };
  }

  private ZoneImpacts shaken(
      Hazard hazard, HazardDetail.Quake quake, LatLon epicentre, Instant now, FactSheet same) {
    QuakeModel.putSame(quake, same);
    return everywhere(
        Optional.of(new ZoneImpacts.Origin(epicentre, true)),
        now,
        same,
        () -> quakes.impacts(quake, epicentre, hazard.occurredAt(), same::copy));
  }

  private ZoneImpacts flooded(
      HazardDetail.Flood flood, Around around, Instant now, FactSheet same) {
    WadiGauges wadi = wadi(flood, around.gauging());
    FloodModel.putSame(wadi, same);
    var local = now.atZone(timeZone);
    return new ZoneImpacts(
        new TreeSet<>(wadi.zones()),
        () ->
            id -> {
              FactSheet sheet = watched(id, around, now, same.copy());
              return peopled(FloodModel.impact(wadi, id, now, sheet), local);
            },
        same.same(),
        Optional.empty());
  }

  private ZoneImpacts toOutlines(
      Hazard hazard, Instant now, FactSheet same, Supplier<Function<Zone, ZoneImpact>> models) {
    return everywhere(
        hazard.place().map(place -> new ZoneImpacts.Origin(place, false)), now, same, models);
  }

  private ZoneImpacts everywhere(
      Optional<ZoneImpacts.Origin> origin,
      Instant now,
      FactSheet same,
      Supplier<Function<Zone, ZoneImpact>> models) {
    var local = now.atZone(timeZone);
    return new ZoneImpacts(
        zones.navigableKeySet(),
        () -> {
          Function<Zone, ZoneImpact> model = models.get();
          return id -> peopled(model.apply(zones.get(id)), local);
        },
        same.same(),
        origin);
  }

  private ZoneImpact peopled(ZoneImpact impact, ZonedDateTime local) {
    Zone zone = zones.get(impact.zone());
    if (zone == null) {
      return impact;
    }
    SortedMap<String, Double> facts = new TreeMap<>(impact.facts());
    facts.put(Facts.PEOPLE.key(), (double) zone.peopleAt(local));
    return new ZoneImpact(impact.zone(), impact.arrivesFrom(), impact.arrivesTo(), facts);
  }

  /**
   * Where to search or to protect, for the map and for alerts: the search circle of a distress, the
   * protective area of a release; empty for all else, whose zones or own drawing say it.
   */
  public Optional<Extent> extent(Hazard hazard, Instant now) {
    return switch (hazard.detail()) {
      case HazardDetail.Distress distress -> distresses.extent(hazard, distress, now);
      case HazardDetail.Stated stated -> statements.extent(hazard, stated, now);
      case HazardDetail.Quake _, HazardDetail.Flood _, HazardDetail.Vessel _ -> Optional.empty();
    };
  }

  /** The gauges behind a flood, taken together. */
  public WadiGauges wadi(HazardDetail.Flood flood, Gauging gauging) {
    return new WadiGauges(gauges, models, flood, gauging);
  }

  /** The zones that a wadi's water can come to, sorted. */
  public List<ZoneId> below(String wadi) {
    var nothing = new Gauging(new TreeMap<>(), new TreeMap<>());
    return wadi(new HazardDetail.Flood(wadi, List.of()), nothing).zones();
  }

  /**
   * How strongly an earthquake shook a gauge: intensity on firm ground; empty without a place, and
   * too far away for the formula.
   */
  public OptionalDouble mmiAt(Hazard hazard, LatLon place) {
    return hazard.detail() instanceof HazardDetail.Quake quake && hazard.place().isPresent()
        ? quakes.mmiAt(quake, hazard.place().get(), place)
        : OptionalDouble.empty();
  }

  /** The gauge of the site with this id. */
  public Optional<Gauge> gauge(GaugeId id) {
    return gauges.stream().filter(gauge -> gauge.id().equals(id)).findFirst();
  }

  /** Whether hazards of this type lower the thresholds of floods. */
  public boolean isWatch(HazardTypeId type) {
    return type.equals(models.watch());
  }

  private FactSheet watched(ZoneId id, Around around, Instant now, FactSheet sheet) {
    Optional.ofNullable(zones.get(id))
        .ifPresent(zone -> sheet.put(Facts.WATCH, around.isWatched(zone, now) ? 1 : 0));
    return sheet;
  }

  private static ZoneImpact vessel(Hazard hazard, Zone zone, FactSheet sheet) {
    sheet.put(Facts.DISTANCE_KM, distanceKm(hazard, zone));
    return new ZoneImpact(zone.id(), Optional.empty(), Optional.empty(), sheet.facts());
  }

  /** What is known of any hazard, wherever it is: its age, the hour, how sure it is. */
  public SortedMap<String, Double> basics(Hazard hazard, Instant now) {
    return sheet(hazard, now).facts();
  }

  private FactSheet sheet(Hazard hazard, Instant now) {
    double ageMin = Duration.between(hazard.occurredAt(), now).toSeconds() / 60.0;
    return new FactSheet()
        .put(Facts.AGE_MIN, ageMin)
        .put(Facts.HOUR_LOCAL, now.atZone(timeZone).getHour())
        .put(Facts.CERTAINTY_RANK, rank(hazard.certainty()));
  }

  static OptionalDouble distanceKm(Hazard hazard, Zone zone) {
    return hazard
        .place()
        .map(place -> OptionalDouble.of(Geodesy.distanceM(place, zone.area()) / 1_000))
        .orElse(OptionalDouble.empty());
  }

  static int rank(Severity severity) {
    return switch (severity) {
      case EXTREME -> 4;
      case SEVERE -> 3;
      case MODERATE -> 2;
      case MINOR -> 1;
      case UNKNOWN -> 0;
    };
  }

  static int rank(Certainty certainty) {
    return switch (certainty) {
      case OBSERVED -> 4;
      case LIKELY -> 3;
      case POSSIBLE -> 2;
      case UNLIKELY -> 1;
      case UNKNOWN -> 0;
    };
  }
}
