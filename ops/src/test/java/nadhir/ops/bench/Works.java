package nadhir.ops.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.sim.Samples;

/** All that can be measured, in the order in which it is listed. */
final class Works {
  static final List<Work> ALL =
      List.of(
          new Work(
              "decode",
              "each feed format on its richest sample; an item is a report, message or rejection",
              DecodeBench.class,
              () -> Map.of("sample", FormatSamples.all()),
              () ->
                  FormatSamples.without().isEmpty()
                      ? ""
                      : "No sample of: " + String.join(", ", FormatSamples.without()) + "."),
          new Work(
              "ais",
              "AIS lines beside AisLib alone; an item is a sentence",
              AisBench.class,
              () -> {
                Samples.samples();
                return Map.of();
              },
              () -> ""),
          new Work(
              "tracks",
              "20,000 ships that speak 5,000 times a second, two thirds of them under way, in a sea"
                  + " of so many degrees; an item is a message",
              TracksBench.class),
          new Work(
              "zones",
              "which of so many zones hold a place, the exact list; an item is a place",
              ZonesBench.class,
              Map::of,
              ZonesRemark::text),
          new Work(
              "audience",
              "who of so many people is inside an outline of 200 places that holds one in twenty;"
                  + " an item is an answer",
              AudienceBench.class,
              Map::of,
              AudienceRemark::text),
          new Work(
              "rules",
              "1,000 rules on hazard, magnitude, depth and, with an area, distance, and events of a"
                  + " magnitude from so much; an item is an event",
              RulesBench.class,
              Map::of,
              () ->
                  "riskDesk is RiskDesk, one revision: quakes only, with all that it concludes.\n"
                      + "Not run here, being under the GPL: Esper 8.9, 4,849 events/s on such work where"
                      + " GeoTools had 2,337."));

  private Works() {}

  static List<String> names() {
    return ALL.stream().map(Work::name).toList();
  }

  static Optional<Work> find(String name) {
    return ALL.stream().filter(w -> w.name().equals(name)).findFirst();
  }
}
