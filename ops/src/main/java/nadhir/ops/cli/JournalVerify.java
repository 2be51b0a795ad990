package nadhir.ops.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nadhir.core.journal.FileKnownHeads;
import nadhir.core.journal.InMemoryKnownHeads;
import nadhir.core.journal.Journal.JournalUnavailable;
import nadhir.core.journal.JournalCodec;
import nadhir.core.journal.JournalVerifier;
import nadhir.core.journal.JournalVerifier.Verdict;
import nadhir.core.journal.KnownHeads;
import nadhir.core.journal.redis.RedisJournal;
import nadhir.core.lane.Lane;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisSettings;
import nadhir.core.redis.RedisUnavailable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Walks a lane's journal and tells the first broken link; changes nothing in it. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks every entry of a lane's journal and tells the first that is wrong.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every entry is as it was written",
      "1:an entry is wrong or missing",
      "2:the journal cannot be looked at"
    })
public final class JournalVerify implements Callable<Integer> {
  private static final int BROKEN = 1;
  private static final int CANNOT_LOOK = 2;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(
      names = "--lane",
      paramLabel = "LANE",
      defaultValue = "live",
      description = "live, or drill:ID (default: ${DEFAULT-VALUE})")
  private String lane;

  static final class Where {
    @Option(
        names = "--redis",
        paramLabel = "URI",
        description = "the Redis that the journal is in: redis://host:6379")
    private Optional<String> redis;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "the data folder of a node with a Redis of its own, running or not")
    private Optional<Path> data;
  }

  @Override
  public Integer call() {
    var wanted = lane();
    try {
      return where.redis.isPresent()
          ? verify(address(where.redis.get()), wanted, new InMemoryKnownHeads())
          : verifyFolder(where.data.orElseThrow(), wanted);
    } catch (RedisUnavailable | EmbeddedRedis.Refused | JournalUnavailable e) {
      spec.commandLine().getErr().println("nadhir: " + e.getMessage());
      return CANNOT_LOOK;
    }
  }

  private Lane lane() {
    try {
      if (lane.equals("live") || lane.startsWith("drill:")) {
        return Lane.parse(lane);
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new ParameterException(
        spec.commandLine(), "A lane is 'live' or 'drill:ID', not '" + lane + "'.");
  }

  private RedisSettings address(String uri) {
    try {
      return RedisSettings.of(uri);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /** Where a node runs on the folder, its server is asked; else one is started for the while. */
  private int verifyFolder(Path data, Lane wanted) {
    if (!Files.isDirectory(data.resolve("redis"))) {
      spec.commandLine().getErr().println("nadhir: There is no journal in " + data + ".");
      return CANNOT_LOOK;
    }
    var known = seenBy(data, wanted);
    try (var server = EmbeddedRedis.start(data)) {
      return verify(server.settings(), wanted, known);
    } catch (EmbeddedRedis.Refused e) {
      return verify(EmbeddedRedis.running(data).orElseThrow(() -> e), wanted, known);
    }
  }

  /** What the node of that folder has seen on disk, so that a lost tail is noticed, too. */
  private static KnownHeads seenBy(Path data, Lane wanted) {
    var seen = new InMemoryKnownHeads();
    var file = data.resolve(FileKnownHeads.NAME);
    if (Files.exists(file)) {
      try (var heads = FileKnownHeads.open(file, Duration.ZERO)) {
        heads.of(wanted).ifPresent(head -> seen.saw(wanted, head));
      }
    }
    return seen;
  }

  private int verify(RedisSettings settings, Lane wanted, KnownHeads known) {
    try (var redis = Redis.connect(settings);
        var journal = RedisJournal.openToRead(redis, wanted, known)) {
      return tell(JournalVerifier.verify(journal, new JournalCodec(wanted)));
    }
  }

  private int tell(Verdict verdict) {
    var out = spec.commandLine().getOut();
    return switch (verdict) {
      case Verdict.Whole(var head) -> {
        out.println("ok: " + head.seq() + " entries, head " + head.hash());
        yield 0;
      }
      case Verdict.Broken(var seq, var reason, var detail) -> {
        out.println(
            "broken: entry "
                + seq
                + " ("
                + reason.name().toLowerCase(Locale.ROOT)
                + "): "
                + detail);
        yield BROKEN;
      }
    };
  }
}
