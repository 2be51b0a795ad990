package nadhir.geofence.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nadhir.core.sim.MadeDocument;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.RuleFile;
import nadhir.geofence.rule.Sample.Expectation;
import org.junit.jupiter.api.Test;

/** Makes docs/rules.md: its examples are run, and what it quotes is what the check says. */
class RulesPageTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml\n(rules:\n.*?)```", Pattern.DOTALL);

  /** Lines of a rule; one that begins with its key stands in the place of that line. */
  private static final List<String> MISTAKES =
      List.of(
          "when: stag_m >= 1.5",
          "when: stage_cm >= 150",
          "when: stage_m >= 150 cm",
          "when: stage_m >= rain_mm_30",
          "when: magnitude >= 6",
          "when: stage_m < stage_minor AND stage_m >= stage_major",
          "zones: wadi = 'yutm'",
          "for: 3 m",
          "quorum: 6 of gauges",
          "approve: automatic when stage_m > 2");

  private static final List<String> WARNINGS =
      List.of("when: rain_mm_30 >= 0", "for: 1 min", "zones: zone = 'ayla'");

  private static String rule(String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String usual =
        """
        rules:
          - rule: a
            hazard: flash-flood
            when: stage_m >= 1
            zones: wadi = 'yutum' AND part = 'lower'
            level: red
            approve: two people
        """;
    String other =
        usual
            .lines()
            .map(l -> l.strip().startsWith(key) ? "    " + line : l)
            .collect(Collectors.joining("\n", "", "\n"));
    return other.contains(line) ? other : usual + "    " + line + "\n";
  }

  private static Parsed<RuleBook> read(String rules) {
    return RuleFile.read(
        new SiteFile("rules.yaml", rules), AqabaPack.realHead(), AqabaPack.realZones());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String told(List<Mistake> mistakes) {
    return mistakes.stream().map(Mistake::reason).collect(Collectors.joining("; "));
  }

  private static String mistake(String line) {
    List<Mistake> mistakes = read(rule(line)).mistakes();
    assertFalse(mistakes.isEmpty(), line);
    return row("`" + line + "`", told(mistakes));
  }

  private static String warning(String line) {
    List<Mistake> warnings = AqabaPack.clean(read(rule(line))).warnings();
    assertFalse(warnings.isEmpty(), line);
    return row("`" + line + "`", told(warnings));
  }

  private static String meaning(Expectation expectation) {
    return switch (expectation) {
      case FIRES -> "it fires";
      case PROPOSES ->
          "it fires, and people must agree who else would not: a doubt, or too few gauges";
      case WAITS -> "the condition holds, and has not held for its time";
      case QUIET -> "nothing";
      case STAYS -> "it has fired before, and lives on";
      case CLEARS -> "it had fired, and is over";
    };
  }

  private static String lines(List<String> rows) {
    return String.join("\n", rows);
  }

  private static String template() throws IOException {
    try (var in = RuleFile.class.getResourceAsStream("rules-page.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void thePageSaysWhatTheCheckSays() throws IOException {
    String page =
        template()
            .replace("{{most}}", String.format(Locale.ROOT, "%,d", RuleFile.MAX_RULES))
            .replace(
                "{{facts}}",
                lines(
                    Arrays.stream(Facts.values())
                        .map(f -> row("`" + f.key() + "`", f.unit(), f.meaning()))
                        .toList()))
            .replace("{{mistakes}}", lines(MISTAKES.stream().map(RulesPageTest::mistake).toList()))
            .replace("{{warnings}}", lines(WARNINGS.stream().map(RulesPageTest::warning).toList()))
            .replace(
                "{{expectations}}",
                lines(
                    Arrays.stream(Expectation.values())
                        .map(e -> row("`" + e.name().toLowerCase(Locale.ROOT) + "`", meaning(e)))
                        .toList()));
    MadeDocument.mustSay("rules.md", page);
  }

  @Test
  void itsExamplesDoWhatTheySay() throws IOException {
    var rehearsal = new Rehearsal(AqabaPack.realHead(), AqabaPack.realZones());
    List<String> examples =
        EXAMPLE.matcher(template()).results().map((MatchResult m) -> m.group(1)).toList();
    assertEquals(1, examples.size());
    for (String example : examples) {
      RuleBook book = AqabaPack.clean(read(example));
      assertEquals("", told(book.warnings()));
      assertFalse(book.samples().isEmpty());
      rehearsal
          .play(book)
          .forEach(p -> assertEquals(true, p.isRight(), () -> p.steps().getLast().toString()));
    }
  }
}
