package nadhir.alerting.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import nadhir.alerting.Example;
import nadhir.core.json.DomainJson;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.api.Test;

class MessagesParserTest {

  private static String mistakes(String yaml) {
    return MessagesParser.parse(new SiteFile("messages.yaml", yaml), Example.site("ar", "en", "de"))
        .mistakes()
        .stream()
        .map(Mistake::toString)
        .collect(Collectors.joining("\n"));
  }

  /** The example file with one piece replaced; the piece must be there. */
  private static String with(String piece, String instead) {
    String yaml = Example.messagesYaml();
    assertTrue(yaml.contains(piece), piece);
    return yaml.replace(piece, instead);
  }

  @Test
  void aGoodFileIsRead() {
    Messages messages = Example.messages();
    assertEquals(
        List.of("all-clear", "correction", "flood", "manual", "notice", "rescue", "shelter"),
        List.copyOf(messages.messages().keySet()));
    Message flood = messages.find("flood").orElseThrow();
    assertEquals(Duration.ofHours(5), flood.validFor());
    assertEquals(List.of("Evacuate"), flood.cap().responseTypes());
    assertEquals(List.of("places", "span"), flood.slots());
    assertEquals(
        List.of("action", "places", "time", "what"), messages.find("manual").orElseThrow().slots());
  }

  @Test
  void aSheetShowsTheGapsThatAPersonFills() {
    MessageSheet manual =
        Example.messages().sheets().stream()
            .filter(s -> s.key().equals("manual"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "{word:what} in {places}, {time}. {word:action}.", manual.wordings().get("en").sms());
    assertEquals(
        "[{\"name\":\"time\",\"kind\":\"time\"},{\"name\":\"action\",\"kind\":\"word\"},"
            + "{\"name\":\"what\",\"kind\":\"word\"}]",
        DomainJson.write(manual.gaps()));
    assertEquals(
        List.of(), Example.messages().sheets().get(1).gaps(), "of a correction nothing is asked");
  }

  @Test
  void aMissingMandatoryLanguageIsAMistakeAtItsMessage() {
    assertEquals(
        "messages.yaml:32: the mandatory language 'ar' is missing",
        mistakes(with("ar: {headline: \"سيل يصل", "de: {headline: \"سيل يصل"))
            .lines()
            .filter(l -> l.contains("mandatory"))
            .collect(Collectors.joining("\n")));
  }

  @Test
  void anUnknownGapIsAMistakeWithAHint() {
    assertEquals(
        "messages.yaml:33: nothing fills the gap '{spam}', did you mean '{span}'?",
        mistakes(
            with(
                "en: {headline: \"Flood reaches {places}\"",
                "en: {headline: \"Flood reaches {places} {spam}\"")));
  }

  @Test
  void aGapInOneLanguageOnlyIsAMistake() {
    assertEquals(
        "messages.yaml:33: the gaps of 'headline' differ: ar has [{places}], en has []",
        mistakes(with("\"Flood reaches {places}\"", "\"Flood comes\"")));
  }

  @Test
  void numbersThatDifferAreAMistake() {
    assertEquals(
        "messages.yaml:33: the instruction names [912], that in ar names [911]",
        mistakes(with("Leave for high ground, or call 911", "Leave for high ground, or call 912")));
  }

  @Test
  void aTextOverItsBudgetWithTypicalValuesIsAMistake() {
    assertEquals(
        "messages.yaml:33: the SMS takes 2 segments (178 units of GSM7), 1 are planned",
        mistakes(
            with(
                "Leave now for high ground.\", instruction",
                "Leave now for high ground. Take your papers, water, warm clothes and your"
                    + " neighbours with you and go on foot wherever you can.\", instruction")));
  }

  @Test
  void aTextThatOnlyFitsWithoutExerciseMarksIsAMistakeWhereNoExtraSegmentIsGiven() {
    assertEquals("", mistakes(with("extraInDrill: 1", "extraInDrill: 0")));
    String longer =
        with(
                "Leave now for high ground.\", instruction",
                "Leave now for high ground. Go on foot. " + "x".repeat(55) + "\", instruction")
            .replace("extraInDrill: 1", "extraInDrill: 0");
    assertEquals(
        "messages.yaml:33: in a drill: the SMS takes 2 segments (166 units of GSM7), 1 are planned",
        mistakes(longer));
  }

  @Test
  void aWordThatNobodyDefinedIsAMistake() {
    assertEquals(
        "messages.yaml:79: 'fires' is not among the words, did you mean 'fire'?",
        mistakes(with("what: [fire, smoke]", "what: [fires, smoke]")));
  }

  @Test
  void everyChoiceIsTried() {
    assertEquals(
        "messages.yaml:83: the SMS does not say what to do (no word of 'actions' is in it)",
        mistakes(with("en: Go indoors}", "en: Look up}")));
  }

  @Test
  void whatIsNotInCapIsAMistake() {
    assertEquals(
        """
        messages.yaml:27: 'Evacuated' is not in CAP 1.2, did you mean 'Evacuate'?
        messages.yaml:27: 'Mete' is not in CAP 1.2, did you mean 'Met'?""",
        mistakes(
            with(
                "cap: {event: Flash flood, category: Met, responseTypes: [Evacuate]",
                "cap: {event: Flash flood, category: Mete, responseTypes: [Evacuated]")));
  }

  @Test
  void aRestrictedMessageIsNotForThePublic() {
    assertEquals(
        "messages.yaml:46: a message to the public has the scope public",
        mistakes(with("audience: {listed: [navy]}", "audience: {public: true}")));
  }

  @Test
  void onlyACorrectionOrAllClearSaysAllClear() {
    assertEquals(
        """
        messages.yaml:27: a correction or all-clear has the response type AllClear
        messages.yaml:55: AllClear is said by a message of kind correction or all-clear only""",
        mistakes(
            with("  flood:\n", "  flood:\n    kind: correction\n")
                .replace(
                    "    kind: correction\n    cap: {event: Correction",
                    "    cap: {event: Correction")));
  }

  @Test
  void anAlertLivesADayAtMost() {
    assertEquals(
        "messages.yaml:30: must be more than 0 and at most 24 h",
        mistakes(with("validFor: 5 h", "validFor: 2 d")));
  }

  @Test
  void neededWordsAndMarksAreDemanded() {
    assertEquals(
        """
        messages.yaml:2: the mark of an exercise is missing in 'en'
        messages.yaml:12: the words 'drawn-area' are missing
        messages.yaml:20: 'smoke' is missing in ar""",
        mistakes(
                with("exercise: {ar: تمرين, en: EXERCISE}", "exercise: {ar: تمرين}")
                    .replace("  drawn-area: {ar: منطقتكم, en: your area}\n", "")
                    .replace("smoke: {ar: دخان, en: Smoke}", "smoke: {en: Smoke}"))
            .lines()
            .filter(l -> !l.contains("'EXERCISE'"))
            .collect(Collectors.joining("\n")));
  }
}
