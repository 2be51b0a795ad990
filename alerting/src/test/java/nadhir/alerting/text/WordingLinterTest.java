package nadhir.alerting.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nadhir.core.alert.Wording;
import nadhir.core.site.Words;
import org.junit.jupiter.api.Test;

class WordingLinterTest {
  private static final WordingRules RULES =
      new WordingRules(
          List.of("ar", "en"),
          new TreeMap<>(Map.of("ar", "تمرين", "en", "EXERCISE")),
          new TreeMap<>(Map.of("ar", 2, "en", 1)),
          1,
          List.of("en"),
          List.of("EOC", "VHF"),
          new TreeMap<>(Map.of("ar", List.of("غادروا"), "en", List.of("leave", "nothing to do"))));

  private static final Wording AR =
      new Wording("ar", "سيل 17:30", "سيل يصل الشامية 17:30. غادروا الآن. 911", "غادروا الآن");
  private static final Wording EN =
      new Wording("en", "Flood 17:30", "Flood reaches Shamiya 17:30. Leave now. 911", "Leave now");

  private static String lint(boolean drill, Wording... wordings) {
    List<Words> places = List.of(Words.arEn("الشامية", "Shamiya"));
    return new WordingLinter(RULES, drill)
        .lint(List.of(wordings), places).stream()
            .map(f -> f.language() + " " + f.reason().key() + ": " + f.detail())
            .collect(Collectors.joining("\n"));
  }

  private static Wording sms(Wording wording, String sms) {
    return new Wording(wording.language(), wording.headline(), sms, wording.instruction());
  }

  @Test
  void aGoodPairHasNoFindings() {
    assertEquals("", lint(false, AR, EN));
  }

  @Test
  void aMissingMandatoryLanguageIsFound() {
    assertEquals("ar language-missing: there is no text in it", lint(false, EN));
  }

  @Test
  void aThirdLanguageIsCheckedAgainstTheFirst() {
    Wording german = new Wording("de", "Flut 17:30", "Flut in Shamiya 17:35. 911", "Weg von dort");
    assertEquals(
        "de numbers-differ: the SMS names [17:35, 911], that in ar names [17:30, 911]",
        lint(false, AR, EN, german));
  }

  @Test
  void numbersAndTimesMustBeTheSame() {
    assertEquals(
        "en numbers-differ: the SMS names [17:30], that in ar names [17:30, 911]",
        lint(false, AR, sms(EN, "Flood reaches Shamiya 17:30. Leave now.")));
    assertEquals(
        "",
        lint(false, sms(AR, "سيل يصل الشامية ١٧:٣٠. غادروا الآن. ٩١١"), EN),
        "Arabic digits name the same number");
  }

  @Test
  void placesMustBeTheSame() {
    assertEquals(
        "en places-differ: 'الشامية' is named in ar only",
        lint(false, AR, sms(EN, "Flood reaches you 17:30. Leave now. 911")));
  }

  @Test
  void theBudgetIsInSegments() {
    String longer = EN.sms() + " Go on foot." + " Leave.".repeat(20);
    assertEquals(
        "en over-budget: the SMS takes 2 segments (195 units of GSM7), 1 are planned",
        lint(false, AR, sms(EN, longer)));
  }

  @Test
  void aTextOfMoreThan1600CharactersIsTooLong() {
    String longest = EN.sms() + " Leave.".repeat(223);
    assertEquals(
        """
        en too-long: the SMS has 1604 characters, 1600 are the most
        en over-budget: the SMS takes 11 segments (1604 units of GSM7), 1 are planned""",
        lint(false, AR, sms(EN, longest)));
  }

  @Test
  void englishStaysInItsAlphabet() {
    assertEquals(
        "en not-gsm7: '’' makes every segment shorter",
        lint(false, AR, sms(EN, "Flood’s at Shamiya 17:30. Leave now. 911")));
  }

  @Test
  void nobodyShouts() {
    assertEquals(
        "en all-capitals: 'NOW'",
        lint(false, AR, sms(EN, "Aqaba EOC: Shamiya 17:30. Leave NOW, NOW. 911 N")));
  }

  @Test
  void eachTextSaysWhatToDo() {
    assertEquals(
        "en no-action: the SMS does not say what to do (no word of 'actions' is in it)",
        lint(false, AR, sms(EN, "Flood reaches Shamiya 17:30. Emergency 911")));
    assertEquals(
        "ar no-action: the instruction is empty",
        lint(false, new Wording("ar", AR.headline(), AR.sms(), " "), EN));
  }

  @Test
  void anExerciseIsMarkedAtBothEnds() {
    Wording ar = marked(AR, "تمرين");
    Wording en = marked(EN, "EXERCISE");
    assertEquals("", lint(true, ar, en));
    assertEquals(
        "en no-exercise-mark: 'EXERCISE' must stand at both ends of '%s'".formatted(EN.sms()),
        lint(true, ar, sms(en, EN.sms())));
  }

  @Test
  void aRealAlertIsNeverMarkedAsAnExercise() {
    assertEquals(
        "en exercise-mark: 'EXERCISE' marks an exercise, and this is none",
        lint(false, AR, sms(EN, "EXERCISE. " + EN.sms())));
  }

  @Test
  void marksAddFourteenArabicAndTwentyEnglishCharactersAndAreNotDoubled() {
    String ar = ExerciseMarks.around("تمرين", AR.sms());
    String en = ExerciseMarks.around("EXERCISE", EN.sms());
    assertEquals(AR.sms().length() + 14, ar.length());
    assertEquals(EN.sms().length() + 20, en.length());
    assertEquals(en, ExerciseMarks.around("EXERCISE", en));
    assertEquals("EXERCISE. Leave. EXERCISE", ExerciseMarks.around("EXERCISE", "Leave."));
  }

  @Test
  void theTenSampleTextsPassExceptForTheirActionWords() throws IOException {
    var rules =
        new WordingRules(
            RULES.mandatory(),
            RULES.exerciseMarks(),
            RULES.segments(),
            1,
            RULES.gsm7(),
            RULES.capitals(),
            new TreeMap<>());
    var samples = SmsSizeTest.samples().toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < samples.size(); i += 2) {
      Wording ar = new Wording("ar", "x", samples.get(i).sms(), "x");
      Wording en = new Wording("en", "x", samples.get(i + 1).sms(), "x");
      findings.addAll(new WordingLinter(rules, false).lint(List.of(ar, en), List.of()));
    }
    assertEquals(
        List.of("ar EXERCISE_MARK", "en EXERCISE_MARK"),
        findings.stream().map(f -> f.language() + " " + f.reason()).toList(),
        "only text 10, which is an exercise");
  }

  private static Wording marked(Wording w, String mark) {
    return new Wording(
        w.language(),
        ExerciseMarks.around(mark, w.headline()),
        ExerciseMarks.around(mark, w.sms()),
        ExerciseMarks.around(mark, w.instruction()));
  }
}
