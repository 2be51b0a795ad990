package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class DistressTest {
  private static final LatLon OFF_THE_TERMINAL = new LatLon(29.4700, 34.9690);

  private final ShipTracker tracker = tracker(new FeedId("ais"));

  @Test
  void aBurstOfEightIsOneReport() {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      hear(said, "16:25:0" + i, position("972111222", 14, OFF_THE_TERMINAL));
    }
    assertEquals(List.of("16:25:00 ACTUAL MAN_OVERBOARD 29.47,34.969 OBSERVED 1"), said);
  }

  @Test
  void itIsToldAgainAfterAMinuteOrFiftyMetres() {
    List<String> said = new ArrayList<>();
    hear(said, "16:25:00", position("972111222", 14, OFF_THE_TERMINAL));
    hear(said, "16:25:59", position("972111222", 14, OFF_THE_TERMINAL));
    hear(said, "16:26:00", position("972111222", 14, OFF_THE_TERMINAL));
    hear(said, "16:26:01", position("972111222", 14, new LatLon(29.46960, 34.9690))); // 44 m
    hear(said, "16:26:02", position("972111222", 14, new LatLon(29.46950, 34.9690))); // 56 m
    assertEquals(
        List.of(
            "16:25:00 ACTUAL MAN_OVERBOARD 29.47,34.969 OBSERVED 1",
            "16:26:00 ACTUAL MAN_OVERBOARD 29.47,34.969 OBSERVED 3",
            "16:26:02 ACTUAL MAN_OVERBOARD 29.4695,34.969 OBSERVED 5"),
        said);
  }

  @Test
  void statusFifteenAndTextTestAreTestsAndTheChangeIsToldAtOnce() {
    List<String> said = new ArrayList<>();
    hear(said, "16:25:00", text("970111222", "SART TEST"));
    hear(said, "16:25:01", position("970111222", 15, OFF_THE_TERMINAL));
    hear(said, "16:25:02", position("970111222", 14, OFF_THE_TERMINAL));
    hear(said, "16:25:03", text("970111222", "SART ACTIVE"));
    assertEquals(
        List.of(
            "16:25:00 TEST SART ? LIKELY 1",
            "16:25:01 TEST SART 29.47,34.969 OBSERVED 2",
            "16:25:02 ACTUAL SART 29.47,34.969 OBSERVED 3"),
        said);
  }

  @Test
  void aPrefixAloneProvesNothing() {
    List<String> said = new ArrayList<>();
    hear(said, "16:25:00", position("972111222", 0, OFF_THE_TERMINAL));
    hear(said, "16:25:00", text("974111222", "HELLO"));
    hear(said, "16:25:00", position("438111222", 15, OFF_THE_TERMINAL)); // 15: nothing said
    hear(said, "16:25:00", text("438111222", "SART ACTIVE OFF TALA BAY")); // speaks of another
    assertEquals(List.of(), said);
  }

  @Test
  void aTextWithoutPlaceTakesTheOneThatWasHeardBefore() {
    List<String> said = new ArrayList<>();
    hear(said, "16:24:00", position("974111222", 0, OFF_THE_TERMINAL));
    hear(said, "16:25:00", text("974111222", "EPIRB ACTIVE"));
    assertEquals(List.of("16:25:00 ACTUAL EPIRB 29.47,34.969 LIKELY 1"), said);
  }

  @Test
  void zeroNorthZeroEastIsNoPlaceToSendABoatTo() {
    List<String> said = new ArrayList<>();
    hear(said, "16:25:00", position("972111222", 14, new LatLon(0, 0)));
    hear(said, "16:25:10", position("972111222", 14, OFF_THE_TERMINAL));
    hear(said, "16:25:20", position("972111222", 14, new LatLon(0, 0)));
    assertEquals(
        List.of(
            "16:25:00 ACTUAL MAN_OVERBOARD ? OBSERVED 1",
            "16:25:10 ACTUAL MAN_OVERBOARD 29.47,34.969 OBSERVED 2"),
        said);
  }

  @Test
  void aShipThatShowsStatusFourteenIsReportedWithDoubt() {
    List<String> said = new ArrayList<>();
    hear(said, "16:25:00", position("438111222", 14, OFF_THE_TERMINAL));
    assertEquals(List.of("16:25:00 ACTUAL NAV_STATUS 29.47,34.969 LIKELY 1"), said);
  }

  @Test
  void afterHalfAnHourOfSilenceItBeginsAnew() {
    List<String> said = new ArrayList<>();
    hear(said, "16:25:00", position("972111222", 14, OFF_THE_TERMINAL));
    hear(said, "16:56:00", position("972111222", 14, OFF_THE_TERMINAL));
    assertTrue(said.getLast().endsWith(" 1"), said.toString());
  }

  @Test
  void vesselsNearAreThoseHeardLatelyNearestFirstAndNoBeacons() {
    Instant at = at("16:25:00");
    tracker.hear(position("438000004", 0, new LatLon(29.47, 34.97)), at("16:05:00"));
    tracker.hear(position("438000001", 0, new LatLon(29.48, 34.97)), at);
    tracker.hear(position("438000002", 0, new LatLon(29.471, 34.97)), at);
    tracker.hear(position("438000003", 0, new LatLon(29.40, 34.97)), at);
    tracker.hear(position("972111222", 14, OFF_THE_TERMINAL), at);
    tracker.hear(
        new AisMessage.Static(
            5,
            "438000001",
            Optional.of("AQABA PRIDE"),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty()),
        at);
    tracker.hear(position("438000001", 0, new LatLon(29.48, 34.97)), at);
    var near = tracker.vesselsNear(OFF_THE_TERMINAL, 2 * 1852, at);
    assertEquals(List.of("438000002", "438000001"), near.stream().map(Vessel::mmsi).toList());
    assertEquals(Optional.of("AQABA PRIDE"), near.getLast().name());
  }

  @Test
  void theRecordedBeaconsAreAllInTest() throws IOException {
    var feed = RawFeed.open(FeedConfig.plain("ais", "ais"), DistressTest::tracker);
    byte[] raw = Files.readAllBytes(Samples.sample("marine/distress_sart_mob.aivdm"));
    var reports =
        feed.offer(raw, at("16:25:00")).stream()
            .map(d -> ((Decoded.Ok) d).report())
            .map(DistressTest::told)
            .toList();
    assertEquals(
        List.of(
            "16:25:00 TEST SART ? LIKELY 1",
            "16:25:00 TEST MAN_OVERBOARD -38.2612,144.66747333333333 OBSERVED 1",
            "16:25:00 TEST SART 49.445665,11.00684 OBSERVED 1"),
        reports);
  }

  private static ShipTracker tracker(FeedId feed) {
    return new ShipTracker(TrackSettings.of(feed), Places.NONE, TrackListener.NOBODY);
  }

  private void hear(List<String> said, String clock, AisMessage message) {
    tracker.hear(message, at(clock)).forEach(r -> said.add(told(r)));
  }

  private static String told(HazardReport r) {
    var d = (Observation.Distress) r.observation();
    return r.updatedAt().toString().substring(11, 19)
        + " "
        + r.status()
        + " "
        + d.kind()
        + " "
        + r.place().map(p -> p.latDeg() + "," + p.lonDeg()).orElse("?")
        + " "
        + r.certainty()
        + " "
        + d.messages();
  }

  private static Instant at(String clock) {
    return Instant.parse("2026-11-20T" + clock + "Z");
  }

  private static AisMessage position(String mmsi, int status, LatLon place) {
    return new AisMessage.Position(
        1,
        mmsi,
        Optional.of(place),
        OptionalDouble.of(190),
        OptionalDouble.of(0.2),
        OptionalInt.empty(),
        OptionalInt.of(status),
        Optional.empty());
  }

  private static AisMessage text(String mmsi, String text) {
    return new AisMessage.SafetyText(14, mmsi, Optional.empty(), text);
  }
}
