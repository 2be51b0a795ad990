package nadhir.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.journal.Journal;
import nadhir.core.journal.JournalVanished;
import nadhir.core.journal.redis.Durability;
import nadhir.core.lease.Leases;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.RedisUnavailable;
import nadhir.core.yaml.Nearest;
import nadhir.ops.auth.StoreAway;
import nadhir.ops.http.HttpFace;
import nadhir.ops.live.LiveFeeds;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a person is told when a command cannot be understood or done: one sentence, the nearest
 * right word where there is one, and never a stack trace. What went wrong inside goes into a file.
 */
public final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 2;
  private static final String FILE = "failure.txt";

  private final List<String> wordsOfTheLauncher;
  private final Path folder;

  /**
   * @param wordsOfTheLauncher commands that {@code ./nadhir} itself understands
   * @param folder where what went wrong inside is written
   */
  public Complaints(List<String> wordsOfTheLauncher, Path folder) {
    this.wordsOfTheLauncher = List.copyOf(wordsOfTheLauncher);
    this.folder = folder;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine asked = e.getCommandLine();
    PrintWriter err = asked.getErr();
    err.println("nadhir: " + sentence(e));
    boolean group = !asked.getSubcommands().isEmpty();
    if (group && !(e instanceof UnmatchedArgumentException)) {
      asked.usage(err);
    } else {
      err.println("./" + asked.getCommandSpec().qualifiedName() + " --help tells what it takes.");
    }
    return NOT_UNDERSTOOD;
  }

  private String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().getFirst(), e.getCommandLine());
    }
    String text = String.valueOf(e.getMessage());
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  private String unmatched(String word, CommandLine asked) {
    if (word.startsWith("-")) {
      String name = word.split("=", 2)[0];
      return "There is no option '" + name + "'" + hint(name, options(asked));
    }
    List<String> commands = commands(asked);
    return commands.isEmpty()
        ? "'" + word + "' is one word too many."
        : "There is no command '" + word + "'" + hint(word, commands);
  }

  private static String hint(String word, List<String> candidates) {
    String hint = Nearest.hint(word, candidates);
    return hint.isEmpty() ? "; there are: " + String.join(", ", candidates) + "." : hint;
  }

  private static List<String> options(CommandLine asked) {
    return asked.getCommandSpec().options().stream().map(o -> o.longestName()).sorted().toList();
  }

  private List<String> commands(CommandLine asked) {
    List<String> commands = new ArrayList<>(asked.getSubcommands().keySet());
    if (asked.getParent() == null) {
      commands.addAll(wordsOfTheLauncher);
    }
    return commands.stream().sorted().toList();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine asked, ParseResult parsed) {
    PrintWriter err = asked.getErr();
    if (isSaidForPeople(e)) {
      err.println("nadhir: " + e.getMessage());
      return FAILED;
    }
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    err.println("nadhir: This went wrong inside: " + what.lines().findFirst().orElse(what));
    written(e).ifPresent(file -> err.println("All that is known of it is in " + file + "."));
    return FAILED;
  }

  /** Exceptions whose message is a sentence for a person, and says all. */
  private static boolean isSaidForPeople(Exception e) {
    return switch (e) {
      case HttpFace.CannotListen _,
          LiveFeeds.Refused _,
          EmbeddedRedis.Refused _,
          Durability.NotDurable _,
          JournalVanished _,
          RedisUnavailable _,
          Journal.JournalUnavailable _,
          Leases.LeasesUnavailable _,
          StoreAway _ ->
          true;
      default -> false;
    };
  }

  private Optional<Path> written(Exception e) {
    var trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return write(folder.resolve(FILE), trace.toString())
        .or(
            () ->
                write(
                    Path.of(System.getProperty("java.io.tmpdir"), "nadhir-" + FILE),
                    trace.toString()));
  }

  private static Optional<Path> write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Optional.of(Files.writeString(file, text));
    } catch (IOException | SecurityException _) {
      return Optional.empty();
    }
  }
}
