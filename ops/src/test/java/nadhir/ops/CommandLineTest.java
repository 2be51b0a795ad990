package nadhir.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nadhir.core.redis.RedisUnavailable;
import nadhir.ops.cli.Complaints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a person is told who mistypes, or whose command cannot be done. */
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(CommandLine line, String... words) {
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  private String firstLine() {
    return err.toString().lines().findFirst().orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sit                         | There is no command 'sit', did you mean 'site'?",
        "jurnal verify               | There is no command 'jurnal', did you mean 'journal'?",
        "tset                        | There is no command 'tset', did you mean 'test'?",
        "site chek x                 | There is no command 'chek', did you mean 'check'?",
        "journal verify --data x --lan live | There is no option '--lan', did you mean '--lane'?",
        "journal verify --dta=x      | There is no option '--dta', did you mean '--data'?",
        "site check x y              | 'y' is one word too many.",
        "site check                  | Missing required parameter: 'DIR'.",
        "run --port 70000            | A port is 0 to 65535, not 70000.",
        "demo --port -1              | A port is 0 to 65535, not -1.",
        "run --public-url ftp://x    | The public address must look like https://console.example.org, not ftp://x.",
      })
  void theNearestRightWordIsNamed(String words, String sentence) {
    assertEquals(2, run(Main.commandLine(), words.split(" ")));
    assertEquals("nadhir: " + sentence, firstLine());
    assertFalse(err.toString().contains("\tat "), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void whatResemblesNothingIsAnsweredWithWhatThereIs() {
    assertEquals(2, run(Main.commandLine(), "xyzzyxyzzy"));
    assertTrue(firstLine().startsWith("nadhir: There is no command 'xyzzyxyzzy'; there are: "));
    assertTrue(firstLine().contains(" site, test."), firstLine());
  }

  @Test
  void aGroupAloneTellsItsCommands() {
    assertEquals(2, run(Main.commandLine(), "journal"));
    assertTrue(err.toString().contains("verify"), err.toString());
  }

  @Command(name = "failing")
  private static final class Failing implements Callable<Integer> {
    private final RuntimeException why;

    Failing(RuntimeException why) {
      this.why = why;
    }

    @Override
    public Integer call() {
      throw why;
    }
  }

  private int fail(RuntimeException why, Path folder) {
    var complaints = new Complaints(List.of(), folder);
    var line = new CommandLine(new Failing(why)).setExecutionExceptionHandler(complaints);
    return run(line);
  }

  @Test
  void whatIsSaidForPeopleIsAllTheySee(@TempDir Path folder) {
    assertEquals(1, fail(new RedisUnavailable("No Redis can be used at x.", null), folder));
    assertEquals("nadhir: No Redis can be used at x.\n", err.toString());
    assertFalse(Files.exists(folder.resolve("failure.txt")));
  }

  @Test
  void aFaultOfOursIsOneSentenceAndTheRestIsInAFile(@TempDir Path folder) throws IOException {
    assertEquals(1, fail(new IllegalStateException("two\nlines"), folder.resolve("new")));
    assertEquals("nadhir: This went wrong inside: two", firstLine());
    assertFalse(err.toString().contains("\tat "), err.toString());
    String written = Files.readString(folder.resolve("new/failure.txt"));
    assertTrue(written.contains("at nadhir.ops.CommandLineTest."), written);
    assertTrue(err.toString().contains(folder.resolve("new/failure.txt").toString()));
  }
}
