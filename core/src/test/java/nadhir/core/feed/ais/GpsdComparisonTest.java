package nadhir.core.feed.ais;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nadhir.core.feed.Decoded;
import nadhir.core.geo.LatLon;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gpsd makes of its own sample, against what we make of it, field by field. */
class GpsdComparisonTest {
  private static final double MPS_PER_KNOT = 1852.0 / 3600;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9, 11, 12, 14, 18, 19, 21, 27})
  void everyMessageHasGpsdsValues(int type) throws IOException {
    var ours = ours(type);
    List<JsonNode> theirs = theirs(type);
    assertEquals(theirs.size(), ours.size(), "messages of type " + type);
    for (int i = 0; i < ours.size(); i++) {
      assertEquals(mmsi(theirs.get(i)), ours.get(i).mmsi());
      compare(theirs.get(i), ours.get(i));
    }
  }

  @Test
  void typesThatAreOnlyNotedHaveTheirSender() throws IOException {
    for (int type : new int[] {6, 7, 8, 10, 13, 17}) {
      assertEquals(
          theirs(type).stream().map(GpsdComparisonTest::mmsi).toList(),
          ours(type).stream().map(AisMessage::mmsi).toList());
    }
  }

  private static void compare(JsonNode theirs, AisMessage ours) {
    switch (ours) {
      case AisMessage.Position p -> {
        place(theirs, p.place(), p.messageType() == 27 ? 0.06 : 1e-6);
        near(theirs, "course", 360, 1, p.courseDeg());
        near(theirs, "speed", p.messageType() == 27 ? 63 : 102.3, MPS_PER_KNOT, p.speedMps());
        if (theirs.has("heading")) {
          int heading = theirs.get("heading").asInt();
          assertEquals(heading < 360 ? heading : -1, p.headingDeg().orElse(-1));
        }
        p.name().ifPresent(n -> assertEquals(theirs.get("shipname").asText(), n));
        if (theirs.path("status").isInt()) {
          assertEquals(theirs.get("status").asInt(), p.navStatus().getAsInt());
        }
      }
      case AisMessage.Station s -> {
        place(theirs, s.place(), 1e-6);
        assertEquals(time(theirs.get("timestamp").asText()), s.at());
      }
      case AisMessage.Static s -> {
        text(theirs, "shipname", s.name());
        text(theirs, "callsign", s.callSign());
        text(theirs, "destination", s.destination());
        assertEquals(theirs.get("shiptype").asInt(), s.shipType().getAsInt());
      }
      case AisMessage.Aid a -> {
        place(theirs, a.place(), 1e-6);
        assertEquals(theirs.get("name").asText(), a.name());
        assertEquals(theirs.get("off_position").asBoolean(), a.offPosition());
      }
      case AisMessage.SafetyText t -> {
        text(theirs, "text", Optional.of(t.text()).filter(x -> !x.isEmpty()));
        assertEquals(theirs.has("dest_mmsi"), t.to().isPresent());
      }
      case AisMessage.Other _ -> assertTrue(false, "not looked into: " + ours);
    }
  }

  /** Months 0 and hours 24 stand for "not available". */
  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void place(JsonNode theirs, Optional<LatLon> ours, double within) {
    double lat = theirs.get("lat").asDouble();
    double lon = theirs.get("lon").asDouble();
    assertEquals(lat <= 90 && lon <= 180, ours.isPresent(), theirs.toString());
    ours.ifPresent(
        p -> {
          assertEquals(lat, p.latDeg(), within);
          assertEquals(lon, p.lonDeg(), within);
        });
  }

  private static void near(
      JsonNode theirs, String field, double none, double factor, OptionalDouble ours) {
    double value = theirs.get(field).asText().equals("nan") ? none : theirs.get(field).asDouble();
    assertEquals(value < none, ours.isPresent(), field + " of " + theirs);
    ours.ifPresent(o -> assertEquals(value * factor, o, 0.051 * factor, field));
  }

  private static void text(JsonNode theirs, String field, Optional<String> ours) {
    assertEquals(theirs.get(field).asText().strip(), ours.orElse(""));
  }

  private static String mmsi(JsonNode theirs) {
    return String.format("%09d", theirs.get("mmsi").asInt());
  }

  private static List<AisMessage> ours(int type) throws IOException {
    List<AisMessage> all = new ArrayList<>();
    byte[] raw = Files.readAllBytes(Samples.sample("marine/gpsd_sample.aivdm"));
    for (Decoded d : new AisDecoder().decode(raw, Instant.EPOCH)) {
      if (d instanceof Decoded.Heard(AisMessage m) && m.messageType() == type) {
        all.add(m);
      }
    }
    return all;
  }

  private static List<JsonNode> theirs(int type) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    var mapper = new ObjectMapper();
    var file = Samples.sample("marine/gpsd_sample.aivdm.expected.json");
    for (String line : Files.readAllLines(file)) {
      JsonNode n = mapper.readTree(line);
      if (n.get("type").asInt() == type) {
        all.add(n);
      }
    }
    return all;
  }
}
