package nadhir.ops.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nadhir.core.json.DomainJson;

/**
 * The sessions of people who have signed in. A session's token is a random number of 256 bits that
 * only the browser has; the store gets its SHA-256, so that who reads the store cannot enter. Any
 * member can serve any session. Roles are those of the account at the moment of asking: an account
 * that is removed or loses a role does so at once.
 */
public final class Sessions {
  private static final int TOKEN_BYTES = 32;

  /** While the store is away, who was known so lately goes on reading: the picture is in memory. */
  static final Duration GRACE = Duration.ofMinutes(10);

  /** A store that has not answered makes not every reader wait for its time-out. */
  static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(3);

  static final int MAX_SEEN = 2_000;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * How long a session lives.
   *
   * @param idle without any request; following the picture counts as one
   * @param longest in all, then one signs in again
   */
  public record Limits(Duration idle, Duration longest) {
    /** A shift of twelve hours, and a wall console that was left alone for two. */
    public static final Limits USUAL = new Limits(Duration.ofHours(2), Duration.ofHours(12));
  }

  private record Kept(String account, Instant endsAt) {}

  /** Who was known by the store at {@code at}. */
  private record Seen(SignedIn person, Instant at) {}

  private final SessionStore store;
  private final Accounts accounts;
  private final InstantSource clock;
  private final Limits limits;
  private final SecureRandom random = new SecureRandom();
  private volatile Instant awayUntil = Instant.MIN;
  private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

  public Sessions(SessionStore store, Accounts accounts, InstantSource clock, Limits limits) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
    this.limits = limits;
  }

  public Limits limits() {
    return limits;
  }

  /** Opens a session; gives its token. Blocks. */
  String open(Account account) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var kept = new Kept(account.name(), clock.instant().plus(limits.longest()));
    store.put(key(token), DomainJson.write(kept), life(kept));
    return token;
  }

  /**
   * Whose session this is; it lives on from now. Empty when it has ended. Blocks. While the store
   * is away, who was known within the last ten minutes is known still; others are {@link
   * StoreAway}.
   */
  public Optional<SignedIn> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    String key = key(token);
    if (clock.instant().isBefore(awayUntil)) {
      Optional<SignedIn> lately = recent(key);
      if (lately.isPresent()) {
        return lately;
      }
    }
    try {
      Optional<SignedIn> found = lookUp(key);
      remember(key, found);
      return found;
    } catch (StoreAway e) {
      awayUntil = clock.instant().plus(ASK_AGAIN_AFTER);
      return recent(key).or(() -> failing(e));
    }
  }

  private Optional<SignedIn> lookUp(String key) {
    Optional<Kept> kept =
        store
            .get(key)
            .map(json -> DomainJson.read(json, Kept.class))
            .filter(k -> clock.instant().isBefore(k.endsAt()));
    kept.ifPresent(k -> store.extend(key, life(k)));
    return kept.flatMap(k -> accounts.find(k.account())).map(SignedIn::as);
  }

  private static Optional<SignedIn> failing(StoreAway e) {
    throw e;
  }

  private void remember(String key, Optional<SignedIn> found) {
    synchronized (seen) {
      seen.remove(key);
      found.ifPresent(person -> seen.put(key, new Seen(person, clock.instant())));
      if (seen.size() > MAX_SEEN) {
        seen.remove(seen.keySet().iterator().next());
      }
    }
  }

  private Optional<SignedIn> recent(String key) {
    synchronized (seen) {
      return Optional.ofNullable(seen.get(key))
          .filter(s -> clock.instant().isBefore(s.at().plus(GRACE)))
          .map(Seen::person);
    }
  }

  /** Ends the session on every member. Blocks. */
  public void end(String token) {
    if (TOKEN.matcher(token).matches()) {
      store.delete(key(token));
      remember(key(token), Optional.empty());
    }
  }

  private Duration life(Kept kept) {
    var left = Duration.between(clock.instant(), kept.endsAt());
    return left.compareTo(limits.idle()) < 0 ? left : limits.idle();
  }

  private static String key(String token) {
    return "nadhir:session:" + sha256(token);
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
