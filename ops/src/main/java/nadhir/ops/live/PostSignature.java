package nadhir.ops.live;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a post: HMAC-SHA-256 (RFC 2104, FIPS 180-4) over version, feed, time, nonce and
 * body, so that none of them can be changed or used for another.
 */
public final class PostSignature {
  /** How far the poster's clock may be off. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String VERSION = "v1";
  private static final Pattern TIME = Pattern.compile("\\d{1,12}");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  /** What is compared with where there is no secret: the answer takes the same time. */
  private static final String NOBODYS = "nobody has this secret and nobody signs with it";

  private PostSignature() {}

  /** As it stands in the header: {@code v1=…}. */
  public static String of(String secret, String feed, String time, String nonce, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String head = VERSION + "\n" + feed + "\n" + time + "\n" + nonce + "\n";
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** Whether one of the secrets gives this signature; in the same time whether one does or not. */
  static boolean fits(
      List<String> secrets, String feed, String time, String nonce, byte[] body, String given) {
    boolean fits = false;
    for (String secret : secrets.isEmpty() ? List.of(NOBODYS) : secrets) {
      byte[] right = of(secret, feed, time, nonce, body).getBytes(StandardCharsets.UTF_8);
      fits |= MessageDigest.isEqual(right, given.getBytes(StandardCharsets.UTF_8));
    }
    return fits && !secrets.isEmpty();
  }

  static boolean isWellFormed(String time, String nonce) {
    return TIME.matcher(time).matches() && NONCE.matcher(nonce).matches();
  }

  /** Whether it was signed about now. */
  static boolean isFresh(String time, Instant now) {
    Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(signed, now).abs().compareTo(WINDOW) <= 0;
  }
}
