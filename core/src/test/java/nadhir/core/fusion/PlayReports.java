package nadhir.core.fusion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.report.Severity;

/** Makes reports of lines of text, see {@link Play}. */
final class PlayReports {
  private int signals;

  HazardReport of(Instant at, String[] words, Map<String, String> values) {
    return switch (words[1]) {
      case "quake" -> quake(at, words, values);
      case "stage", "flow", "rain" -> reading(at, words, values);
      case "distress" -> distress(at, words, values);
      case "warning" -> warning(at, words, values);
      case "felt" -> felt(at, words, values);
      case "shakemap" -> shakeMap(at, words, values);
      case "vessel" -> vessel(at, words, values);
      default -> throw new IllegalArgumentException(String.join(" ", words));
    };
  }

  private HazardReport quake(Instant at, String[] words, Map<String, String> values) {
    boolean deleted = values.containsKey("deleted");
    Observation what =
        deleted || values.containsKey("empty")
            ? new Observation.Nothing()
            : new Observation.Quake(
                Double.parseDouble(words[3].substring(1)),
                "mw",
                OptionalDouble.of(Double.parseDouble(values.getOrDefault("depth", "18")) * 1000),
                values.containsKey("felt")
                    ? OptionalInt.of(Integer.parseInt(values.get("felt")))
                    : OptionalInt.empty());
    return new HazardReport(
        new ReportId(words[2]),
        feed(words[2]),
        new HazardTypeId("earthquake"),
        status(values),
        timed(values, "o", Instant.parse("2026-11-20T10:00:00Z")),
        timed(values, "u", at),
        at,
        deleted || values.containsKey("nowhere") ? Optional.empty() : Optional.of(place(words[4])),
        values.containsKey("reviewed") ? Certainty.OBSERVED : Certainty.LIKELY,
        what,
        names(words, values),
        "");
  }

  private static List<ReportId> names(String[] words, Map<String, String> values) {
    List<ReportId> ids = new ArrayList<>();
    for (String id : values.getOrDefault("ids", words[2].replace(':', '-')).split(",")) {
      ids.add(new ReportId("comcat:" + id));
    }
    return ids;
  }

  private HazardReport reading(Instant at, String[] words, Map<String, String> values) {
    var gauge = new GaugeId(words[2]);
    var value = Double.parseDouble(words[3]);
    Instant occurred = timed(values, "o", at);
    return report(
        "nwis:" + words[2] + "/" + words[1] + "/" + occurred,
        "flash-flood",
        at,
        occurred,
        values,
        Optional.empty(),
        switch (words[1]) {
          case "stage" ->
              new Observation.Water(gauge, OptionalDouble.of(value), OptionalDouble.empty());
          case "flow" ->
              new Observation.Water(gauge, OptionalDouble.empty(), OptionalDouble.of(value));
          default ->
              new Observation.Rain(
                  gauge, value, Duration.parse(values.getOrDefault("over", "PT15M")));
        });
  }

  private HazardReport distress(Instant at, String[] words, Map<String, String> values) {
    signals++;
    String mmsi = words[2].equals("?") ? "" : words[2];
    String id = values.getOrDefault("id", "ais:" + (mmsi.isEmpty() ? "" : mmsi + "/") + signals);
    return report(
        id,
        "distress-at-sea",
        at,
        timed(values, "o", at),
        values,
        Optional.of(words[3]).filter(w -> w.contains(",")).map(PlayReports::place),
        new Observation.Distress(
            mmsi,
            Observation.DistressKind.valueOf(values.getOrDefault("kind", "MAN_OVERBOARD")),
            OptionalDouble.of(190),
            OptionalDouble.of(0.2),
            signals,
            values.containsKey("persons")
                ? OptionalInt.of(Integer.parseInt(values.get("persons")))
                : OptionalInt.empty()));
  }

