package nadhir.ops;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nadhir.ops.cli.AccountCommand;
import nadhir.ops.cli.Complaints;
import nadhir.ops.cli.Decode;
import nadhir.ops.cli.Demo;
import nadhir.ops.cli.DrillGroup;
import nadhir.ops.cli.JournalCommand;
import nadhir.ops.cli.RulesCommand;
import nadhir.ops.cli.Run;
import nadhir.ops.cli.SiteCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line, {@code ./nadhir WORD …}. Each word is a subcommand of its own class. */
@Command(
    name = "nadhir",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Disaster and emergency response coordination for a city.",
    subcommands = {
      Demo.class,
      Run.class,
      DrillGroup.class,
      AccountCommand.class,
      JournalCommand.class,
      SiteCommand.class,
      RulesCommand.class,
      Decode.class
    },
    footer = "%nFor developers: ./nadhir build, ./nadhir test, ./nadhir format, ./nadhir bench.")
public final class Main implements Runnable {

  /** What {@code ./nadhir} does itself, without this class. */
  private static final List<String> LAUNCHER = List.of("build", "test", "format", "bench");

  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    System.exit(commandLine().setOut(utf8(System.out)).setErr(utf8(System.err)).execute(args));
  }

  static CommandLine commandLine() {
    var complaints =
        new Complaints(LAUNCHER, Path.of(System.getProperty("nadhir.home", "."), ".data"));
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints);
  }

  /** Arabic reaches a pipe or a file whole, whatever the machine's own encoding is. */
  private static PrintWriter utf8(PrintStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: a command is missing.");
  }

  /** The version written into the jar's manifest by the build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Nadhir " + (version == null ? "(unpackaged build)" : version)};
    }
  }
}
