package nadhir.alerting.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.alerting.Example;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Lane;
import nadhir.core.risk.Slot;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final Instant AT_1715 = Instant.parse("2026-11-20T14:15:59Z");

  private static Composed compose(String key, Lane lane, Map<String, Slot> slots) {
    Messages messages = Example.messages();
    return new Composer(Example.site("ar", "en", "de"), messages, Example.zones(), lane)
        .compose(messages.find(key).orElseThrow(), slots);
  }

  private static String sms(Composed composed) {
    return composed.wordings().stream()
        .map(w -> w.language() + ": " + w.sms())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Slot> flood(String... zones) {
    return new TreeMap<>(
        Map.of(
            "span", new Slot.Span(AT_1715, AT_1715.plusSeconds(2100)),
            "places", new Slot.Places(java.util.Arrays.stream(zones).map(ZoneId::new).toList())));
  }

  @Test
  void eachLanguagePrintsTheSlotsItsOwnWayAndAThirdOneFallsBackToEnglish() {
    Composed composed = compose("flood", new Lane.Live(), flood("shamiya", "port"));
    assertEquals(
        """
        ar: سيل يصل الشامية، الميناء بين 17:15 و17:50. غادروا الآن إلى أرض مرتفعة.
        en: Flood reaches Shamiya, Port between 17:15 and 17:50. Leave now for high ground.
        de: Flood reaches Shamiya, Port between 17:15 and 17:50. Leave now for high ground.""",
        sms(composed));
    assertEquals(List.of(), composed.findings());
    assertEquals(List.of(), composed.missing());
  }

  @Test
  void inADrillEachTextIsMarkedAtBothEnds() {
    Composed composed = compose("flood", new Lane.Drill("d1"), flood("shamiya"));
    assertEquals(
        """
        ar: تمرين. سيل يصل الشامية بين 17:15 و17:50. غادروا الآن إلى أرض مرتفعة. تمرين
        en: EXERCISE. Flood reaches Shamiya between 17:15 and 17:50. Leave now for high ground. EXERCISE
        de: EXERCISE. Flood reaches Shamiya between 17:15 and 17:50. Leave now for high ground. EXERCISE""",
        sms(composed));
    assertEquals(
        "EXERCISE. Flood reaches Shamiya. EXERCISE", composed.wordings().get(1).headline());
    assertEquals(
        "EXERCISE. Leave for high ground, or call 911. EXERCISE",
        composed.wordings().get(1).instruction());
    assertEquals(List.of(), composed.findings());
  }

  @Test
  void aMissingOrMisfittingSlotIsNamedAndLeftVisible() {
    Map<String, Slot> slots = flood("shamiya");
    slots.put("span", new Slot.Time(AT_1715));
    Composed composed = compose("flood", new Lane.Live(), slots);
    assertEquals(List.of("span"), composed.missing());
    assertEquals(
        "Flood reaches Shamiya between [span] and [span]. Leave now for high ground.",
        composed.wordings().get(1).sms());
  }

  @Test
  void moreThanThreeZonesAreNotAllNamed() {
    Map<String, Slot> slots = flood("shamiya", "shallala", "port", "shamiya");
    assertEquals(
        "Flood reaches Shamiya, Shallala, Port and others",
        compose("flood", new Lane.Live(), slots).wordings().get(1).headline());
  }

  @Test
  void aPositionIsPrintedInWordsOfTheLanguage() {
    Map<String, Slot> slots =
        Map.of(
            "time", new Slot.Time(AT_1715),
            "position", new Slot.Position(new LatLon(-29.47, 34.96904)));
    assertEquals(
        """
        ar: شخص في البحر 17:15 عند 29.4700 جنوباً 34.9690 شرقاً. راقبوا البحر، القناة 16.
        en: Man overboard 17:15 at 29.4700 S 34.9690 E. Look out, VHF 16.
        de: Man overboard 17:15 at 29.4700 S 34.9690 E. Look out, VHF 16.""",
        sms(compose("rescue", new Lane.Live(), slots)));
  }

  @Test
  void aWordIsOnlyTakenFromTheChoices() {
    Map<String, Slot> slots =
        new TreeMap<>(
            Map.of(
                "what", new Slot.Word("fire"),
                "action", new Slot.Word("go-in"),
                "places", new Slot.Places(List.of()),
                "time", new Slot.Time(AT_1715)));
    assertEquals(
        "Fire in your area, 17:15. Go indoors.",
        compose("manual", new Lane.Live(), slots).wordings().get(1).sms());
    slots.put("action", new Slot.Word("drawn-area"));
    assertEquals(List.of("action"), compose("manual", new Lane.Live(), slots).missing());
  }
}
