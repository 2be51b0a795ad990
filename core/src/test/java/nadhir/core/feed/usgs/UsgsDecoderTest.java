package nadhir.core.feed.usgs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.Reason;
import nadhir.core.feed.quake.QuakeLines;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class UsgsDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void northridgeHasItsFieldsInSi() throws IOException {
    var r = one(Files.readString(Samples.sample("earthquake/usgs_query_northridge.geojson")));
    assertEquals("usgs:ci3144585", r.id().value());
    assertEquals(Instant.parse("1994-01-17T12:30:55.390Z"), r.occurredAt());
    assertEquals(AT, r.receivedAt());
    assertEquals(Optional.of(new LatLon(34.213, -118.537)), r.place());
    assertEquals(
        new Observation.Quake(6.7, "mw", OptionalDouble.of(18_202), OptionalInt.of(10_128)),
        r.observation());
    assertEquals(Certainty.OBSERVED, r.certainty());
    assertEquals(Status.ACTUAL, r.status());
    assertTrue(r.alsoKnownAs().contains(new ReportId("comcat:ci3144585")), r.toString());
    assertTrue(r.alsoKnownAs().contains(new ReportId("comcat:usp00066k9")), r.toString());
    assertEquals("M 6.7 - 1km NNW of Reseda, CA", r.title());
  }

  @Test
  void aLaterVersionUnderANewIdIsKnownByItsOldOne() throws IOException {
    var first = one(Files.readString(Samples.sample("earthquake/shakecast_event_first.geojson")));
    var then = one(Files.readString(Samples.sample("earthquake/shakecast_event_updated.geojson")));
    assertEquals("usgs:us6000bdgz", first.id().value());
    assertEquals("usgs:NEW_ID", then.id().value());
    assertTrue(then.alsoKnownAs().containsAll(first.alsoKnownAs()), then.toString());
    assertTrue(then.updatedAt().isAfter(first.updatedAt()), first + " " + then);
  }

  @Test
  void unknownDepthIsEmptyAndNegativeMagnitudesAndDepthsAreReal() {
    assertEquals(
        new Observation.Quake(5, "", OptionalDouble.empty(), OptionalInt.empty()),
        one(feature("'mag':5,'time':1,'type':'earthquake'", "[1,2]")).observation());
    assertEquals(
        new Observation.Quake(-1.2, "ml", OptionalDouble.of(-1500), OptionalInt.empty()),
        one(feature("'mag':-1.2,'magType':'ml','time':1,'type':'earthquake'", "[1,2,-1.5]"))
            .observation());
  }

  @Test
  void timesBeforeNineteenSeventyAreTimes() {
    var r = one(feature("'mag':5,'time':-5805600000000,'type':'earthquake'", "[1,2,3]"));
    assertEquals(Instant.parse("1786-01-10T13:20:00Z"), r.occurredAt());
    assertEquals(r.occurredAt(), r.updatedAt());
  }

  @Test
  void aDeletedEventIsWithdrawnWhateverElseItLacks() {
    var r = one(feature("'status':'deleted','updated':1784548800000,'mag':null", "null"));
    assertEquals(Status.WITHDRAWN, r.status());
    assertEquals(new Observation.Nothing(), r.observation());
    assertEquals(r.updatedAt(), r.occurredAt());
    assertEquals(List.of(new ReportId("comcat:us1")), r.alsoKnownAs());
  }

  /** ComCat deletes an event when another network's solution of the same quake takes over. */
  @Test
  void aDeletedDuplicateNamesTheEventThatTakesItsPlace() {
    var r = one(feature("'status':'deleted','updated':2,'time':1,'ids':',us1,ci2,'", "[1,2,3]"));
    assertEquals(Status.WITHDRAWN, r.status());
    assertEquals(List.of(new ReportId("comcat:us1"), new ReportId("comcat:ci2")), r.alsoKnownAs());
  }

  @Test
  void anEarthquakeThatTurnsOutToBeABlastIsTakenBackAndComesBackAsOne() {
    var decoder = decoder();
    assertEquals(
        """
        1970-01-01T00:00:00.001Z ACTUAL LIKELY usgs:us1 | M3.0  | 0.0 km | 29.0000 35.0000 | 1970-01-01T00:00:00.001Z |\s
        1970-01-01T00:00:00.002Z WITHDRAWN UNKNOWN usgs:us1 | quarry blast
        1970-01-01T00:00:00.003Z ACTUAL OBSERVED usgs:us1 | M3.1  | 0.0 km | 29.0000 35.0000 | 1970-01-01T00:00:00.001Z |\s
        """,
        Stream.of(
                "'mag':3,'time':1,'updated':1,'type':'earthquake','status':'automatic'",
                "'mag':3,'time':1,'updated':2,'type':'quarry blast','status':'reviewed'",
                "'mag':3.1,'time':1,'updated':3,'type':'earthquake','status':'reviewed'")
            .map(p -> QuakeLines.of(decode(decoder, feature(p, "[35,29,0]"))))
            .collect(Collectors.joining()));
  }

  @Test
  void whatWasMadeUpIsATest() {
    for (String madeUp :
        List.of(
            "'type':'scenario'",
            "'type':'earthquake','status':'scenario'",
            "'type':'earthquake','types':',origin-scenario,shakemap-scenario,'")) {
      assertEquals(
          Status.TEST, one(feature("'mag':7,'time':1," + madeUp, "[1,2,3]")).status(), madeUp);
    }
  }

  @Test
  void noOtherKindOfEventIsAnEarthquake() {
    for (String word :
        List.of(
            "explosion",
            "chemical explosion",
            "quarry blast",
            "ice quake",
            "other event",
            "not reported",
            "landslide",
            "")) {
      var all = decode(decoder(), feature("'mag':5,'time':1,'type':'" + word + "'", "[1,2,3]"));
      assertTrue(
          all.getFirst() instanceof Decoded.Rejected(Reason reason, _, _)
              && reason == Reason.NOT_AN_EARTHQUAKE,
          word + " " + all);
    }
  }

  @Test
  void nobodyKnowsHowManyFeltItWhereThatIsNoNumber() {
    for (String felt : List.of("null", "-1", "1e12", "'many'", "3.5")) {
      var r = one(feature("'mag':5,'time':1,'type':'earthquake','felt':" + felt, "[1,2,3]"));
      assertEquals(
          new Observation.Quake(5, "", OptionalDouble.of(3000), OptionalInt.empty()),
          r.observation(),
          felt);
    }
  }

  /** Four superseded versions and what holds now, whose place and depth the fourth already had. */
  @Test
  void theVersionsOfADetailDocumentComeInTheirOrder() throws IOException {
    var decoder = decoder();
    assertEquals(
        """
        2017-04-03T18:00:16.040Z ACTUAL OBSERVED usgs:us10008e3k | M6.5 mwb | 11.6 km | -22.6207 25.1532 | 2017-04-03T17:40:15.630Z | 132 km WSW of Moijabana, Botswana
        2017-04-03T18:50:04.040Z ACTUAL OBSERVED usgs:us10008e3k | M6.5 mww | 29.0 km | -22.6571 25.1487 | 2017-04-03T17:40:18.350Z | 132 km WSW of Moijabana, Botswana
        2017-04-03T21:12:59.040Z ACTUAL OBSERVED usgs:us10008e3k | M6.5 mww | 29.0 km | -22.6576 25.1472 | 2017-04-03T17:40:18.040Z | 132 km WSW of Moijabana, Botswana
        2017-04-19T17:49:54.040Z ACTUAL OBSERVED usgs:us10008e3k | M6.5 mww | 29.0 km | -22.6784 25.1558 | 2017-04-03T17:40:18.560Z | 132 km WSW of Moijabana, Botswana
        2020-08-15T01:13:13.844Z ACTUAL OBSERVED usgs:us10008e3k | M6.5 mww | 29.0 km | -22.6784 25.1558 | 2017-04-03T17:40:18.560Z | M 6.5 - 132 km WSW of Moijabana, Botswana
        """,
        QuakeLines.of(
            decoder.decode(
                Files.readAllBytes(
                    Samples.sample(
                        "earthquake/seq_us10008e3k_botswana/detail_all_versions.geojson")),
                AT)));
  }

  /** Summary, detail, contours: each names the next one, and the fragments stay here. */
  @Test
  void theShakeMapOfAnEventIsFoundThroughItsDetailDocument() throws IOException {
    var decoder = new UsgsDecoder(new FeedId("usgs"), new UsgsDecoder.Options(true));
    var summary =
        decode(
            decoder,
            "{'features':["
                + feature(
                    "'mag':6.5,'time':1,'updated':7,'type':'earthquake','types':',origin,shakemap,',"
                        + "'detail':'https://example.org/us1.geojson'",
                    "[1,2,3]")
                + ","
                + feature("'mag':5,'time':1,'type':'earthquake','types':',origin,'", "[1,2,3]")
                + "]}");
    assertEquals(3, summary.size());
    assertEquals(
        new Decoded.Linked(URI.create("https://example.org/us1.geojson#updated=7")),
        summary.get(1));
    var detail =
        decoder.decode(
            Files.readAllBytes(
                Samples.sample("earthquake/seq_us10008e3k_botswana/detail_all_versions.geojson")),
            AT);
    var contours =
        URI.create(
            "https://earthquake.usgs.gov/product/shakemap/us10008e3k/atlas/1594394699724/download/"
                + "cont_mi.json#event=us10008e3k&version=1&type=ACTUAL"
                + "&occurred=2017-04-03T17%3A40%3A18.560Z&updated=2020-07-10T15%3A24%3A59.724Z"
                + "&lat=-22.6784&lon=25.1558");
    assertEquals(new Decoded.Linked(contours), detail.getLast());
    var map =
        decoder.decode(
            Files.readAllBytes(Samples.sample("earthquake/shakemap_cont_mi.json")),
            AT,
            Delivery.from(contours));
    var report = ((Decoded.Ok) map.getFirst()).report();
    assertEquals("usgs:us10008e3k/shakemap", report.id().value());
    assertEquals(List.of(new ReportId("comcat:us10008e3k")), report.alsoKnownAs());
  }

  @Test
  void automaticSolutionsAreLikelyAndUnknownStatusesPossible() {
    assertEquals(
        Certainty.LIKELY,
        one(feature("'mag':5,'time':1,'type':'earthquake','status':'automatic'", "[1,2,3]"))
            .certainty());
    assertEquals(
        Certainty.OBSERVED,
        one(feature("'mag':5,'time':1,'type':'earthquake','status':'REVIEWED'", "[1,2,3]"))
            .certainty());
    assertEquals(
        Certainty.POSSIBLE,
        one(feature("'mag':5,'time':1,'type':'earthquake'", "[1,2,3]")).certainty());
  }

  @Test
  void aTitleIsCutAndCleaned() {
    var r =
        one(
            feature(
                "'mag':5,'time':1,'type':'earthquake','title':'a\\u0007b" + "ا".repeat(300) + "'",
                "[1,2,3]"));
    assertEquals(HazardReport.MAX_TITLE, r.title().length());
    assertTrue(r.title().startsWith("a bا"), r.title());
  }

  private static UsgsDecoder decoder() {
    return new UsgsDecoder(new FeedId("usgs"), new UsgsDecoder.Options(false));
  }

  private static HazardReport one(String json) {
    var all = decode(decoder(), json);
    assertEquals(1, all.size());
    assertTrue(all.getFirst() instanceof Decoded.Ok, all.toString());
    return ((Decoded.Ok) all.getFirst()).report();
  }

  private static List<Decoded> decode(UsgsDecoder decoder, String json) {
    return decoder.decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), AT);
  }

  private static String feature(String properties, String place) {
    return "{'type':'Feature','id':'us1','properties':{"
        + properties
        + "},'geometry':{'coordinates':"
        + place
        + "}}";
  }
}
