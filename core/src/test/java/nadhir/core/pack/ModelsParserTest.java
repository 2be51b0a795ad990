package nadhir.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.geo.LatLon;
import nadhir.core.site.IntensityModel;
import nadhir.core.site.SiteModels;
import nadhir.core.site.WaveModel;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;

/** What the impact models want to know of a site: read whole, and each mistake with its line. */
class ModelsParserTest {
  private static final String HEAD =
      """
      id: t
      name: {ar: ب, en: T}
      timeZone: UTC
      languages: [ar, en]
      centre: {lat: 0, lon: 0}
      capSender: t.example
      smsSender: T
      levels:
        - {id: red, rank: 3, name: {ar: أحمر, en: red}, colour: "#cc0000"}
      hazardTypes:
        - {id: storm, name: {ar: ع, en: storm}, capCategory: Met, staysFor: 6 h}
      gauges:
        - id: A
          name: {ar: أ, en: A}
          place: {lat: 0, lon: 0}
          wadi: long
          stages: {action: 1, minor: 2, moderate: 3, major: 4}
          expectedEvery: 5 min
          provenance: test
        - id: B
          name: {ar: ب, en: B}
          place: {lat: 0, lon: 0}
          wadi: long
          stages: {action: 1, minor: 2, moderate: 3, major: 4}
          expectedEvery: 5 min
          provenance: test
        - id: R
          name: {ar: ر, en: R}
          place: {lat: 0, lon: 0}
          wadi: short
          rainActionMm30: 15
          expectedEvery: 5 min
          provenance: test
      """;

  /** Its first line is line 34 of the file. */
  private static final String MODELS =
      """
      models: {intensity: atkinson-wald-2007, waves: iasp91, watch: storm}
      wadis:
        - id: long
          reaches:
            - from: A
              to: fork
              zones: [gorge]
              lengthM: 9000
              slope: 0.01
              roughness: 0.035
              attenuation: 0.9
            - from: fork
              to: B
              lengthM: 1000
              slope: 0.02
              travel:
                - {stage: 1, earliest: 10 min, latest: 20 min}
                - {stage: 2, earliest: 5 min, latest: 10 min}
            - from: B
              zones: [town, market]
              lengthM: 500
              slope: 0.005
              roughness: 0.05
          provenance: test
      gullies:
        - id: short
          areaKm2: 3.5
          lengthM: 3500
          slope: 0.08
          curveNumber: 88
          peaksM3ps: {action: 3, minor: 8, moderate: 20, major: 40}
          zones:
            - {zone: lane, earliest: 10 min, latest: 30 min}
            - {zone: square}
          provenance: test
      tsunami:
        - id: gulf
          circle: {centre: {lat: 1, lon: 2}, radiusKm: 40}
          minMagnitude: 6.5
          maxDepthKm: 40
          arrivals:
            - {zones: [quay, beach], earliest: 8 min, latest: 12 min}
          provenance: test
        - id: strait
          polygon: [[0, 0], [0, 1], [1, 1]]
          minMagnitude: 7
          maxDepthKm: 70
          arrivals:
            - {zones: [quay], earliest: 30 min, latest: 40 min}
          provenance: test
      conditions:
        wind: {fromDeg: 340, speedMps: 6}
        current: {towardsDeg: 180, speedMps: 0.1}
        provenance: test
      """;

  private static SiteModels good(String yaml) {
    var parsed = SiteInfoParser.parse(new SiteFile("site.yaml", HEAD + yaml));
    assertEquals(List.of(), parsed.mistakes());
    return parsed.get().models();
  }

