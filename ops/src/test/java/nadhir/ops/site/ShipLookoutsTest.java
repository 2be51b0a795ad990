package nadhir.ops.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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

  @Test
  void aConnectionOpenedLaterKnowsTheChangesToo() {
    change(Optional.of(mooring(29.315)));
    feed = lookouts.on(new FeedId("ais"));
    // 1,668 m at 10 kn are 324 s: less than 300 s from 30 s on
    assertEquals(List.of("40 ACTUAL mooring"), sails(0, 60));
  }
}
