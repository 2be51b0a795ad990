package nadhir.ops.face;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nadhir.core.cap.redis.RedisCapStore;
import nadhir.core.lane.Lane;
import nadhir.ops.auth.Accounts;
import nadhir.ops.auth.Passwords;
import nadhir.ops.auth.SessionStore;
import nadhir.ops.auth.Sessions;
import nadhir.ops.auth.SignIn;
import nadhir.ops.auth.redis.RedisAccounts;
import nadhir.ops.auth.redis.RedisSessionStore;
import nadhir.ops.auth.redis.RedisThrottle;
import nadhir.ops.http.HttpFace;
import nadhir.ops.http.HttpParts;
import nadhir.ops.http.HttpSettings;
import nadhir.ops.http.Lanes;
import nadhir.ops.http.PostedPositions;
import nadhir.ops.http.PostedReports;
import nadhir.ops.http.Progress;
import nadhir.ops.http.SandboxMessages;
import nadhir.ops.http.ServedLane;
import nadhir.ops.http.TwilioStatus;
import nadhir.ops.node.Node;

/** What people and machines see of a node: its lanes over HTTP. */
public final class Face implements AutoCloseable {
  /** What of a face depends on the lanes' ways out. */
  public record Ways(
      SandboxMessages sandbox,
      Progress progress,
      TwilioStatus twilio,
      Optional<PostedReports> posted,
      Optional<PostedPositions> postedPositions) {}

  private final HttpFace http;
  private final Accounts accounts;
  private final Passwords passwords;

  private Face(HttpFace http, Accounts accounts, Passwords passwords) {
    this.http = http;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Opens it; throws {@link HttpFace.CannotListen}. The first of {@code lanes} is shown first. */
  public static Face open(Node node, HttpSettings settings, List<ServedLane> lanes, Ways ways) {
    var redis = node.stores().redis();
    Accounts accounts = new RedisAccounts(redis);
    SessionStore store = new RedisSessionStore(redis);
    InstantSource clock = InstantSource.system();
    var sessions = new Sessions(store, accounts, clock, Sessions.Limits.USUAL);
    var passwords = new Passwords();
    var signIn = new SignIn(accounts, passwords, sessions, new RedisThrottle(redis, clock));
    var caps = new ConcurrentHashMap<String, RedisCapStore>();
    var parts =
        new HttpParts(
            new Served(lanes),
            new SiteExtents(node.settings().pack()),
            (lane, alert, revision) ->
                caps.computeIfAbsent(lane, key -> new RedisCapStore(redis, Lane.parse(key)))
                    .find(alert, revision)
                    .map(xml -> xml.getBytes(StandardCharsets.UTF_8)),
            ways.sandbox(),
            ways.progress(),
            ways.twilio(),
            ways.posted(),
            ways.postedPositions(),
            signIn,
            sessions,
            node.metrics());
    return new Face(HttpFace.start(node.vertx(), settings, parts), accounts, passwords);
  }

  public Accounts accounts() {
    return accounts;
  }

  public Passwords passwords() {
    return passwords;
  }

  public String url() {
    return http.url();
  }

  @Override
  public void close() {
    http.close();
  }

  private static final class Served implements Lanes {
    private final Map<String, ServedLane> byKey = new ConcurrentHashMap<>();
    private final String first;

    Served(List<ServedLane> lanes) {
      lanes.forEach(l -> byKey.put(l.host().lane().key(), l));
      first = lanes.getFirst().host().lane().key();
    }

    @Override
    public List<ServedLane> all() {
      return byKey.values().stream()
          .sorted(Comparator.comparing(l -> l.host().lane().key()))
          .toList();
    }

    @Override
    public Optional<ServedLane> find(String key) {
      return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public String defaultKey() {
      return first;
    }
  }
}