  /** {@code area=29.5,35/29.6,35/29.6,35.1} draws a polygon, {@code also=…} refers to others. */
  private HazardReport warning(Instant at, String[] words, Map<String, String> values) {
    Observation what =
        values.containsKey("cancelled")
            ? new Observation.Nothing()
            : new Observation.Stated(
                Severity.valueOf(words[3]),
                timed(values, "onset", at),
                Optional.ofNullable(values.get("until")).map(PlayReports::time),
                Optional.ofNullable(values.get("area")).map(PlayReports::area),
                "",
                values.getOrDefault("lang", ""),
                values.getOrDefault("sender", ""));
    var plain =
        report(
            words[2],
            values.getOrDefault("type", "weather-warning"),
            at,
            timed(values, "o", at),
            values,
            Optional.empty(),
            what);
    return new HazardReport(
        plain.id(),
        plain.feed(),
        plain.type(),
        values.containsKey("cancelled") ? Status.WITHDRAWN : plain.status(),
        plain.occurredAt(),
        plain.updatedAt(),
        plain.receivedAt(),
        plain.place(),
        plain.certainty(),
        plain.observation(),
        values.containsKey("also")
            ? Arrays.stream(values.get("also").split(",")).map(ReportId::new).toList()
            : List.of(),
        values.getOrDefault("title", ""));
  }

  private static Area area(String text) {
    List<LatLon> ring =
        new ArrayList<>(Arrays.stream(text.split("/")).map(PlayReports::place).toList());
    ring.add(ring.getFirst());
    return Area.polygon(ring);
  }

  /** {@code felt web:1 5.5 29.53,35.01 people=3}; no people means an instrument. */
  private HazardReport felt(Instant at, String[] words, Map<String, String> values) {
    return report(
        words[2],
        "earthquake",
        at,
        timed(values, "o", at),
        values,
        Optional.of(words[4]).filter(w -> w.contains(",")).map(PlayReports::place),
        new Observation.Felt(
            Double.parseDouble(words[3]), Integer.parseInt(values.getOrDefault("people", "0"))));
  }

  private HazardReport shakeMap(Instant at, String[] words, Map<String, String> values) {
    var plain =
        report(
            words[2],
            "earthquake",
            at,
            timed(values, "o", Instant.parse("2026-11-20T10:00:00Z")),
            values,
            Optional.empty(),
            values.containsKey("bare")
                ? new Observation.Nothing()
                : new Observation.ShakeMap(Integer.parseInt(words[3]), List.of()));
    return new HazardReport(
        plain.id(),
        plain.feed(),
        plain.type(),
        plain.status(),
        plain.occurredAt(),
        timed(values, "u", at),
        at,
        plain.place(),
        plain.certainty(),
        plain.observation(),
        names(words, values),
        "");
  }

  /** {@code vessel ais:1 ADRIFT 438111222 29.47,34.969 other=438333444}. */
  private HazardReport vessel(Instant at, String[] words, Map<String, String> values) {
    return report(
        words[2],
        "vessel-in-trouble",
        at,
        timed(values, "o", at),
        values,
        Optional.of(place(words[5])),
        new Observation.Vessel(
            words[4],
            "",
            Observation.VesselTrouble.valueOf(words[3]),
            OptionalDouble.empty(),
            OptionalDouble.of(0.5),
            values.getOrDefault("other", ""),
            OptionalDouble.empty(),
            Optional.empty()));
  }

  private static HazardReport report(
      String id,
      String type,
      Instant at,
      Instant occurred,
      Map<String, String> values,
      Optional<LatLon> place,
      Observation what) {
    return new HazardReport(
        new ReportId(id),
        feed(id),
        new HazardTypeId(type),
        status(values),
        occurred,
        timed(values, "u", occurred),
        at,
        place,
        Certainty.OBSERVED,
        what,
        List.of(),
        "");
  }

  private static Status status(Map<String, String> values) {
    return values.containsKey("deleted")
        ? Status.WITHDRAWN
        : values.containsKey("test") ? Status.TEST : Status.ACTUAL;
  }

  private static FeedId feed(String id) {
    return new FeedId(id.replaceFirst(":.*", ""));
  }

  static Instant timed(Map<String, String> values, String key, Instant otherwise) {
    return values.containsKey(key) ? time(values.get(key)) : otherwise;
  }

  static LatLon place(String text) {
    String[] parts = text.split(",");
    return new LatLon(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }

  /** {@code HH:MM[:SS]} of 20 November, or {@code DD/HH:MM[:SS]}. */
  static Instant time(String text) {
    String[] parts = (text.contains("/") ? text : "20/" + text).split("/");
    String seconds = parts[1].length() == 5 ? ":00" : "";
    return Instant.parse("2026-11-" + parts[0] + "T" + parts[1] + seconds + "Z");
  }
}
