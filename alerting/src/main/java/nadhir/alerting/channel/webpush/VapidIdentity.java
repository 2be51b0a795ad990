package nadhir.alerting.channel.webpush;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.net.URI;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who we are to push services (RFC 8292): a key pair, and whom to write to. Signs one token per
 * service and keeps it for hours, because signing costs as much as encrypting a message. Safe for
 * use by several threads.
 */
public final class VapidIdentity {
  /** Push services take at most 24 h. */
  private static final Duration LIFE = Duration.ofHours(12);

  /** A token is made anew when it has less than this left. */
  private static final Duration SPARE = Duration.ofHours(1);

  /** There are a handful of push services; this many origins means that somebody plays with us. */
  private static final int MAX_ORIGINS = 1_000;

  private record Token(String header, Instant expiresAt) {}

  private final VAPIDKeyPair keys;
  private final String subject;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  /**
   * @param publicPoint uncompressed, 65 bytes; browsers subscribe with it
   * @param subject {@code mailto:} or {@code https:} address of whoever runs this; Apple wants it
   */
  public VapidIdentity(ECPrivateKey privateKey, byte[] publicPoint, String subject) {
    if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
      throw new IllegalArgumentException("a VAPID subject is a mailto: or https: address");
    }
    this.keys =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofECPrivateKey(privateKey),
            PublicKeySources.ofUncompressedBytes(publicPoint));
    this.subject = subject;
  }

  /** The public key as browsers want it: {@code applicationServerKey} in base64url. */
  public String applicationServerKey() {
    return keys.extractPublicKeyInUncompressedFormAsString();
  }

  /** The header {@code Authorization} for a push endpoint. */
  String authorization(URI endpoint, Instant at) {
    String origin = origin(endpoint);
    if (tokens.size() >= MAX_ORIGINS) {
      tokens.clear();
    }
    return tokens
        .compute(
            origin, (_, known) -> known != null && isFresh(known, at) ? known : make(endpoint, at))
        .header();
  }

  /** Throws the service's token away: it did not like it. */
  void forget(URI endpoint) {
    tokens.remove(origin(endpoint));
  }

  /** Also false when the clock has gone back, as between two drills. */
  private static boolean isFresh(Token token, Instant at) {
    Duration left = Duration.between(at, token.expiresAt());
    return left.compareTo(SPARE) > 0 && left.compareTo(LIFE) <= 0;
  }

  private Token make(URI endpoint, Instant at) {
    Instant expiresAt = at.plus(LIFE);
    var param =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint.toString())
            .expirationTime(expiresAt)
            .subject(subject)
            .build();
    return new Token(keys.generateAuthorizationHeaderValue(param), expiresAt);
  }

  private static String origin(URI endpoint) {
    return endpoint.getScheme() + "://" + endpoint.getAuthority();
  }
}
