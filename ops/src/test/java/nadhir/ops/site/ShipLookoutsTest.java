package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import nadhir.core.event.Entry;
import nadhir.core.event.SiteEvent;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;
import nadhir.core.id.FeedId;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;
import nadhir.core.journal.Head;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.track.Passage;
import nadhir.core.watch.WatchView;
import org.junit.jupiter.api.Test;

/** Ships follow the zones that the lane has now. */
class ShipLookoutsTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final WatchView VIEW =
      new WatchView(Head.EMPTY, AT, Optional.empty(), List.of(), "");

  private final LaneSite site =
      new LaneSite(SitePackReader.read(Path.of("sites", "aqaba")).get(), new Lane.Live());
  private final ShipLookouts lookouts = new ShipLookouts(() -> site.get().zones());
  private Lookout feed = lookouts.on(new FeedId("ais"));
  private int version;

  private void change(Optional<String> geoJson) {
    version++;
    var event =
        new SiteEvent.ZoneChanged(
            new ZoneId("mooring"), version, geoJson, new PersonRef("p-1"), "drawn in a test");
    var entries = List.of(new Entry(version, AT, new Actor.House("site"), version, event));
    site.durable(entries, List.of(), VIEW);
    lookouts.durable(entries, List.of(), VIEW);
  }

  /** A mooring of 200 m by 200 m far out, from which ships keep 250 m off. */
  private static String mooring(double latDeg) {
    return """
        {"type": "Feature",
         "properties": {"id": "mooring", "name_ar": "مرسى", "name_en": "Mooring", "kind": "port",
           "tags": {"keep_off": "%1$.4f 34.9300 250"}, "population_day": 0, "population_night": 0,
           "provenance": "drawn in a test"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[34.929, %2$.4f], [34.931, %2$.4f], [34.931, %3$.4f], [34.929, %3$.4f],
             [34.929, %2$.4f]]]}}
        """
        .formatted(latDeg, latDeg - 0.001, latDeg + 0.001);
  }

  /** A ship goes north at 10 kn, heard every 10 s; what is told of her course. */
  private List<String> sails(int fromS, int toS) {
    List<String> told = new ArrayList<>();
    for (int s = fromS; s < toS; s += 10) {
      var message =
          new AisMessage.Position(
              1,
              "438000001",
              Optional.of(Sphere.towards(new LatLon(29.30, 34.93), 0, 5.144 * s)),
              OptionalDouble.of(0),
              OptionalDouble.of(5.144),
              OptionalInt.empty(),
              OptionalInt.of(0),
              Optional.empty());
      for (HazardReport report : feed.hear(message, AT.plusSeconds(s))) {
        var vessel = (Observation.Vessel) report.observation();
        told.add(s + " " + report.status() + " " + vessel.other());
      }
    }
    return told;
  }

  @Test
  void whatShipsKeepOffFollowsTheZonesThatTheLaneHasNow() {
    assertEquals(List.of(), sails(0, 60));
    change(Optional.of(mooring(29.315)));
    assertEquals(List.of("70 ACTUAL mooring"), sails(60, 120), "told once it has held for 10 s");
    change(Optional.empty());
    assertEquals(List.of("120 WITHDRAWN mooring"), sails(120, 300), "and it is gone");
  }

  private String passed() {
    return lookouts.passed().stream()
        .map(p -> p.mmsi() + " " + p.passage())
        .collect(Collectors.joining("\n"));
  }

  private List<ZoneId> isIn() {
    return lookouts.since(Instant.EPOCH).getFirst().zones();
  }

  @Test
  void whoSailsThroughAZoneIsInItMeanwhileAndHasPassedIt() {
    var mooring = new ZoneId("mooring");
    change(Optional.of(mooring(29.315)));
    sails(0, 320); // 1,557 m from the south are the mooring's edge, and 1,779 m its northern one
    assertTrue(isIn().contains(mooring), isIn()::toString);
    sails(320, 400);
    assertFalse(isIn().contains(mooring), isIn()::toString);
    List<String> there = passed().lines().filter(line -> line.contains("mooring")).toList();
    assertEquals(2, there.size(), there::toString);
    assertTrue(there.getFirst().startsWith("438000001 Entered"), there::toString);
    assertTrue(there.getLast().startsWith("438000001 Left"), there::toString);
  }

  @Test
  void aConnectionOpenedAnewBeginsWithNobodyAnywhereAndWhatHasPassedStays() {
    change(Optional.of(mooring(29.3)));
    sails(0, 10);
    assertTrue(isIn().contains(new ZoneId("mooring")));
    String before = passed();
    feed = lookouts.on(new FeedId("ais"));
    assertEquals(List.of(), lookouts.since(Instant.EPOCH));
    assertEquals(before, passed());
  }

  @Test
  void soManyPassagesAreKeptAndTheOldestGoAndAreCounted() {
    var passages = new ShipPassages();
    var listener = passages.on(new FeedId("ais"));
    for (int i = 0; i < ShipPassages.MOST + 7; i++) {
      listener.passed("m-" + i, new Passage.Entered(new ZoneId("port"), AT, false));
    }
    assertEquals(ShipPassages.MOST, passages.last().size());
    assertEquals("m-7", passages.last().getFirst().mmsi());
    assertEquals(7, passages.gone());
  }

  @Test
  void zonesAreInTheOrderOfEnteringAndGoneWithTheLast() {
    var passages = new ShipPassages();
    var ais = new FeedId("ais");
    var listener = passages.on(ais);
    var port = new ZoneId("port");
    var bay = new ZoneId("bay");
    listener.passed("m-1", new Passage.Entered(port, AT, false));
    listener.passed("m-1", new Passage.Entered(bay, AT, false));
    listener.passed("m-1", new Passage.Dwelt(port, AT, Duration.ofMinutes(10)));
    assertEquals(List.of(port, bay), passages.zones(ais, "m-1"));
    assertEquals(List.of(), passages.zones(new FeedId("other"), "m-1"));
    listener.passed("m-1", new Passage.Left(port, AT, Duration.ofMinutes(11), false));
    assertEquals(List.of(bay), passages.zones(ais, "m-1"));
    listener.passed("m-1", new Passage.Left(bay, AT, Duration.ofMinutes(11), true));
    assertEquals(List.of(), passages.zones(ais, "m-1"));
  }

  /** Each of many readers sees at any moment what could be so, while two connections tell. */
  @Test
  void readersSeeWholeListsWhileConnectionsTell() throws Exception {
    var passages = new ShipPassages();
    var done = new AtomicBoolean();
    List<CompletableFuture<Void>> tellers = new ArrayList<>();
    for (String name : List.of("ais", "roof")) {
      var feed = new FeedId(name);
      var listener = passages.on(feed);
      tellers.add(
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  var zone = new ZoneId("z-" + i % 3);
                  listener.passed("m-1", new Passage.Entered(zone, AT, false));
                  listener.passed("m-1", new Passage.Left(zone, AT, Duration.ZERO, false));
                }
              }));
    }
    var all = CompletableFuture.allOf(tellers.toArray(CompletableFuture[]::new));
    all.whenComplete((_, _) -> done.set(true));
    while (!done.get()) {
      assertTrue(passages.zones(new FeedId("ais"), "m-1").size() <= 1);
      assertTrue(passages.last().size() <= ShipPassages.MOST);
    }
    all.get(1, TimeUnit.MINUTES);
    assertEquals(List.of(), passages.zones(new FeedId("ais"), "m-1"));
    assertEquals(80_000, passages.gone() + passages.last().size());
  }

  @Test
  void aConnectionOpenedLaterKnowsTheChangesToo() {
    change(Optional.of(mooring(29.315)));
    feed = lookouts.on(new FeedId("ais"));
    // 1,668 m at 10 kn are 324 s: less than 300 s from 30 s on
    assertEquals(List.of("40 ACTUAL mooring"), sails(0, 60));
  }
}
