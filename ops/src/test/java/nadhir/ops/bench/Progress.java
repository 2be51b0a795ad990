package nadhir.ops.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * One line when a benchmark begins, in place of JMH's own pages. What a forked JVM says is kept,
 * and shown only when the run fails.
 */
final class Progress implements OutputFormat {
  private final PrintWriter err;
  private final StringBuilder said = new StringBuilder();

  Progress(PrintWriter err) {
    this.err = err;
  }

  /** What JMH and the measured JVMs said. */
  String said() {
    return said.toString();
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    said.setLength(0);
    var way = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    List<String> values = params.getParamsKeys().stream().map(k -> params.getParam(k)).toList();
    err.println("  measuring " + String.join(" ", values) + " " + way);
    err.flush();
  }

  @Override
  public void print(String text) {
    said.append(text);
  }

  @Override
  public void println(String text) {
    said.append(text).append('\n');
  }

  @Override
  public void verbosePrintln(String text) {}

  @Override
  public void write(int letter) {
    said.append((char) letter);
  }

  @Override
  public void write(byte[] letters) {
    said.append(new String(letters, StandardCharsets.UTF_8));
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int number) {}

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int number, IterationResult result) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
