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

  private final SessionStore store;
  private final Accounts accounts;
  private final InstantSource clock;
  private final Limits limits;
  private final SecureRandom random = new SecureRandom();

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

  /** Whose session this is; it lives on from now. Empty when it has ended. Blocks. */
  public Optional<SignedIn> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    String key = key(token);
    Optional<Kept> kept =
        store
            .get(key)
            .map(json -> DomainJson.read(json, Kept.class))
            .filter(k -> clock.instant().isBefore(k.endsAt()));
    kept.ifPresent(k -> store.extend(key, life(k)));
    return kept.flatMap(k -> accounts.find(k.account())).map(SignedIn::as);
  }

  /** Ends the session on every member. Blocks. */
  public void end(String token) {
    if (TOKEN.matcher(token).matches()) {
      store.delete(key(token));
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
