package nadhir.core.feed.shakemap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Texts;
import nadhir.core.geo.LatLon;

/**
 * What is known of a map besides its contours; each part is empty where a source does not tell it.
 *
 * @param event its id at ComCat
 * @param version the source's own number
 * @param actual whether the earthquake happened; a scenario did not
 * @param updatedAt when the map was made or sent
 */
record MapFacts(
    Optional<String> event,
    Optional<Integer> version,
    Optional<Boolean> actual,
    Optional<Instant> occurredAt,
    Optional<Instant> updatedAt,
    Optional<LatLon> place) {
  static final MapFacts NONE =
      new MapFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** These, and where one is missing, that of {@code other}. */
  MapFacts or(MapFacts other) {
    return new MapFacts(
        event.or(other::event),
        version.or(other::version),
        actual.or(other::actual),
        occurredAt.or(other::occurredAt),
        updatedAt.or(other::updatedAt),
        place.or(other::place));
  }

  /** An {@code info.json}, of ShakeMap 3.5 (numbers) or 4 (numbers as texts). */
  static MapFacts ofInfo(JsonNode info) {
    JsonNode event = info.path("input").path("event_information");
    JsonNode versions = info.path("processing").path("shakemap_versions");
    return new MapFacts(
        text(event.path("event_id")),
        text(versions.path("map_version")).flatMap(MapFacts::number),
        text(event.path("event_type")).flatMap(MapFacts::actual),
        text(event.path("origin_time")).flatMap(MapFacts::time),
        text(versions.path("process_time")).flatMap(MapFacts::time),
        place(text(event.path("latitude")), text(event.path("longitude"))));
  }

  /** The {@code metadata} that ShakeMap 4 puts into a file of contours. */
  static MapFacts ofMetadata(JsonNode metadata) {
    return new MapFacts(
        text(metadata.path("eventid")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        place(text(metadata.path("latitude")), text(metadata.path("longitude"))));
  }

  /** {@code ACTUAL} or {@code SCENARIO}; of another word nobody knows. */
  static Optional<Boolean> actual(String type) {
    return switch (type) {
      case "ACTUAL" -> Optional.of(true);
      case "SCENARIO" -> Optional.of(false);
      case String _ -> Optional.empty();
    };
  }

  static Optional<Integer> number(String text) {
    return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Texts.isoUtc(text));
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  static Optional<Instant> milli(String text) {
    try {
      return text.matches("\\d{1,15}")
          ? Optional.of(Texts.epochMilli(Long.parseLong(text)))
          : Optional.empty();
    } catch (DateTimeException | Refusal _) {
      return Optional.empty();
    }
  }

  static Optional<LatLon> place(Optional<String> lat, Optional<String> lon) {
    try {
      return lat.isPresent() && lon.isPresent()
          ? Optional.of(new LatLon(Double.parseDouble(lat.get()), Double.parseDouble(lon.get())))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node.asText("").strip()).filter(t -> !t.isEmpty() && !t.equals("null"));
  }
}
