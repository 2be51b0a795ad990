package nadhir.geofence.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.event.HazardEvent;
import nadhir.core.geo.LatLon;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.hazard.HazardDetail.GaugeState;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.GaugeFault;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/** Short words for the hazard desk's events. */
final class HazardWords {
  private HazardWords() {}

  static HazardEvent opened(Hazard hazard) {
    return new HazardEvent.Opened(hazard);
  }

  static HazardEvent revised(Hazard hazard) {
    return new HazardEvent.Revised(hazard);
  }

  static HazardEvent ended(String id, String at, String why) {
    return new HazardEvent.Ended(new HazardId(id), RiskPlay.at(at), why);
  }

  static HazardEvent silent(String gauge, String lastAt) {
    return new HazardEvent.GaugeSilent(new GaugeId(gauge), RiskPlay.at(lastAt));
  }

  static GaugeState water(String gauge, String at, double stageM, double riseMPerH) {
    return new GaugeState(
        new GaugeId(gauge),
        RiskPlay.at(at),
        OptionalDouble.of(stageM),
        OptionalDouble.of(riseMPerH),
        OptionalDouble.empty(),
        false,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static GaugeState rain(String gauge, String at, double rainMm30) {
    return new GaugeState(
        new GaugeId(gauge),
        RiskPlay.at(at),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(rainMm30),
        false,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static GaugeState silent(GaugeState state) {
    return new GaugeState(
        state.gauge(),
        state.at(),
        state.stageM(),
        state.riseMPerH(),
        state.rainMm30(),
        true,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  static GaugeState faulty(GaugeState state, GaugeFault fault) {
    return new GaugeState(
        state.gauge(),
        state.at(),
        state.stageM(),
        state.riseMPerH(),
        state.rainMm30(),
        state.silent(),
        state.rainMm15(),
        state.rainMm60(),
        state.rainMm180(),
        state.rainMm360(),
        state.wetnessMm(),
        Optional.of(fault));
  }

  /** The same hazard with another status. */
  static Hazard as(Hazard.Status status, Hazard hazard) {
    return new Hazard(
        hazard.id(),
        hazard.type(),
        hazard.revision() + 1,
        status,
        hazard.occurredAt(),
        hazard.firstReportAt(),
        hazard.lastReportAt(),
        hazard.place(),
        hazard.certainty(),
        hazard.detail(),
        hazard.reports(),
        status == Hazard.Status.HELD ? Optional.of("single-source") : Optional.empty());
  }

  static Hazard flood(String id, int revision, String wadi, String at, GaugeState... gauges) {
    return hazard(
        id,
        "flash-flood",
        revision,
        RiskPlay.at(at),
        Optional.empty(),
        new HazardDetail.Flood(wadi, List.of(gauges)));
  }

  static Hazard quake(String id, int revision, String at, double magnitude) {
    return hazard(
        id,
        "earthquake",
        revision,
        RiskPlay.at(at),
        Optional.of(new LatLon(28.826, 34.799)),
        new HazardDetail.Quake(
            magnitude,
            "Mw",
            18_000,
            new FeedId("usgs"),
            "only-one",
            List.of(),
            OptionalDouble.empty(),
            Optional.empty()));
  }

  static Hazard warning(String id, String from, String to, Severity severity) {
    return hazard(
        id,
        "weather-warning",
        1,
        RiskPlay.at(from),
        Optional.empty(),
        new HazardDetail.Stated(
            severity,
            RiskPlay.at(from),
            Optional.of(RiskPlay.at(to)),
            "Red Sea trough",
            Optional.empty(),
            Optional.empty()));
  }

  static Hazard overboard(String id, int revision, String at, LatLon place) {
    return hazard(
        id,
        "distress-at-sea",
        revision,
        RiskPlay.at(at),
        Optional.of(place),
        new HazardDetail.Distress(
            "972000001",
            Observation.DistressKind.MAN_OVERBOARD,
            OptionalDouble.of(190),
            OptionalDouble.of(0.2),
            8,
            OptionalInt.empty()));
  }

  private static Hazard hazard(
      String id,
      String type,
      int revision,
      Instant at,
      Optional<LatLon> place,
      HazardDetail detail) {
    return new Hazard(
        new HazardId(id),
        new HazardTypeId(type),
        revision,
        Hazard.Status.ACTIVE,
        at,
        at,
        at,
        place,
        Certainty.OBSERVED,
        detail,
        List.of(new ReportId("test:" + id)),
        Optional.empty());
  }
}
