package nadhir.alerting.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nadhir.alerting.text.Finding.Reason;
import nadhir.core.alert.Wording;
import nadhir.core.site.Words;

/**
 * Looks at a filled text the way the person who gets it will: does it fit, do its languages say the
 * same, does it say what to do. All findings are collected, none is repaired.
 */
public final class WordingLinter {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]+");

  private final WordingRules rules;
  private final boolean drill;

  /**
   * @param drill exercise marks are demanded and one more segment is given; else they are forbidden
   */
  public WordingLinter(WordingRules rules, boolean drill) {
    this.rules = rules;
    this.drill = drill;
  }

  /**
   * @param places names that a wording must have if the first one has them
   */
  public List<Finding> lint(List<Wording> wordings, List<Words> places) {
    List<Finding> findings = new ArrayList<>();
    for (String language : rules.mandatory()) {
      if (wording(wordings, language).isEmpty()) {
        findings.add(new Finding(language, Reason.LANGUAGE_MISSING, "there is no text in it"));
      }
    }
    for (Wording wording : wordings) {
      size(wording, findings);
      letters(wording, findings);
      action(wording, findings);
      marks(wording, findings);
    }
    if (!wordings.isEmpty()) {
      Wording first = wordings.getFirst();
      for (Wording other : wordings.subList(1, wordings.size())) {
        agreement(first, other, places, findings);
      }
    }
    return findings;
  }

  private static Optional<Wording> wording(List<Wording> wordings, String language) {
    return wordings.stream().filter(w -> w.language().equals(language)).findFirst();
  }

  private void size(Wording wording, List<Finding> findings) {
    if (wording.sms().length() > WordingRules.MAX_CHARACTERS) {
      String detail =
          "the SMS has %d characters, %d are the most"
              .formatted(wording.sms().length(), WordingRules.MAX_CHARACTERS);
      findings.add(new Finding(wording.language(), Reason.TOO_LONG, detail));
    }
    SmsSize size = SmsSize.of(wording.sms());
    int budget = rules.budget(wording.language(), drill);
    if (size.segments() > budget) {
      String detail =
          "the SMS takes %d segments (%d units of %s), %d are planned"
              .formatted(size.segments(), size.units(), size.encoding(), budget);
      findings.add(new Finding(wording.language(), Reason.OVER_BUDGET, detail));
    }
  }

  private void letters(Wording wording, List<Finding> findings) {
    String language = wording.language();
    if (rules.gsm7().contains(language)) {
      wording
          .sms()
          .codePoints()
          .filter(c -> Gsm7.septets(c) == 0)
          .distinct()
          .forEach(
              c ->
                  findings.add(
                      new Finding(
                          language,
                          Reason.NOT_GSM7,
                          "'%s' makes every segment shorter".formatted(Character.toString(c)))));
    }
    String all = String.join("\n", wording.headline(), wording.sms(), wording.instruction());
    WORD.matcher(all)
        .results()
        .map(r -> r.group())
        .filter(WordingLinter::isAllCapitals)
        .filter(w -> !rules.capitals().contains(w) && !rules.exerciseMarks().containsValue(w))
        .distinct()
        .forEach(
            w -> findings.add(new Finding(language, Reason.ALL_CAPITALS, "'%s'".formatted(w))));
  }

  private static boolean isAllCapitals(String word) {
    return word.codePoints().allMatch(Character::isUpperCase);
  }

  private void action(Wording wording, List<Finding> findings) {
    List<String> actions = rules.actions().getOrDefault(wording.language(), List.of());
    String sms = wording.sms().toLowerCase(java.util.Locale.ROOT);
    boolean said =
        actions.isEmpty()
            || actions.stream().anyMatch(a -> sms.contains(a.toLowerCase(java.util.Locale.ROOT)));
    if (!said) {
      String detail = "the SMS does not say what to do (no word of 'actions' is in it)";
      findings.add(new Finding(wording.language(), Reason.NO_ACTION, detail));
    }
    if (wording.instruction().isBlank()) {
      String detail = "the instruction is empty";
      findings.add(new Finding(wording.language(), Reason.NO_ACTION, detail));
    }
  }

  private void marks(Wording wording, List<Finding> findings) {
    String mark = rules.exerciseMark(wording.language());
    for (String text : List.of(wording.headline(), wording.sms(), wording.instruction())) {
      if (drill && !ExerciseMarks.areAround(mark, text)) {
        String detail = "'%s' must stand at both ends of '%s'".formatted(mark, text);
        findings.add(new Finding(wording.language(), Reason.NO_EXERCISE_MARK, detail));
      }
      if (!drill && (text.startsWith(mark) || text.endsWith(mark))) {
        String detail = "'%s' marks an exercise, and this is none".formatted(mark);
        findings.add(new Finding(wording.language(), Reason.EXERCISE_MARK, detail));
      }
    }
  }

  private static void agreement(
      Wording first, Wording other, List<Words> places, List<Finding> findings) {
    differ("headline", first.headline(), other.headline(), first, other, findings);
    differ("SMS", first.sms(), other.sms(), first, other, findings);
    differ("instruction", first.instruction(), other.instruction(), first, other, findings);
    for (Words place : places) {
      boolean here = first.sms().contains(place.in(first.language()));
      boolean there = other.sms().contains(place.in(other.language()));
      if (here != there) {
        String detail =
            "'%s' is named in %s only"
                .formatted(
                    place.in(here ? first.language() : other.language()),
                    here ? first.language() : other.language());
        findings.add(new Finding(other.language(), Reason.PLACES_DIFFER, detail));
      }
    }
  }

  private static void differ(
      String part, String a, String b, Wording first, Wording other, List<Finding> findings) {
    List<String> here = Numbers.in(a);
    List<String> there = Numbers.in(b);
    if (!here.equals(there)) {
      String detail =
          "the %s names %s, that in %s names %s".formatted(part, there, first.language(), here);
      findings.add(new Finding(other.language(), Reason.NUMBERS_DIFFER, detail));
    }
  }
}
