package nadhir.ops.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import nadhir.core.lane.Role;
import nadhir.core.redis.EmbeddedRedis;
import nadhir.core.redis.Redis;
import nadhir.core.redis.RedisSettings;
import nadhir.ops.auth.InMemorySessionStore;
import nadhir.ops.auth.InMemoryThrottle;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.auth.redis.RedisAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccountIT {
  private static final InputStream STDIN = System.in;

  @TempDir private Path data;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @AfterEach
  void restoreInput() {
    System.setIn(STDIN);
  }

  private int run(String input, String... words) {
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    out = new StringWriter();
    err = new StringWriter();
    return new CommandLine(new AccountCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  private int add(String name, String password) {
    return run(
        password + "\n",
        "add",
        name,
        "--roles",
        "operator,APPROVER",
        "--ref",
        "op-1",
        "--data",
        data.toString());
  }

  private SignIn.Result enter(Redis redis, String password) throws InterruptedException {
    var clock = InstantSource.system();
    var accounts = new RedisAccounts(redis);
    var sessions =
        new Sessions(new InMemorySessionStore(clock), accounts, clock, Sessions.Limits.USUAL);
    return new SignIn(accounts, new Passwords(), sessions, new InMemoryThrottle(clock))
        .enter("amal", password, "here");
  }

  @Test
  void anAccountOfAFreshFolderCanSignInAndIsListedAndRemoved() throws InterruptedException {
    assertEquals(0, add("Amal", "a long password"), err::toString);
    assertEquals("Added amal.\n", out.toString());
    assertEquals(0, run("", "list", "--data", data.toString()));
    assertEquals("amal  op-1  OPERATOR,APPROVER\n", out.toString());
    try (var server = EmbeddedRedis.start(data);
        var redis = Redis.connect(server.settings())) {
      var entered = (SignIn.Result.Accepted) enter(redis, "a long password");
      assertEquals(List.of(Role.OPERATOR, Role.APPROVER), entered.person().roles());
      assertEquals(0, run("another password\n", "password", "amal", "--data", data.toString()));
      assertEquals(new SignIn.Result.Wrong(), enter(redis, "a long password"));
      assertTrue(enter(redis, "another password") instanceof SignIn.Result.Accepted);
    }
    assertEquals(0, run("", "remove", "amal", "--data", data.toString()), err::toString);
    assertEquals(1, run("", "remove", "amal", "--data", data.toString()));
    assertEquals("nadhir: There is no account 'amal'.\n", err.toString());
  }

  @Test
  void aNameThatIsTakenIsTold() {
    assertEquals(0, add("amal", "a long password"), err::toString);
    assertEquals(1, add("AMAL", "a long password"));
    assertEquals("nadhir: There is an account 'amal' already.\n", err.toString());
  }

  @Test
  void whatCannotBeAnAccountIsToldAndNothingIsStarted() {
    assertEquals(2, add("a b", "a long password"));
    assertTrue(err.toString().contains("A name is 1 to 64 of"), err.toString());
    assertEquals(2, add("amal", "short"));
    assertTrue(err.toString().contains("A password has 10 to 1000 characters."), err.toString());
    assertEquals(2, run("", "add", "amal", "--roles", "KING", "--ref", "x", "--data", "y"));
    assertTrue(err.toString().contains("KING"), err.toString());
    assertEquals(2, run("", "list", "--data", data.toString()));
    assertTrue(err.toString().contains("There is no node's data in"), err.toString());
    assertFalse(data.resolve("redis").toFile().exists());
  }

  @Test
  void whereNobodyCanSignInYetTheCommandForItIsNamed() {
    String how = AccountCommand.howToAdd(Optional.empty(), data);
    assertTrue(how.contains("./nadhir account add NAME"), how);
    String shared =
        AccountCommand.howToAdd(
            Optional.of(RedisSettings.of("redis://:secret@127.0.0.1:6379")), data);
    assertTrue(shared.endsWith("--redis redis://127.0.0.1:6379"), shared);
  }
}
