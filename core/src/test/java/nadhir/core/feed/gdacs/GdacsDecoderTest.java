package nadhir.core.feed.gdacs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.Within;
import nadhir.core.feed.cap.EventTypes;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.report.Certainty;
import nadhir.core.report.HazardReport;
import nadhir.core.report.Observation;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class GdacsDecoderTest {
  private static final Instant AT = Instant.parse("2019-12-30T00:30:00Z");
  private static final EventTypes USUAL =
      (EventTypes) FeedFormats.byName("gdacs-rss").orElseThrow().usual();

  private static FeedDecoder decoder(Optional<Within> within) {
    return new GdacsDecoder(
        new FeedId("gdacs"), new EventTypes(USUAL.types(), USUAL.otherwise(), within));
  }

  private static HazardReport sample(String id) throws IOException {
    byte[] raw = Files.readAllBytes(Samples.sample("cap/gdacs-rss-24h.xml"));
    return decoder(Optional.empty()).decode(raw, AT).stream()
        .map(d -> ((Decoded.Ok) d).report())
        .filter(r -> r.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEarthquakeIsASolutionThatIsKnownByItsUsgsId() throws IOException {
    HazardReport r = sample("gdacs:EQ1200014");
    assertEquals("earthquake", r.type().value());
    assertEquals(Instant.parse("2019-12-29T13:18:06Z"), r.occurredAt());
    assertEquals(Optional.of(new LatLon(4.4091, 125.1504)), r.place());
    assertEquals(
        new Observation.Quake(4.7, "", OptionalDouble.of(65_420), OptionalInt.empty()),
        r.observation());
    assertEquals(Certainty.LIKELY, r.certainty());
    assertEquals(
        List.of(new ReportId("gdacs:EQ1200014"), new ReportId("comcat:us70006s6j")),
        r.alsoKnownAs());
  }

  @Test
  void whatGoesOnHasNoEndAndWhatDoesNotHasOne() throws IOException {
    HazardReport storm = sample("gdacs:TC1000642");
    assertEquals("weather-warning", storm.type().value());
    assertEquals(Instant.parse("2019-12-29T18:00:00Z"), storm.occurredAt());
    assertEquals(
        "Stated[severity=MINOR, onset=2019-12-26T06:00:00Z, until=Optional.empty,"
            + " area=Optional.empty, event=tropical cyclone, language=en, sender=GDACS]",
        storm.observation().toString());
    HazardReport drought = sample("gdacs:DR1012728");
    assertEquals("drought", drought.type().value());
    assertEquals(
        "Stated[severity=SEVERE, onset=2018-10-21T00:00:00Z, until=Optional[2019-12-30T00:17:00Z],"
            + " area=Optional.empty, event=drought, language=en, sender=GDACS]",
        drought.observation().toString());
  }

  @Test
  void aLaterEpisodeIsANewVersionAndAnEarlierOneIsRejected() {
    var decoder = decoder(Optional.empty());
    assertEquals(
        """
        gdacs:FL4 2026-11-20T09:00:00Z SEVERE
        gdacs:FL4 2026-11-20T10:00:00Z EXTREME
        SUPERSEDED episode 2 of 2026-11-20T09:30:00Z after episode 3 of 2026-11-20T10:00:00Z
        gdacs:FL4 2026-11-20T10:00:00Z EXTREME
        SUPERSEDED episode 2 of 2026-11-20T10:00:00Z after episode 3 of 2026-11-20T10:00:00Z
        """,
        play(decoder, "FL", "Orange", "09:00", 1)
            + play(decoder, "FL", "Red", "10:00", 3)
            + play(decoder, "FL", "Red", "09:30", 2)
            + play(decoder, "FL", "Red", "10:00", 3)
            + play(decoder, "FL", "Red", "10:00", 2));
  }

  @Test
  void theDateOfChangeIsTheRevisionAndAPreliminaryWordIsLessSure() {
    String xml =
        item("FL", "Green", "09:00", 1)
            .replace(
                "<g:eventtype>",
                "<g:datemodified>Fri, 20 Nov 2026 11:00:00 GMT</g:datemodified>"
                    + "<g:temporary>true</g:temporary><g:glide>FL-2026-000123-JOR</g:glide>"
                    + "<g:eventtype>");
    var r = ((Decoded.Ok) decode(decoder(Optional.empty()), xml).getFirst()).report();
    assertEquals(Instant.parse("2026-11-20T11:00:00Z"), r.updatedAt());
    assertEquals(Certainty.POSSIBLE, r.certainty());
    assertEquals(
        List.of(new ReportId("gdacs:FL4"), new ReportId("glide:FL-2026-000123-JOR")),
        r.alsoKnownAs());
  }

  @Test
  void whatIsFarAwayIsElsewhereByItsBoxOrItsPlace() {
    var near = Optional.of(new Within(new LatLon(29.5, 35.0), 300_000));
    String flood = item("FL", "Red", "09:00", 1);
    assertEquals("ELSEWHERE", reason(near, flood.replace("28.8 34.8", "0.0 34.8")));
    assertEquals("-", reason(near, flood));
    assertEquals("ELSEWHERE", reason(near, boxed(flood, "40 44 28 32")));
    assertEquals("-", reason(near, boxed(flood.replace("28.8 34.8", "20.0 40.0"), "30 50 18 30")));
    assertEquals("-", reason(near, boxed(flood, "nonsense")));
    assertEquals("-", reason(near, boxed(flood, "40 30 99 32")));
  }

  private static String boxed(String item, String box) {
    return item.replace("<g:eventtype>", "<g:bbox>" + box + "</g:bbox><g:eventtype>");
  }

  private static String reason(Optional<Within> within, String item) {
    return switch (decode(decoder(within), item).getFirst()) {
      case Decoded.Rejected(var reason, _, _) -> reason.name();
      case Decoded _ -> "-";
    };
  }

  private static String play(
      FeedDecoder decoder, String code, String level, String time, int episode) {
    var lines = new ArrayList<String>();
    for (Decoded d : decode(decoder, item(code, level, time, episode))) {
      lines.add(
          switch (d) {
            case Decoded.Ok(var r) ->
                r.id()
                    + " "
                    + r.updatedAt()
                    + " "
                    + ((Observation.Stated) r.observation()).severity();
            case Decoded.Rejected(var reason, var detail, _) ->
                reason + detail.substring(detail.indexOf(':') + 1);
            case Decoded other -> other.toString();
          });
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<Decoded> decode(FeedDecoder decoder, String item) {
    String xml = "<rss xmlns:g='http://www.gdacs.org'><channel>" + item + "</channel></rss>";
    return decoder.decode(xml.getBytes(StandardCharsets.UTF_8), AT);
  }

  private static String item(String code, String level, String time, int episode) {
    return """
        <item><title>t</title><pubDate>Fri, 20 Nov 2026 %s:00 GMT</pubDate>
        <g:fromdate>Thu, 19 Nov 2026 08:55:00 GMT</g:fromdate><g:iscurrent>true</g:iscurrent>
        <r:point xmlns:r="http://www.georss.org/georss">28.8 34.8</r:point>
        <g:eventtype>%s</g:eventtype><g:alertlevel>%s</g:alertlevel>
        <g:eventid>4</g:eventid><g:episodeid>%d</g:episodeid></item>"""
        .formatted(time, code, level, episode);
  }
}
