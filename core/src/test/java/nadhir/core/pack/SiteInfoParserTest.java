package nadhir.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.posted.PositionsFormat;
import nadhir.core.id.FeedId;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.UnitId;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;

class SiteInfoParserTest {
  private static final String GOOD =
      """
      id: test-town
      name: {ar: بلدة, en: Test town}
      timeZone: Asia/Amman
      languages: [ar, en]
      centre: {lat: 29.5, lon: 35.0}
      capSender: test-town.example
      smsSender: TestTown
      levels:
        - {id: green, rank: 0, name: {ar: أخضر, en: green}, colour: "#00aa00"}
        - {id: red, rank: 3, name: {ar: أحمر, en: red}, colour: "#cc0000"}
      hazardTypes:
        - {id: flash-flood, name: {ar: سيل, en: flash flood}, capCategory: Met, staysFor: 6 h}
      gauges:
        - id: Y1
          name: {ar: ي, en: Upper}
          place: {lat: 29.69, lon: 35.17}
          wadi: yutum
          stages: {action: 0.8, minor: 1.0, moderate: 1.5, major: 2.5}
          expectedEvery: 5 min
          downstream:
            - {zone: shamiya, earliest: 105 min, latest: 140 min}
          provenance: invented
      feeds:
        - {id: usgs, format: usgs-geojson, url: "https://quakes.example/day.geojson", every: 1 min}
        - {id: ships, format: ais, url: "tcp://ais.example:5631"}
      """;

