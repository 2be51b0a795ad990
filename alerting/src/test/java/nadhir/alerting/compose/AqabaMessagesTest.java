package nadhir.alerting.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.alerting.text.SmsSize;
import nadhir.core.alert.Wording;
import nadhir.core.geo.LatLon;
import nadhir.core.lane.Lane;
import nadhir.core.pack.SiteInfoParser;
import nadhir.core.risk.Slot;
import nadhir.core.site.SiteInfo;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of the first city, read in place. */
class AqabaMessagesTest {
  private static final Path PACK = Path.of("../ops/sites/aqaba");
  private static final SiteInfo SITE = SiteInfoParser.parse(file("site.yaml")).get().info();
  private static final Messages MESSAGES = MessagesParser.parse(file("messages.yaml"), SITE).get();

  private static SiteFile file(String name) {
    try {
      return new SiteFile(name, Files.readString(PACK.resolve(name)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Wording> compose(String key, Lane lane, Map<String, Slot> slots) {
    Composed composed =
        new Composer(SITE, MESSAGES, List.of(), lane)
            .compose(MESSAGES.find(key).orElseThrow(), slots);
    assertEquals(List.of(), composed.missing());
    assertEquals(List.of(), composed.findings());
    return composed.wordings();
  }

  private static Slot.Time time(String local) {
    return new Slot.Time(Instant.parse("2026-11-20T" + local + ":00+03:00"));
  }

  private static Slot.Span span(String from, String to) {
    return new Slot.Span(time(from).at(), time(to).at());
  }

  @Test
  void everyKeyOfThePlanIsThere() {
    assertTrue(
        MESSAGES
            .messages()
            .keySet()
            .containsAll(
                List.of(
                    "flood-watch",
                    "flood-evacuate",
                    "flood-arrival",
                    "flood-shallala",
                    "quake-after",
                    "quake-shore",
                    "chlorine-port",
                    "man-overboard",
                    "flood-shallala-correction",
                    "flood-all-clear",
                    "shore-all-clear",
                    "exercise-notice",
                    "manual")));
  }

  /** The samples' own slots; text 2 is the Update with one time of arrival. */
  @ParameterizedTest
  @CsvSource({
    "1, flood-watch, 15:00, 21:00",
    "2, flood-arrival, 17:30,",
    "3, flood-shallala, 17:10,",
    "4, quake-after, 17:05,",
    "5, quake-shore, 17:05,",
    "6, chlorine-port, 15:15,",
    "7, man-overboard, 16:25,",
    "8, flood-shallala-correction, 17:10,",
    "9, flood-all-clear, 19:30,",
    "10, exercise-notice, 10:00,"
  })
  void theTextsAreTheSamples(String number, String key, String from, String to) throws IOException {
    Map<String, Slot> slots = new TreeMap<>();
    slots.put("time", time(from));
    slots.put("sent", time(from));
    slots.put("span", span(from, to == null ? from : to));
    slots.put("position", new Slot.Position(new LatLon(29.47, 34.969)));
    Lane lane = key.startsWith("exercise") ? new Lane.Drill("yutum-26") : new Lane.Live();
    assertEquals(
        samples().get(number), compose(key, lane, slots).stream().map(Wording::sms).toList());
  }

  private static Map<String, List<String>> samples() throws IOException {
    try (var in = SmsSize.class.getResourceAsStream("sample-texts.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 6))
          .collect(
              Collectors.groupingBy(
                  part -> part[0], Collectors.mapping(part -> part[5], Collectors.toList())));
    }
  }

  @Test
  void theFirstEvacuationNamesTheWindowAndStaysInItsBudget() {
    List<Wording> texts =
        compose("flood-evacuate", new Lane.Live(), Map.of("span", span("17:15", "17:50")));
    assertEquals(
        "Aqaba EOC: Flash flood in Wadi Yutum reaches Shamiya between 17:15 and 17:50. Leave"
            + " low-lying areas now for high ground. Do not cross water.",
        texts.get(1).sms());
    assertEquals(2, SmsSize.of(texts.get(0).sms()).segments());
    assertEquals(1, SmsSize.of(texts.get(1).sms()).segments());
  }

  @Test
  void aFireInADrawnAreaIsComposedFromChoices() {
    List<Wording> texts =
        compose(
            "manual",
            new Lane.Live(),
            Map.of(
                "what", new Slot.Word("fire"),
                "action", new Slot.Word("leave-area"),
                "places", new Slot.Places(List.of()),
                "time", time("15:15")));
    assertEquals(
        List.of(
            "عمليات العقبة: حريق في منطقتكم 15:15. غادروا المكان الآن سيراً. الطوارئ 911",
            "Aqaba EOC: Fire in your area, 15:15. Leave the place now on foot. Emergency 911"),
        texts.stream().map(Wording::sms).toList());
  }
}
