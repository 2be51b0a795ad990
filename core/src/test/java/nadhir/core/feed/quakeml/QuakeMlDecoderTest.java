package nadhir.core.feed.quakeml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedDecoder;
import nadhir.core.feed.quake.QuakeLines;
import nadhir.core.id.ReportId;
import nadhir.core.report.HazardReport;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;

class QuakeMlDecoderTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  private final FeedDecoder decoder = FeedConfig.plain("q", "quakeml").decoder();

  /** In an old namespace, with the type "null", depths of metres, and times with an offset. */
  @Test
  void theEventsOfEmscAreEarthquakes() throws IOException {
    assertEquals(
        """
        2012-04-04T16:40:50Z ACTUAL OBSERVED q:20120404_0000041 | M4.4 mb | 1.0 km | 41.8180 79.6890 | 2012-04-04T14:21:42.300Z | KYRGYZSTAN
        2012-04-04T16:40:50Z ACTUAL OBSERVED q:20120404_0000038 | M4.3 ML | 14.4 km | 39.3420 41.0440 | 2012-04-04T14:18:37Z | EASTERN TURKEY
        2012-04-04T16:40:50Z ACTUAL OBSERVED q:20120404_0000039 | M3.0 ML | 7.0 km | 38.0170 37.7360 | 2012-04-04T14:08:46Z | CENTRAL TURKEY
        """,
        sample("quakeml_emsc_neries_events.xml"));
  }

  @Test
  void blastsAreNoneAndAnEventWithoutMagnitudeIsOfNoUse() throws IOException {
    assertEquals(
        """
        NOT_AN_EARTHQUAKE quakeml:comcat.cr.usgs.gov/fdsnws/event/1/query?eventid=ci37285320&amp;format=quakeml: quarry_blast
        NOT_AN_EARTHQUAKE quakeml:comcat.cr.usgs.gov/fdsnws/event/1/query?eventid=uw60916552&amp;format=quakeml: quarry
        """,
        sample("quakeml_usgs_event.xml"));
    assertEquals(
        "NO_MAGNITUDE quakeml:US.anss.org/event/pde20000102042021390_33: no magnitude\n",
        sample("pde20000102042021390_33.xml"));
  }

  @Test
  void ofSeveralSolutionsWithoutAPreferenceTheFirstHolds() throws IOException {
    assertEquals(
        """
        2012-02-23T23:21:47.289Z ACTUAL POSSIBLE q:b00083i6 | M5.598105354228146 Mww | ? km | -17.7550 -178.7675 | 2012-02-22T00:07:47.285Z |\s
        """,
        sample("quakeml_mt_usb00083i6.xml"));
  }

  /** In the order in which the network sent them; one event is deleted five times, one six. */
  @Test
  void theSequenceCi37645983StepByStep() throws IOException {
    assertEquals(
        """
        2017-05-15T17:05:48.050Z ACTUAL LIKELY q:ci37645983 | M1.82 ml | 4.41 km | 33.6910 -117.9105 | 2017-05-15T17:03:45.490Z | 3km N of Costa Mesa, CA
        2017-05-15T17:07:27.790Z ACTUAL LIKELY q:ci37645983 | M1.69 ml | 2.61 km | 33.6810 -117.8908 | 2017-05-15T17:03:45.540Z |\s
        2017-05-15T17:07:46.040Z ACTUAL LIKELY q:ci37645991 | M1.75 ml | 17.73 km | 33.6007 -117.6540 | 2017-05-15T17:03:51.920Z |\s
        2017-05-15T18:49:20.300Z WITHDRAWN UNKNOWN q:ci37645991 |\s
        2017-05-15T18:49:20.350Z WITHDRAWN UNKNOWN q:ci37645991 |\s
        2017-05-15T18:49:20.800Z WITHDRAWN UNKNOWN q:ci37645991 |\s
        2017-05-15T18:49:20.830Z WITHDRAWN UNKNOWN q:ci37645991 |\s
        2017-05-15T18:49:37.010Z WITHDRAWN UNKNOWN q:ci37645983 |\s
        2017-05-15T18:49:37.050Z WITHDRAWN UNKNOWN q:ci37645983 |\s
        2017-05-15T18:49:37.480Z WITHDRAWN UNKNOWN q:ci37645983 |\s
        2017-05-15T18:49:37.530Z WITHDRAWN UNKNOWN q:ci37645983 |\s
        2017-05-15T18:49:37.890Z WITHDRAWN UNKNOWN q:ci37645983 |\s
        2017-05-16T00:03:05.010Z WITHDRAWN UNKNOWN q:ci37645983 | quarry blast
        2017-05-16T00:04:11.170Z WITHDRAWN UNKNOWN q:ci37645991 |\s
        2017-05-16T00:04:11.860Z WITHDRAWN UNKNOWN q:ci37645991 |\s
        """,
        QuakeLines.of(sequence("earthquake/seq_ci37645983")));
  }

  private List<Decoded> sequence(String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Samples.sample(folder))) {
      files =
          all.sorted(
                  Comparator.comparing(
                      f -> f.getFileName().toString().replaceFirst("^.*-(\\d+)\\.xml$", "$1")))
              .toList();
    }
    List<Decoded> sequence = new ArrayList<>();
    for (Path file : files) {
      sequence.addAll(decoder.decode(Files.readAllBytes(file), AT));
    }
    return sequence;
  }

  /** From noise through an automatic solution to a reviewed one, half a day later. */
  @Test
  void theVersionsOfNc71932931() throws IOException {
    var lines = new StringBuilder();
    for (String version : List.of("1359717290440", "1359717370445", "1359740134563")) {
      lines.append(sample("nc_origin_nc71932931_" + version + ".xml"));
    }
    assertEquals(
        """
        2013-02-01T11:14:50.440Z ACTUAL LIKELY q:nc71932931 | M0.0 MbLg | 1.1 km | 38.8235 -122.8383 | 2013-02-01T11:14:34.400Z |\s
        2013-02-01T11:16:10.445Z ACTUAL LIKELY q:nc71932931 | M2.3 Md | 1.0 km | 38.8233 -122.8375 | 2013-02-01T11:14:34.400Z |\s
        2013-02-01T17:35:34.563Z ACTUAL OBSERVED q:nc71932931 | M2.0 Md | 1.0 km | 38.8228 -122.8378 | 2013-02-01T11:14:34.400Z |\s
        """,
        lines.toString());
  }

  @Test
  void thePreferredOriginAndMagnitudeHold() {
    assertEquals(
        """
        2026-11-20T11:59:00Z ACTUAL LIKELY q:e1 | M5.4 Mw | 12.0 km | 29.6000 35.1000 | 2026-11-20T11:58:02Z | Gulf of Aqaba
        """,
        decoded(event(STANDARD)));
  }

  @Test
  void theEvaluationTellsHowSureItIs() {
    for (String row :
        List.of(
            "manual,| OBSERVED",
            "automatic,| LIKELY",
            "automatic,preliminary| LIKELY",
            "automatic,confirmed| OBSERVED",
            "automatic,reviewed| OBSERVED",
            ",final| OBSERVED",
            ",preliminary| LIKELY",
            ",| POSSIBLE",
            "manual,rejected| UNKNOWN")) {
      String[] parts = row.split("[,|]");
      assertTrue(
          decoded(
                  event(
                      STANDARD
                          .replace(">automatic<", ">" + parts[0] + "<")
                          .replace(">preliminary<", ">" + parts[1] + "<")))
              .contains(parts[2] + " q:e1"),
          row);
    }
  }

  @Test
  void whatANetworkRejectsOrFindsNotToExistIsTakenBack() {
    String taken = "2026-11-20T11:59:00Z WITHDRAWN UNKNOWN q:e1 | Gulf of Aqaba\n";
    assertEquals(taken, decoded(event(STANDARD.replace(">preliminary<", ">rejected<"))));
    assertEquals(taken, decoded(event(STANDARD.replace(">earthquake<", ">not existing<"))));
    decoded(event(STANDARD));
    assertEquals(taken, decoded(event(STANDARD.replace(">earthquake<", ">mining explosion<"))));
  }

  @Test
  void theNamesOfAnEventAreThoseOfItsCatalogue() {
    for (String row :
        List.of(
            "smi:org.gfz-potsdam.de/geofon/gfz2026qprg q:gfz2026qprg gfz:gfz2026qprg",
            "quakeml:eu.emsc/event/20120404_0000041 q:20120404_0000041 emsc:20120404_0000041",
            "smi:webservices.ingv.it/fdsnws/event/1/query?eventId=17111031 q:17111031"
                + " webservices.ingv.it:17111031",
            "smi:ISC/evid=611834902 q:611834902 isc:611834902",
            "quakeml:a.gov/query?eventid=ci37&amp;format=xml q:ci37 a.gov:ci37")) {
      String[] parts = row.split(" ");
      var report = report(event(STANDARD).replace("smi:x.org/e1", parts[0]));
      assertEquals(parts[1], report.id().value(), row);
      assertEquals(List.of(new ReportId(parts[2])), report.alsoKnownAs(), row);
    }
    var anss =
        report(
            event(STANDARD)
                .replace(
                    "<event ",
                    "<event xmlns:c='http://anss.org/xmlns/catalog/0.1' c:eventsource='us'"
                        + " c:eventid='7000abcd' "));
    assertEquals("q:us7000abcd", anss.id().value());
    assertEquals(List.of(new ReportId("comcat:us7000abcd")), anss.alsoKnownAs());
  }

  @Test
  void anEventThatDoesNotSayWhenItWasMadeIsRevisedWhenItIsFirstSeenAsItStands() {
    String undated = event(STANDARD.replaceAll("<creationInfo>.*?</creationInfo>", ""));
    assertEquals(AT, report(undated).updatedAt());
    Instant later = AT.plusSeconds(60);
    assertEquals(AT, report(decoder.decode(bytes(undated), later)).updatedAt());
    assertEquals(
        later, report(decoder.decode(bytes(undated.replace("5.4", "5.5")), later)).updatedAt());
  }

  @Test
  void oneBadEventCostsNoOther() {
    for (String row :
        List.of(
            "NO_ID|smi:x.org/e1|",
            "BAD_ID|smi:x.org/e1|smi:x.org/a b",
            "NO_TIME|<time><value>2026-11-20T11:58:02</value></time>|",
            "BAD_TIME|2026-11-20T11:58:02|yesterday",
            "BAD_TIME|2026-11-20T11:59:00Z|now",
            "NO_PLACE|<latitude><value>29.6</value></latitude>|",
            "BAD_PLACE|<value>29.6</value>|<value>129.6</value>",
            "BAD_PLACE|<value>29.6</value>|<value>NaN</value>",
            "NO_MAGNITUDE|magnitude|amplitude",
            "BAD_MAGNITUDE|<value>5.4</value>|<value>54</value>",
            "BAD_MAGNITUDE|<value>5.4</value>|<value>Infinity</value>",
            "BAD_DEPTH|<value>12000</value>|<value>1.2e7</value>",
            "NOT_AN_EARTHQUAKE|>earthquake<|>not reported<")) {
      String[] parts = row.split("\\|", 3);
      String good = "<event publicID='smi:x.org/e1'>" + STANDARD + "</event>";
      String bad = good.replace("e1'>", "e2'>");
      var all =
          decoder.decode(
              bytes(
                  document(
                      good
                          + (parts[1].equals("smi:x.org/e1")
                              ? good.replace(parts[1], parts[2])
                              : bad.replace(parts[1], parts[2]))
                          + good)),
              AT);
      assertEquals(3, all.size(), row);
      assertTrue(all.get(1) instanceof Decoded.Rejected, row + " " + all.get(1));
      assertEquals(parts[0], ((Decoded.Rejected) all.get(1)).reason().name(), all.toString());
      assertTrue(all.get(2) instanceof Decoded.Ok, all.toString());
    }
  }

  @Test
  void aDocumentThatBreaksOffGivesWhatStoodBeforeTheBreak() {
    String two = document(("<event publicID='smi:x.org/e1'>" + STANDARD + "</event>").repeat(2));
    var all = decoder.decode(bytes(two.substring(0, two.length() - 300)), AT);
    assertEquals(2, all.size());
    assertTrue(all.getFirst() instanceof Decoded.Ok);
    assertTrue(QuakeLines.of(all).contains("MALFORMED_XML"), all.toString());
  }

  @Test
  void anotherDocumentIsNone() throws IOException {
    for (String name : List.of("eqxml_delete.xml", "eqxml_event.xml", "eqxml_quarry.xml")) {
      assertTrue(sample(name).startsWith("WRONG_DOCUMENT"), name);
    }
    assertTrue(
        decoded(
                "<product id='urn:usgs-product:us:shakemap:us1:1' updateTime='2026-11-20T12:00:00Z'"
                    + " status='UPDATE'/>")
            .startsWith("WRONG_DOCUMENT"));
    assertTrue(decoded("{}").startsWith("MALFORMED_XML"));
    assertTrue(decoded("").startsWith("MALFORMED_XML"));
    assertTrue(decoded("<!DOCTYPE a><a/>").startsWith("DOCTYPE"));
    assertEquals("", decoded(document("")).strip());
  }

  @Test
  void aScenarioOfTheProductsIsATest() {
    assertTrue(
        decoded(
                "<product id='urn:usgs-product:us:origin-scenario:us1:1' status='UPDATE'"
                    + " updateTime='2026-11-20T12:00:00Z'>"
                    + "<property name='eventtime' value='2026-11-20T12:00:00Z'/>"
                    + "<property name='latitude' value='29'/>"
                    + "<property name='longitude' value='35'/>"
                    + "<property name='magnitude' value='7.5'/>"
                    + "<property name='event-type' value='earthquake'/></product>")
            .startsWith("2026-11-20T12:00:00Z TEST POSSIBLE q:us1 | M7.5"));
  }

  @Test
  void aDeepDocumentIsRefused() {
    assertTrue(decoded("<a>".repeat(1_000_000)).startsWith("TOO_COMPLEX"));
  }

  private static final String STANDARD =
      "<preferredOriginID>smi:x.org/o2</preferredOriginID>"
          + "<preferredMagnitudeID>smi:x.org/m2</preferredMagnitudeID>"
          + "<type>earthquake</type>"
          + "<description><text>Region</text><type>Flinn-Engdahl region</type></description>"
          + "<description><text>Gulf of Aqaba</text><type>earthquake name</type></description>"
          + "<creationInfo><creationTime>2026-11-20T11:58:30Z</creationTime></creationInfo>"
          + "<origin publicID='smi:x.org/o1'><time><value>2026-11-20T11:58:00Z</value></time>"
          + "<latitude><value>29.5</value></latitude><longitude><value>35.0</value></longitude>"
          + "</origin>"
          + "<origin publicID='smi:x.org/o2'>"
          + "<time><value>2026-11-20T11:58:02</value></time>"
          + "<latitude><value>29.6</value></latitude><longitude><value>35.1</value></longitude>"
          + "<depth><value>12000</value></depth>"
          + "<evaluationMode>automatic</evaluationMode>"
          + "<evaluationStatus>preliminary</evaluationStatus>"
          + "<creationInfo><creationTime>2026-11-20T11:59:00Z</creationTime></creationInfo>"
          + "</origin>"
          + "<magnitude publicID='smi:x.org/m1'><mag><value>5.1</value></mag><type>mb</type>"
          + "</magnitude>"
          + "<magnitude publicID='smi:x.org/m2'><mag><value>5.4</value></mag><type>Mw</type>"
          + "</magnitude>";

  private static String event(String inside) {
    return document("<event publicID='smi:x.org/e1'>" + inside + "</event>");
  }

  private static String document(String events) {
    return "<q:quakeml xmlns:q='http://quakeml.org/xmlns/quakeml/1.2'"
        + " xmlns='http://quakeml.org/xmlns/bed/1.2'><eventParameters publicID='smi:x.org/p'>"
        + events
        + "</eventParameters></q:quakeml>";
  }

  private String sample(String name) throws IOException {
    return QuakeLines.of(
        decoder.decode(Files.readAllBytes(Samples.sample("earthquake/" + name)), AT));
  }

  private String decoded(String xml) {
    return QuakeLines.of(decoder.decode(bytes(xml), AT));
  }

  private HazardReport report(String xml) {
    return report(decoder.decode(bytes(xml), AT));
  }

  private static HazardReport report(List<Decoded> all) {
    assertTrue(all.size() == 1 && all.getFirst() instanceof Decoded.Ok, all.toString());
    return ((Decoded.Ok) all.getFirst()).report();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