  private static String mistakes(String from, String to) {
    return SiteInfoParser.parse(new SiteFile("site.yaml", GOOD.replace(from, to)))
        .mistakes()
        .stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aGoodHeadIsReadWhole() {
    var head = SiteInfoParser.parse(new SiteFile("site.yaml", GOOD)).get();
    assertEquals("بلدة", head.info().name().in("ar"));
    assertEquals(3, head.info().rank(head.info().levels().getLast().id()));
    var gauge = head.gauges().getFirst();
    assertEquals(new GaugeId("Y1"), gauge.id());
    assertEquals(1.5, gauge.stages().orElseThrow().moderateM());
    assertEquals(Duration.ofMinutes(105), gauge.downstream().getFirst().earliest());
    assertEquals(
        new FeedConfig(
            new FeedId("usgs"),
            FeedFormats.byName("usgs-geojson").orElseThrow(),
            URI.create("https://quakes.example/day.geojson"),
            Optional.of(Duration.ofMinutes(1)),
            Duration.ofMinutes(1),
            Duration.ofDays(30),
            List.of(new HazardTypeId("earthquake")),
            FeedFormats.byName("usgs-geojson").orElseThrow().usual()),
        head.feeds().getFirst());
  }

  @Test
  void aMisspeltTimeZoneGetsTheNearestName() {
    assertEquals(
        "site.yaml:3: 'Asia/Aman' is no time zone, did you mean 'Asia/Amman'?",
        mistakes("Asia/Amman", "Asia/Aman"));
  }

  @Test
  void stagesMustRise() {
    assertEquals(
        "site.yaml:18: stages must rise: action, minor, moderate, major",
        mistakes("minor: 1.0", "minor: 0.1"));
  }

  @Test
  void placesOutsideTheEarthAreRefused() {
    assertEquals(
        "site.yaml:16: a place needs -90..90 and -180..180 degrees, not 129.69 35.17",
        mistakes("lat: 29.69", "lat: 129.69"));
  }

  @Test
  void aUnitIsInDangerAboveTheCalmestLevelWhereTheSiteSaysNothingElse() {
    var usual = SiteInfoParser.parse(new SiteFile("site.yaml", GOOD)).get().info();
    assertEquals(new LevelId("red"), usual.dangerFrom());
    assertFalse(usual.isDanger(new LevelId("green")));
    String own = GOOD + "dangerFrom: green\n";
    var cautious = SiteInfoParser.parse(new SiteFile("site.yaml", own)).get().info();
    assertTrue(cautious.isDanger(new LevelId("green")));
    assertEquals(
        "site.yaml:2: there is no level 'rad', did you mean 'red'?",
        mistakes("name: {ar: بلدة", "dangerFrom: rad\nname: {ar: بلدة"));
  }

  private static String feed(String feed) {
    return mistakes("- {id: ships, format: ais, url: \"tcp://ais.example:5631\"}", "- " + feed);
  }

  @Test
  void brokersNeedATopic() {
    assertEquals("", feed("{id: g, format: gauge-json, url: 'mqtts://b.example/gauges/+/x'}"));
    assertEquals("", feed("{id: g, format: gauge-json, url: 'mqtt://b.example:1884/gauges/#'}"));
    assertEquals(
        "site.yaml:25: the address names no topic: mqtt://host/gauges/+/stage, or mqtt://host/gauges/#",
        feed("{id: g, format: gauge-json, url: 'mqtt://b.example'}"));
    assertEquals(
        "site.yaml:25: + in a topic stands for one whole level, # for all further ones at the end",
        feed("{id: g, format: gauge-json, url: 'mqtt://b.example/a/b+'}"));
    assertEquals(
        "site.yaml:25: what is not polled is not asked: leave 'every' out",
        feed("{id: g, format: gauge-json, url: 'mqtt://b.example/a', every: 1 min}"));
  }

  @Test
  void whoPostsNeedsNoAddressAndNothingIsExpected() {
    String site = GOOD + "  - {id: port, format: nadhir-report, url: 'webhook:'}\n";
    var feed = SiteInfoParser.parse(new SiteFile("site.yaml", site)).get().feeds().getLast();
    assertEquals(Optional.of(Carrier.POSTED), feed.carrier());
    assertEquals(FeedConfig.NOTHING_EXPECTED, feed.expects());
    assertEquals("", feed("{id: p, format: nadhir-report, url: 'webhook:', expects: 10 min}"));
    assertEquals(
        "site.yaml:25: 'distres' is none of [distress, felt, stated, gauge, withdrawal]",
        feed("{id: p, format: nadhir-report, url: 'webhook:', options: {kinds: [distres, felt]}}"));
    assertEquals(
        "site.yaml:25: unknown key 'kind', did you mean 'kinds'?",
        feed("{id: p, format: nadhir-report, url: 'webhook:', options: {kind: [felt]}}"));
    assertEquals(
        "site.yaml:25: an address of this format begins with one of [webhook, file]",
        feed("{id: p, format: nadhir-report, url: 'https://x.example'}"));
  }

  @Test
  void whoTellsWhereUnitsAreNamesThem() {
    String site =
        GOOD
            + "  - {id: fleet, format: unit-positions, url: 'webhook:', options: {agencies: [police],"
            + " units: [cd-amb-1]}}\n";
    var feed = SiteInfoParser.parse(new SiteFile("site.yaml", site)).get().feeds().getLast();
    assertEquals(Optional.of(Carrier.POSTED), feed.carrier());
    assertEquals("webhook:/api/v1/positions", feed.url().toString());
    var speaksFor = (PositionsFormat.SpeaksFor) feed.options();
    assertTrue(speaksFor.has(new UnitId("ps-patrol-1"), "police"));
    assertTrue(speaksFor.has(new UnitId("cd-amb-1"), "civil-defence"));
    assertFalse(speaksFor.has(new UnitId("cd-amb-2"), "civil-defence"));
    assertEquals(
        "site.yaml:25: 'cd amb' is no id of a unit",
        feed("{id: p, format: unit-positions, url: 'webhook:', options: {units: [cd amb]}}"));
    assertEquals(
        "site.yaml:25: unknown key 'agencie', did you mean 'agencies'?",
        feed("{id: p, format: unit-positions, url: 'webhook:', options: {agencie: [police]}}"));
  }

  @Test
  void theMappingOfAFeedIsReadWithIt() {
    assertEquals(
        "site.yaml:25: 'fathom' is no unit of stage; there are [cm, ft, m, mm]",
        feed(
            "{id: g, format: gauge-json, url: 'mqtt://b.example/a', options: {quantities: "
                + "[{is: stage, path: s, unit: fathom}]}}"));
  }

  @Test
  void feedsNeedAnAddressOfTheirKind() {
    assertEquals(
        "site.yaml:25: an address of this format begins with one of [tcp, udp, file]",
        mistakes("tcp://ais.example:5631", "https://ais.example"));
    assertEquals("site.yaml:25: the address names no port: tcp://host:port", mistakes(":5631", ""));
    assertEquals("", mistakes("tcp://ais.example", "udp://0.0.0.0"));
    assertEquals(
        "site.yaml:25: the address names no port: udp://host:port",
        mistakes("tcp://ais.example:5631", "udp://0.0.0.0"));
    assertEquals("site.yaml:25: a port is at most 65535", mistakes(":5631", ":65536"));
    assertEquals(
        "site.yaml:24: no name or password in an address",
        mistakes("https://quakes", "https://me:secret@quakes"));
    assertEquals(
        "site.yaml:24: 'every' is missing: how often to ask", mistakes(", every: 1 min", ""));
    assertEquals(
        "site.yaml:24: not more often than each 10 s", mistakes("every: 1 min", "every: 1 s"));
  }

  @Test
  void twiceTheSameIdIsAMistake() {
    assertEquals(
        "site.yaml:23: 'usgs' is there twice in 'feeds'", mistakes("id: ships", "id: usgs"));
  }

  @Test
  void theSiteFileOfAqabaHasNoMistakes() throws IOException {
    var text = Files.readString(Path.of("../ops/sites/aqaba/site.yaml"));
    var parsed = SiteInfoParser.parse(new SiteFile("site.yaml", text));
    assertEquals(List.of(), parsed.mistakes());
    assertEquals(
        List.of("RG1", "RG2", "RG3", "Y1", "Y2"),
        parsed.get().gauges().stream().map(gauge -> gauge.id().value()).toList());
  }

  @Test
  void anSmsSenderIsShortAndPlain() {
    assertEquals(
        "site.yaml:7: an SMS sender has 1 to 11 of A-Z a-z 0-9 and blank",
        mistakes("TestTown", "TestTownEmergency"));
  }

  @Test
  void whatAFeedIsSaidToTellOfMustBeAHazardType() {
    assertEquals(
        "site.yaml:23: feed 'usgs': there is no hazard type 'flash-floods', did you mean"
            + " 'flash-flood'?",
        mistakes("every: 1 min}", "every: 1 min, tells: [flash-floods]}"));
    assertEquals(
        "site.yaml:23: feed 'met': there is no hazard type 'storm'",
        mistakes(
            "feeds:",
            "feeds:\n  - {id: met, format: cap, url: 'https://met.example/rss.xml', every: 5 min,"
                + " options: {otherwise: storm}}"));
  }
}
