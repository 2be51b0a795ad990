package nadhir.ops.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nadhir.ops.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two rule files over the real flash flood: the difference, as a person reads it in a minute. */
class RuleDifferenceTest {
  private static final Path SITE = Path.of("src/test/sites/warning/patapsco");

  @TempDir private Path folder;

  private String changed(String from, String to) throws IOException {
    String text = Files.readString(SITE.resolve("rules.yaml"));
    assertTrue(text.contains(from), from);
    Path file = folder.resolve("b.yaml");
    Files.writeString(file, text.replace(from, to));
    return file.toString();
  }

  private Ran difference(String b) throws IOException {
    return Ran.of(
        "rules",
        "try",
        "--over",
        Patapsco.record(folder.resolve("recording")).toString(),
        "--site",
        SITE.toString(),
        "--rules",
        SITE.resolve("rules.yaml").toString(),
        "--rules",
        b);
  }

  @Test
  void theDifferenceBetweenTwoRuleFilesIsAShortTable() throws IOException {
    String b =
        changed(
            "    when: stage_m >= stage_action AND rise_m_per_h >= 0.5",
            "    when: stage_m >= stage_action AND rise_m_per_h >= 0.5\n    for: 15 min");
    Files.writeString(
        Path.of(b),
        Files.readString(Path.of(b))
            .replace("rule: town-flood-stage", "rule: town-flood-high")
            .replace("when: stage_m >= stage_moderate", "when: stage_m >= stage_major"));
    var ran = difference(b);
    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        """
        A  src/test/sites/warning/patapsco/rules.yaml
        B  DIR/b.yaml

        rule                        what            A            B   B against A
        town-flood-rising          fires            1            1
        town-flood-rising    first fires  05-27 16:05  05-27 16:20  15 min later
        town-flood-rising  shortest lead       25 min       10 min   15 min less
        town-flood-rising   lead to peak       47 min       32 min   15 min less
        town-flood-stage           fires            1            -     only in A
        town-flood-high            fires            -            1     only in B

        3 of 3 rules differ
        """,
        ran.out().replace(folder.toString(), "DIR"));
  }

  @Test
  void oneFileAgainstItselfDiffersInNothing() throws IOException {
    var ran = difference(SITE.resolve("rules.yaml").toString());
    assertTrue(ran.out().endsWith("\n0 of 2 rules differ\n"), ran.out());
  }

  @Test
  void aMistakeInEitherFileIsTold() throws IOException {
    var ran = difference(changed("stage_m >= stage_moderate", "stag_m >= stage_moderate"));
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("b.yaml:18:11: unknown fact 'stag_m'"), ran.err());
  }
}
