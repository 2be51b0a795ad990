package nadhir.alerting.register;

import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nadhir.core.id.PersonRef;

/**
 * The push subscriptions of made-up people, both halves of their keys, from a seed. They share
 * {@link #KEY_PAIRS} key pairs; each has a secret of its own.
 */
public final class SyntheticPushKeys {
  /** Few, because each takes milliseconds to compute; the secret tells the people apart. */
  static final int KEY_PAIRS = 16;

  /** A host that can never exist (RFC 2606): who sends there without the sandbox reaches nobody. */
  public static final String HOST = "push.invalid";

  private record Pair(ECPrivateKey secret, byte[] point) {}

  private final long seed;
  private final List<Pair> pairs = new ArrayList<>();

  public SyntheticPushKeys(long seed) {
    this.seed = seed;
    for (int i = 0; i < KEY_PAIRS; i++) {
      BigInteger scalar = P256.scalar(sha256("pair|" + seed + "|" + i));
      pairs.add(new Pair(P256.privateKey(scalar), P256.publicPoint(scalar)));
    }
  }

  public PushAddress address(PersonRef ref) {
    var path = "/push/" + URLEncoder.encode(ref.value(), StandardCharsets.UTF_8);
    return new PushAddress(
        URI.create("https://" + HOST + path), base64url(publicPoint(ref)), base64url(auth(ref)));
  }

  public ECPrivateKey privateKey(PersonRef ref) {
    return pair(ref).secret();
  }

  /** Uncompressed, 65 bytes. */
  public byte[] publicPoint(PersonRef ref) {
    return pair(ref).point().clone();
  }

  /** The shared secret, 16 bytes. */
  public byte[] auth(PersonRef ref) {
    return Arrays.copyOf(sha256("auth|" + seed + "|" + ref.value()), 16);
  }

  private Pair pair(PersonRef ref) {
    return pairs.get(Math.floorMod(StableHash.of(seed, ref.value()), KEY_PAIRS));
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }
}
