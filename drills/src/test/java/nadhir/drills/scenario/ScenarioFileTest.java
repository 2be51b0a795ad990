package nadhir.drills.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nadhir.core.dispatch.Assignment;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFileTest {
  private static final String HEAD =
      """
      name: test
      title: {ar: تمرين, en: Test}
      start: 2026-11-20T15:00
      end: 2026-11-20T18:00
      people:
        op-1: [operator]
        ap-1: [approver]
        di-1: [dispatcher]
      """;

  private static final SiteKeys KEYS =
      new SiteKeys(
          ZoneId.of("Asia/Amman"),
          set("flood-watch", "correction"),
          set("flood"),
          set("amb-1"),
          set("weather-warning"),
          set("yellow"),
          set("shamiya"),
          List.of());

  @Test
  void injectsComeInOrderOfTimeWithTheirRawBytes() {
    var scenario =
        parse(
                """
                fast: [{from: "17:00", to: "17:30"}]
                series:
                  - {format: nwis-json, feed: gauges, folder: gauges}
                injects:
                  - at: "15:30"
                    story: {ar: ماء, en: Water}
                    feed: {format: usgs-geojson, feed: usgs, file: quake.json}
                  - at: "+PT5M"
                    story: {ar: هدوء, en: Calm}
                """,
                "quake.json",
                "gauges/1510.json",
                "gauges/154030.json")
            .get();
    assertEquals(
        """
        12:05:00 Calm Narration
        12:10:00 - gauges gauges/1510.json
        12:30:00 Water usgs quake.json
        12:40:30 - gauges gauges/154030.json
        """,
        scenario.injects().stream()
            .map(ScenarioFileTest::line)
            .collect(Collectors.joining("\n", "", "\n")));
    assertEquals(Instant.parse("2026-11-20T12:00:00Z"), scenario.start());
    assertEquals(60, scenario.speed());
    assertEquals(1, scenario.seed());
    assertEquals(
        Duration.ofMinutes(30),
        Duration.between(scenario.fast().getFirst().from(), scenario.fast().getFirst().to()));
    assertEquals(List.of(Role.OPERATOR), scenario.actor(new PersonRef("op-1")).roles());
  }

  private static String line(Inject inject) {
    String play =
        switch (inject.play()) {
          case Inject.Play.Narration _ -> "Narration";
          case Inject.Play.Raw raw -> raw.feed().id() + " " + raw.file();
          case Inject.Play.Ordered ordered -> ordered.as() + " " + ordered.order();
        };
    return "%s %s %s"
        .formatted(
            inject
                .at()
                .toString()
                .substring(11)
                .replaceAll("^(\\d\\d:\\d\\d)Z", "$1:00")
                .replace("Z", ""),
            inject.story().map(words -> words.in("en")).orElse("-"),
            play);
  }

  @Test
  void peopleReactAndActOnTime() {
    var scenario =
        parse(
                """
                injects: [{at: "15:00", story: {ar: بداية, en: Begin}}]
                reactions:
                  - {when: {alert: flood-watch}, as: [op-1, ap-1], after: 2 min, apart: 1 min, do: approve}
                  - {when: {alert: "*"}, as: ap-1, do: reject, why: wrong}
                  - {when: {incident: flood}, as: di-1, after: PT1M, do: assign recommended}
                  - {when: {assignment: amb-1, runCard: flood}, as: di-1, do: move, en-route: 1 min, clear: 30 min}
                  - {when: {delivered: flood-watch}, do: acknowledge, count: 31, outOf: 40, within: 20 min}
                  - at: "17:14"
                    as: op-1
                    do: propose-cancel
                    of: flood-watch
                    message: correction
                    slots: {sent: {time: of-issue}, where: {zones: [shamiya]}}
                    note: sent in error
                """)
            .get();
    var reactions = scenario.reactions();
    assertEquals(
        new Reaction(
            new Trigger.AlertProposed("flood-watch"),
            List.of(new PersonRef("op-1"), new PersonRef("ap-1")),
            Duration.ofMinutes(2),
            Duration.ofMinutes(1),
            new Order.Approve()),
        reactions.get(0));
    assertEquals(new Order.Reject("wrong"), reactions.get(1).order());
    assertEquals(new Trigger.IncidentOpened("flood"), reactions.get(2).when());
    assertEquals(new Trigger.UnitAssigned("amb-1", Optional.of("flood")), reactions.get(3).when());
    assertEquals(
        new Order.Move(
            List.of(
                new Order.Step(Assignment.State.EN_ROUTE, Duration.ofMinutes(1)),
                new Order.Step(Assignment.State.CLEAR, Duration.ofMinutes(30)))),
        reactions.get(3).order());
    assertEquals(new Order.Acknowledge(31, 40, Duration.ofMinutes(20)), reactions.get(4).order());
    assertEquals(new Trigger.At(Instant.parse("2026-11-20T14:14:00Z")), reactions.get(5).when());
    assertEquals(
        new SlotText.TimeOfIssue(),
        ((Order.ProposeCancel) reactions.get(5).order()).slots().get("sent"));
  }

  @Test
  void aPersonCanOpenAHazard() {
    var scenario =
        parse(
                """
                injects:
                  - at: "15:00"
                    story: {ar: تحذير, en: Warning}
                    command:
                      as: op-1
                      do: open-hazard
                      type: weather-warning
                      place: {lat: 29.53, lon: 35.0}
                      source: jmd
                      certainty: likely
                      severity: moderate
                      onset: "15:00"
                      until: "21:00"
                      title: Red Sea trough
                """)
            .get();
    var ordered = (Inject.Play.Ordered) scenario.injects().getFirst().play();
    var open = (Order.OpenHazard) ordered.order();
    assertEquals(Optional.of(Instant.parse("2026-11-20T18:00:00Z")), open.until());
  }

  @Test
  void allMistakesAreListedAtOnce() {
    assertEquals(
        """
        scenario.yaml:10: 'tomorrow' is no moment
        scenario.yaml:10: 'story' is missing
        scenario.yaml:11: '14:00' lies outside the drill
        scenario.yaml:13: there is no file 'none.json' beside the scenario
        scenario.yaml:15: 'ap-2' is not among the scenario's people, did you mean 'ap-1'?
        scenario.yaml:15: the site has no message 'flood-wach', did you mean 'flood-watch'?
        scenario.yaml:16: approve and reject follow 'when: alert', acknowledge 'delivered', assign-recommended 'incident', move 'assignment'
        scenario.yaml:17: 'do' must be one of [approve, reject, assign-recommended, move, acknowledge, propose, propose-update, propose-cancel, open-hazard, end-hazard, open-incident, close-incident, out-of-service], not 'dance'
        scenario.yaml:18: a move names one of 'en-route', 'on-scene', 'clear' with a time span
        scenario.yaml:19: a reaction has either 'at' or 'when'
        """
            .replace(
                "'tomorrow' is no moment",
                "'at' must be a moment such as 15:30, +PT30M or 2026-11-20T15:30, not 'tomorrow'"),
        mistakes(
            """
            injects:
              - at: tomorrow
              - at: "14:00"
                story: {ar: قصة, en: Story}
                feed: {format: ais, feed: ais, file: none.json}
            reactions:
              - {when: {alert: flood-wach}, as: ap-2, do: approve}
              - {when: {incident: flood}, as: ap-1, do: approve}
              - {at: "15:30", as: ap-1, do: dance}
              - {when: {assignment: amb-1}, as: di-1, do: move}
              - {as: op-1, do: end-hazard, type: weather-warning, why: over}
            """));
  }

  @Test
  void aSeriesFileIsNamedByItsTime() {
    assertEquals(
        """
        scenario.yaml:10: a file of a series is named by its time, HHmm.…, not 'first.json'
        scenario.yaml:11: there is no file in 'ais/' beside the scenario
        """,
        mistakes(
            """
            series:
              - {format: nwis-json, feed: gauges, folder: gauges}
              - {format: ais, feed: ais, folder: ais}
            """,
            "gauges/first.json"));
  }

  @Test
  void aScenarioThatBringsNothingIsAMistake() {
    assertEquals(
        "scenario.yaml:1: a scenario brings something: 'injects' or 'series'\n", mistakes(""));
  }

  @Test
  void aRecordingIsAListOfRawFiles() {
    var recording =
        ScenarioFile.parse(
                folder(
                    "recording.yaml",
                    """
                    name: samples
                    start: 2016-11-03T12:00:00Z
                    entries:
                      - {at: 2016-11-03T12:10:00Z, format: usgs-geojson, feed: usgs, file: a.json}
                      - {at: +PT5M, format: ais, feed: ais, file: b.txt}
                    """,
                    "a.json",
                    "b.txt"),
                KEYS)
            .get();
    assertEquals(
        "12:05:00 - ais b.txt, 12:10:00 - usgs a.json",
        recording.injects().stream().map(ScenarioFileTest::line).collect(Collectors.joining(", ")));
    assertEquals(Instant.parse("2016-11-03T13:10:00Z"), recording.end());
    assertEquals("samples", recording.title().in("en"));
  }

  @Test
  void theHashChangesWithEveryByteOfEveryFile() {
    var a = folder("scenario.yaml", HEAD, "a.json");
    var b = folder("scenario.yaml", HEAD, "b.json");
    assertNotEquals(a.sha256(), b.sha256());
    assertEquals(a.sha256(), folder("scenario.yaml", HEAD, "a.json").sha256());
  }

  @Test
  void aFolderIsReadWithAllItsFiles(@TempDir Path temp) throws IOException {
    Files.createDirectory(temp.resolve("gauges"));
    Files.writeString(temp.resolve("scenario.yaml"), HEAD);
    Files.writeString(temp.resolve("gauges/1500.json"), "{}");
    var folder = ScenarioFolder.read(temp);
    assertEquals(
        List.of("gauges/1500.json", "scenario.yaml"), List.copyOf(folder.files().keySet()));
    assertEquals(folder, ScenarioFolder.read(temp.resolve("scenario.yaml")));
  }

  @Test
  void aFolderWithoutAMainFileIsRefused(@TempDir Path temp) {
    assertThrows(NoSuchFileException.class, () -> ScenarioFolder.read(temp));
  }

  private static Parsed<Scenario> parse(String rest, String... files) {
    return ScenarioFile.parse(folder("scenario.yaml", HEAD + rest, files), KEYS);
  }

  private static ScenarioFolder folder(String name, String text, String... files) {
    var bytes = new TreeMap<String, Inject.Bytes>();
    for (String file : files) {
      bytes.put(file, new Inject.Bytes(file.getBytes(StandardCharsets.UTF_8)));
    }
    return new ScenarioFolder(new SiteFile(name, text), bytes);
  }

  private static String mistakes(String rest, String... files) {
    return parse(rest, files).mistakes().stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static TreeSet<String> set(String... names) {
    return new TreeSet<>(List.of(names));
  }
}
