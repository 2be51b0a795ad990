package nadhir.core.feed.usgs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Decoded;
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
        new Observation.Quake(6.7, "mw", OptionalDouble.of(18_202), OptionalInt.empty()),
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

  private static HazardReport one(String json) {
    var all =
        new UsgsDecoder(new FeedId("usgs"))
            .decode(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), AT);
    assertEquals(1, all.size());
    assertTrue(all.getFirst() instanceof Decoded.Ok, all.toString());
    return ((Decoded.Ok) all.getFirst()).report();
  }

  private static String feature(String properties, String place) {
    return "{'type':'Feature','id':'us1','properties':{"
        + properties
        + "},'geometry':{'coordinates':"
        + place
        + "}}";
  }
}
