package nadhir.ops.bench;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadhir.core.yaml.Nearest;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./nadhir bench [NAME…]}: measures, and prints one table for each name. The launcher starts
 * it with the class path of the tests.
 */
@Command(
    name = "./nadhir bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast something is, beside its peers in the same run.",
      "Without a NAME: lists what can be measured."
    })
public final class BenchMain implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final TimeValue SHORT = TimeValue.seconds(1);

  @Spec private CommandSpec spec;

  @Option(names = "--quick", description = "seconds instead of minutes; good to 20 % or so")
  private boolean quick;

  @Parameters(paramLabel = "NAME", description = "what to measure, or all")
  private List<String> names = new ArrayList<>();

  public static void main(String[] args) {
    System.exit(commandLine().setOut(utf8(System.out)).setErr(utf8(System.err)).execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchMain());
  }

  private static PrintWriter utf8(PrintStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  @Override
  public Integer call() {
    if (names.isEmpty()) {
      list();
      return 0;
    }
    List<Work> works = new ArrayList<>();
    for (String name : names) {
      Optional<Work> work = Works.find(name);
      if (work.isPresent()) {
        works.add(work.get());
      } else if (name.equals("all")) {
        works.addAll(Works.ALL);
      } else {
        return refuse(NOT_UNDERSTOOD, unknown(name));
      }
    }
    try {
      return measure(works);
    } catch (TestAbortedException | AssertionError e) {
      return refuse(FAILED, e.getMessage() + ". Nothing was measured.");
    }
  }

  private void list() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("What can be measured (./nadhir bench NAME… [--quick], or all):");
    for (Work work : Works.ALL) {
      out.printf("  %-10s %s%n", work.name(), work.what());
    }
  }

  private static String unknown(String name) {
    String hint = Nearest.hint(name, Works.names());
    return "There is nothing to measure by the name '"
        + name
        + "'"
        + (hint.isEmpty() ? "; there are: " + String.join(", ", Works.names()) + "." : hint);
  }

  private int refuse(int code, String sentence) {
    spec.commandLine().getErr().println("nadhir: " + sentence);
    return code;
  }

  private int measure(List<Work> works) {
    Map<Work, Options> all = new LinkedHashMap<>();
    works.forEach(work -> all.put(work, options(work)));
    PrintWriter out = spec.commandLine().getOut();
    out.println(machine());
    for (var work : all.entrySet()) {
      var progress = new Progress(spec.commandLine().getErr());
      try {
        print(work.getKey(), new Runner(work.getValue(), progress).run());
      } catch (RunnerException e) {
        spec.commandLine().getErr().print(progress.said());
        return refuse(FAILED, why(work.getKey(), String.valueOf(e.getMessage())));
      }
    }
    return 0;
  }

  /** JMH takes a lock on the machine, because two measurements at once tell nothing. */
  private static String why(Work work, String said) {
    return said.contains("JMH lock")
        ? "Something else is being measured on this machine. Wait until it is done."
        : "'" + work.name() + "' could not be measured: " + said;
  }

  private void print(Work work, Collection<RunResult> results) {
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    out.println(work.name() + ": " + work.what());
    out.print(Table.of(results.stream().map(r -> Row.of(work.benchmarks(), r)).toList()));
    out.print(work.remark().get().isEmpty() ? "" : work.remark().get() + "\n");
    out.flush();
  }

  private Options options(Work work) {
    var options =
        new OptionsBuilder()
            .include("^" + work.benchmarks().getName().replace(".", "\\.") + "\\.")
            .shouldFailOnError(true);
    work.parameters()
        .get()
        .forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
    if (quick) {
      options
          .forks(1)
          .warmupIterations(3)
          .warmupTime(SHORT)
          .measurementIterations(3)
          .measurementTime(SHORT);
    }
    return options.build();
  }

  /** What a reader must know of the machine; absolute numbers mean nothing without it. */
  private static String machine() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "JDK %s, %d processors, load %.1f at the start. Compare within one run only.",
        Runtime.version().feature(),
        system.getAvailableProcessors(),
        system.getSystemLoadAverage());
  }
}