  private static String mistakes(String from, String to) {
    String yaml = HEAD + MODELS;
    assertTrue(yaml.contains(from), "no such text: " + from);
    return SiteInfoParser.parse(new SiteFile("site.yaml", yaml.replace(from, to)))
        .mistakes()
        .stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void allIsReadWhole() {
    SiteModels models = good(MODELS);
    assertEquals(IntensityModel.ATKINSON_WALD_2007, models.intensity());
    assertEquals(WaveModel.IASP91, models.waves());
    assertEquals("storm", models.watch().value());
    var wadi = models.wadis().getFirst();
    assertEquals(3, wadi.reaches().size());
    assertEquals(Optional.of("fork"), wadi.reaches().getFirst().to());
    assertEquals(0.9, wadi.reaches().getFirst().attenuation());
    assertEquals(Duration.ofMinutes(5), wadi.reaches().get(1).travel().getLast().earliest());
    assertEquals(1, wadi.reaches().getLast().attenuation());
    var gully = models.gullies().getFirst();
    assertEquals(20, gully.peaks().moderateM3ps());
    assertEquals(Optional.empty(), gully.zones().getLast().times());
    var gulf = models.tsunamis().getFirst();
    assertEquals(40_000, gulf.area().circles().getFirst().radiusM());
    assertEquals(40_000, gulf.maxDepthM());
    assertEquals(
        List.of("quay", "beach"), gulf.arrivals().stream().map(a -> a.zone().value()).toList());
    var strait = models.tsunamis().getLast().area().polygons().getFirst().outer();
    assertEquals(4, strait.size());
    assertEquals(new LatLon(0, 1), strait.get(1));
    assertEquals(340, models.usual().wind().orElseThrow().fromDeg());
    assertEquals(Optional.empty(), models.steadyWind());
    assertEquals(
        models.usual().wind(),
        good(MODELS.replace("conditions:", "conditions:\n  steadyWind: true")).steadyWind());
    assertEquals(0.1, models.usual().current().orElseThrow().speedMps());
  }

  @Test
  void aSiteMaySayNothingOfIt() {
    assertEquals(SiteModels.USUAL, good(""));
  }

  @Test
  void aFormulaIsOneOfTheList() {
    assertEquals(
        "site.yaml:34: 'intensity' must be one of [allen-2012, atkinson-wald-2007], not 'allen'",
        mistakes("atkinson-wald-2007", "allen"));
    assertEquals(
        "site.yaml:34: 'waves' must be one of [constant, iasp91], not 'prem'",
        mistakes("waves: iasp91", "waves: prem"));
    assertEquals(
        "site.yaml:34: there is no hazard type 'storn', did you mean 'storm'?",
        mistakes("watch: storm", "watch: storn"));
  }

  @Test
  void aReachHangsOnGaugesAndJunctions() {
    assertEquals(
        "site.yaml:38: there is no gauge 'X', and no reach ends there, did you mean 'A'?",
        mistakes("- from: A\n", "- from: X\n"));
    assertEquals(
        """
        site.yaml:39: there is no gauge 'forc', and no reach goes on
        site.yaml:45: there is no gauge 'fork', and no reach ends there""",
        mistakes("to: fork", "to: forc"));
    assertEquals(
        "site.yaml:52: R is no water gauge of wadi 'long'", mistakes("- from: B\n", "- from: R\n"));
  }

  @Test
  void aFaultyGaugeIsNoUnknownOne() {
    assertEquals(
        "site.yaml:20: 'expectedEvery' is missing",
        mistakes(
            "wadi: long\n    stages: {action: 1, minor: 2, moderate: 3, major: 4}\n"
                + "    expectedEvery: 5 min\n    provenance: test\n  - id: R",
            "wadi: long\n    stages: {action: 1, minor: 2, moderate: 3, major: 4}\n"
                + "    provenance: test\n\n  - id: R"));
  }

  @Test
  void waterRunsDown() {
    assertEquals(
        "site.yaml:36: water does not run in a circle: see 'A'", mistakes("to: B\n", "to: A\n"));
  }

  @Test
  void aReachLeadsSomewhereInATime() {
    assertEquals(
        "site.yaml:52: a reach leads to a gauge, a junction or zones",
        mistakes("        zones: [town, market]\n", "\n"));
    assertEquals(
        "site.yaml:38: a reach has a length and a slope above 0",
        mistakes("lengthM: 9000", "lengthM: 0"));
    assertEquals(
        "site.yaml:38: a reach has a length and a slope above 0",
        mistakes("slope: 0.01\n        roughness: 0.035", "slope: -1\n        roughness: 0.035"));
    assertEquals(
        "site.yaml:38: a reach has a table 'travel' or a 'roughness' above 0",
        mistakes("        roughness: 0.035\n", "\n"));
    assertEquals(
        "site.yaml:38: an attenuation is a share above 0, 1 at most",
        mistakes("attenuation: 0.9", "attenuation: 1.1"));
    assertEquals(
        "site.yaml:45: the stages of 'travel' must rise",
        mistakes("{stage: 2, earliest", "{stage: 1, earliest"));
    assertEquals(
        "site.yaml:50: travel times must be 0 or more, and in order",
        mistakes("earliest: 10 min, latest: 20 min", "earliest: 30 min, latest: 20 min"));
    assertEquals("site.yaml:45: 'lengthM' is missing", mistakes("        lengthM: 1000\n", "\n"));
  }

  @Test
  void aWadiHasGaugesThatSayNothingOfTheirOwn() {
    assertEquals(
        """
        site.yaml:36: no gauge stands in wadi 'lang'
        site.yaml:38: A is no water gauge of wadi 'lang'
        site.yaml:46: B is no water gauge of wadi 'lang'
        site.yaml:52: B is no water gauge of wadi 'lang'""",
        mistakes("- id: long\n", "- id: lang\n"));
    assertEquals(
        "site.yaml:37: gauge B has 'downstream', the wadi reaches: keep one of both",
        mistakes(
            "    provenance: test\n  - id: R",
            "    provenance: test\n"
                + "    downstream: [{zone: town, earliest: 1 min, latest: 2 min}]\n  - id: R"));
    assertEquals(
        "site.yaml:60: gauge R has 'downstream', the gully zones: keep one of both",
        mistakes(
            "    rainActionMm30: 15\n",
            "    rainActionMm30: 15\n"
                + "    downstream: [{zone: town, earliest: 1 min, latest: 2 min}]\n"));
  }

  @Test
  void aGullyIsWhole() {
    assertEquals(
        "site.yaml:59: no rain gauge stands in gully 'shirt'",
        mistakes("- id: short\n", "- id: shirt\n"));
    assertEquals(
        "site.yaml:59: a gully has an area, a length and a slope above 0",
        mistakes("areaKm2: 3.5", "areaKm2: 0"));
    assertEquals(
        "site.yaml:59: a curve number lies between 30 and 100",
        mistakes("curveNumber: 88", "curveNumber: 101"));
    assertEquals(
        "site.yaml:64: peaks must rise: action, minor, moderate, major",
        mistakes("minor: 8,", "minor: 2,"));
    assertEquals(
        "site.yaml:66: 'earliest' and 'latest' go together, or are both left out",
        mistakes("earliest: 10 min, latest: 30 min", "earliest: 10 min"));
    assertEquals(
        "site.yaml:66: travel times must be 0 or more, and in order",
        mistakes("earliest: 10 min, latest: 30 min", "earliest: 31 min, latest: 30 min"));
  }

  @Test
  void aWadiIsLongOrShort() {
    assertEquals(
        """
        site.yaml:59: 'long' is among the 'wadis', too: it is one or the other
        site.yaml:59: no rain gauge stands in gully 'long'""",
        mistakes("- id: short\n", "- id: long\n"));
  }

  @Test
  void aSourceOfWavesIsWhole() {
    assertEquals(
        "site.yaml:70: a source area is a 'circle' or a 'polygon', one of both",
        mistakes("    circle: {centre: {lat: 1, lon: 2}, radiusKm: 40}\n", "\n"));
    assertEquals(
        "site.yaml:71: a radius is more than 0 m, not 0.0",
        mistakes("radiusKm: 40", "radiusKm: 0"));
    assertEquals(
        "site.yaml:72: a magnitude lies between 0 and 10",
        mistakes("minMagnitude: 6.5", "minMagnitude: 65"));
    assertEquals(
        "site.yaml:73: a depth is more than 0 km", mistakes("maxDepthKm: 40", "maxDepthKm: -40"));
    assertEquals(
        "site.yaml:75: a wave's times must be 0 or more, and in order",
        mistakes("earliest: 8 min", "earliest: 13 min"));
    assertEquals(
        "site.yaml:75: 'zones' are missing: which shores the wave reaches then",
        mistakes("{zones: [quay, beach], earliest", "{earliest"));
    assertEquals(
        "site.yaml:78: a ring needs four places or more and must be closed",
        mistakes("[[0, 0], [0, 1], [1, 1]]", "[[0, 0], [0, 1]]"));
    assertEquals(
        "site.yaml:78: a corner is [latitude, longitude]",
        mistakes("[[0, 0], [0, 1], [1, 1]]", "[[0, 0], [0, 1], [1, 1], [1]]"));
    assertEquals(
        "site.yaml:78: a place needs -90..90 and -180..180 degrees, not 91.0 1.0",
        mistakes("[0, 1], [1, 1]]", "[0, 1], [91, 1]]"));
  }

  @Test
  void windAndCurrentStayOnTheEarth() {
    assertEquals(
        "site.yaml:85: a wind blows from 0 to 360 degrees with 0 to 90 m/s",
        mistakes("fromDeg: 340", "fromDeg: -20"));
    assertEquals(
        "site.yaml:86: a current sets to 0 to 360 degrees with 0 to 10 m/s",
        mistakes("speedMps: 0.1", "speedMps: 11"));
    assertEquals(
        "site.yaml:85: there is no 'wind' that could be steady",
        mistakes("wind: {fromDeg: 340, speedMps: 6}", "steadyWind: true"));
    assertEquals(
        "site.yaml:85: 'provenance' is missing",
        mistakes("speedMps: 0.1}\n  provenance: test\n", "speedMps: 0.1}\n"));
  }

  @Test
  void anIdIsThereOnce() {
    assertEquals(
        "site.yaml:69: 'gulf' is there twice in 'tsunami'", mistakes("- id: strait", "- id: gulf"));
  }

  @Test
  void anUnknownKeyIsToldEverywhere() {
    assertEquals(
        "site.yaml:42: unknown key 'slop', did you mean 'slope'?\n"
            + "site.yaml:38: 'slope' is missing",
        mistakes("slope: 0.01\n", "slop: 0.01\n")
            .lines()
            .sorted(java.util.Comparator.reverseOrder())
            .collect(Collectors.joining("\n")));
  }
}
