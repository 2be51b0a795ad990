package nadhir.ops.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The Redis that a command works on: one that is named, or a node's own in its data folder, where
 * the node's server is asked while it runs and another is started for the while when it does not.
 */
final class RedisChoice {
  @Option(
      names = "--redis",
      paramLabel = "URI",
      description = "the Redis of the members: redis://host:6379")
  private Optional<String> redis;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the data folder of a node with a Redis of its own, running or not")
  private Optional<Path> data;

  /**
   * @param create whether a folder that holds nothing yet may get a Redis
   */
  <T> T use(CommandLine asked, boolean create, Function<Redis, T> work) {
    if (redis.isPresent()) {
      return connected(address(asked, redis.get()), work);
    }
    Path folder = data.orElseThrow();
    if (!create && !Files.isDirectory(folder.resolve("redis"))) {
      throw new ParameterException(asked, "There is no node's data in " + folder + ".");
    }
    try (var server = EmbeddedRedis.start(folder)) {
      return connected(server.settings(), work);
    } catch (EmbeddedRedis.Refused e) {
      return connected(EmbeddedRedis.running(folder).orElseThrow(() -> e), work);
    }
  }

  private static <T> T connected(RedisSettings settings, Function<Redis, T> work) {
    try (var connection = Redis.connect(settings)) {
      return work.apply(connection);
    }
  }

  private static RedisSettings address(CommandLine asked, String uri) {
    try {
      return RedisSettings.of(uri);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(asked, e.getMessage());
    }
  }
}
