package nadhir.core.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A script that Redis runs as one step. It is sent by its digest; a server that does not know it
 * (it was restarted) has not run anything then, and gets the text.
 */
public final class LuaScript {
  private final String text;
  private final String digest;

  private LuaScript(String text) {
    this.text = text;
    this.digest = sha1(text);
  }

  /**
   * Reads {@code names} from beside {@code owner} on the class path, as one script: what several
   * scripts share can stand in a file of its own in front of each.
   */
  public static LuaScript beside(Class<?> owner, String... names) {
    var text = new StringBuilder();
    for (String name : names) {
      text.append(read(owner, name));
    }
    return new LuaScript(text.toString());
  }

  private static String read(Class<?> owner, String name) {
    try (var in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no script " + name + " beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reply as a list, numbers as {@link Long} and all else as text. */
  public List<Object> list(
      RedisCommands<String, String> redis, List<String> keys, List<String> args) {
    return run(redis, ScriptOutputType.MULTI, keys, args);
  }

  /** The reply as one number. */
  public long number(RedisCommands<String, String> redis, List<String> keys, List<String> args) {
    Long reply = run(redis, ScriptOutputType.INTEGER, keys, args);
    return reply;
  }

  private <T> T run(
      RedisCommands<String, String> redis,
      ScriptOutputType type,
      List<String> keys,
      List<String> args) {
    var k = keys.toArray(String[]::new);
    var a = args.toArray(String[]::new);
    try {
      return redis.evalsha(digest, type, k, a);
    } catch (RedisNoScriptException _) {
      return redis.eval(text, type, k, a);
    }
  }

  private static String sha1(String text) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
