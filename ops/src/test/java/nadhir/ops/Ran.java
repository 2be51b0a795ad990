package nadhir.ops;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What came of a command line that was run inside this JVM, as {@code ./nadhir} would run it. */
public record Ran(int code, String out, String err) {
  public static Ran of(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Ran(code, out.toString(), err.toString());
  }
}
