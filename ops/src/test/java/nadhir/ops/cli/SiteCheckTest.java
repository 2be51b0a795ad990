package nadhir.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SiteCheckTest {
  private static final Path AQABA = Path.of("sites/aqaba");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void copyAqaba() throws IOException {
    try (var files = Files.list(AQABA)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private int run(Object group, String... words) {
    return new CommandLine(group)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  private int check() {
    return run(new SiteCommand(), "check", folder.toString());
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertTrue(text.contains(from), from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  private String told() {
    return err.toString().replace(folder.toString(), "DIR");
  }

  @Test
  void aCleanPackIsSummarised() {
    assertEquals(0, check(), told());
    assertTrue(out.toString().startsWith("Aqaba: no mistakes"), out.toString());
    assertTrue(out.toString().contains("43 zones"), out.toString());
  }

  @Test
  void mistakesOfAllFilesComeAtOnce() throws IOException {
    change("site.yaml", "zones: [airport-road]", "zones: [airprot-road]");
    change("rules.yaml", "when: rain_mm_30 >= 20", "when: rain_mm_20 >= 20");
    change("resources.yaml", "skills:", "skillz:");
    assertEquals(SiteCheck.MISTAKES, check());
    assertTrue(
        told()
            .contains(
                "DIR/site.yaml:152: wadi yutum: there is no zone 'airprot-road',"
                    + " did you mean 'airport-road'?"),
        told());
    assertTrue(
        told().contains("unknown fact 'rain_mm_20', did you mean 'rain_mm_30'? (in 'when')"),
        told());
    assertTrue(told().contains("DIR/resources.yaml:"), told());
    assertTrue(told().strip().endsWith("mistakes"), told());
  }

  @Test
  void aRuleMustNameAMessageAndRunCardOfTheSite() throws IOException {
    change("rules.yaml", "alert: quake-after", "alert: quake-afters");
    change("rules.yaml", "units: runcards/quake", "units: runcards/quakes");
    assertEquals(SiteCheck.MISTAKES, check());
    assertTrue(
        told().contains("there is no message 'quake-afters', did you mean 'quake-after'?"), told());
    assertTrue(told().contains("there is no run card 'quakes', did you mean 'quake'?"), told());
  }

  @Test
  void scenariosAreReadToo() throws IOException {
    Path scenario = Files.createDirectories(folder.resolve("scenarios/evening"));
    Files.writeString(scenario.resolve("scenario.yaml"), "name: evening\nstrat: 15:00\n");
    assertEquals(SiteCheck.MISTAKES, check());
    assertTrue(
        told()
            .contains(
                "DIR/scenarios/evening/scenario.yaml:2: unknown key 'strat', did you mean 'start'?"),
        told());
  }

  @Test
  void aMissingFileAndAMissingFolderAreToldInOneLine() throws IOException {
    Files.delete(folder.resolve("rules.yaml"));
    assertEquals(SiteCheck.MISTAKES, check());
    assertEquals("rules.yaml: the file is missing or cannot be read\n1 mistake\n", told());
  }

  @Test
  void theRulesAreShownWithTheirZones() {
    assertEquals(0, run(new RulesCommand(), "check", folder.toString()), told());
    assertTrue(
        out.toString().contains("zones   wadi = 'shallala'\n          3: school-shallala shallala"),
        out.toString());
  }

  @Test
  void theSamplesOfTheRulesAreRun() throws IOException {
    assertEquals(0, run(new RulesCommand(), "check", folder.toString()), told());
    String shown = out.toString();
    assertTrue(shown.contains("rule                samples  steps  wrong\n"), shown);
    assertTrue(shown.endsWith(" samples, all right; 0 warnings\n"), shown);
    change("rules.yaml", "{severity_rank: 1}, expect: quiet", "{severity_rank: 1}, expect: fires");
    change("rules.yaml", "    until: magnitude < 4.5 OR mmi < 4\n", "    for: 10 s\n");
    out.getBuffer().setLength(0);
    assertEquals(RulesCheck.WRONG, run(new RulesCommand(), "check", folder.toString()), told());
    shown = out.toString().replace(folder.toString(), "DIR");
    assertTrue(
        shown.contains(
            "DIR/rules.yaml:35: weather-watch quiet, and should: fires\n"
                + "    its condition holds in none of its zones\n"),
        shown);
    assertTrue(
        shown.contains(": 10 s is shorter than the 30 s between two words of usgs, emsc, geofon"),
        shown);
  }

  @Test
  void theFactsAreListedWithTheirUnits() {
    assertEquals(0, run(new RulesCommand(), "facts"));
    assertTrue(out.toString().contains("rise_m_per_h     m/h   flood: rise at that gauge"));
  }
}
