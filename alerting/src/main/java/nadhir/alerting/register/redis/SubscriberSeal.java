package nadhir.alerting.register.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import nadhir.alerting.register.PhoneNumber;
import nadhir.alerting.register.RegistryKeys;
import nadhir.alerting.register.Subscriber;
import nadhir.core.id.PersonRef;
import nadhir.core.json.DomainJson;

/**
 * Makes subscribers unreadable and readable again: AES-GCM with a random nonce of 12 bytes (NIST SP
 * 800-38D, 8.2.2) in front, bound to lane and reference, so that one person's data cannot be put in
 * another's place.
 */
final class SubscriberSeal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String lane;
  private final RegistryKeys keys;
  private final SecureRandom random;

  SubscriberSeal(String lane, RegistryKeys keys, SecureRandom random) {
    this.lane = lane;
    this.keys = keys;
    this.random = random;
  }

  String seal(Subscriber subscriber) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = DomainJson.write(subscriber).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = aes(Cipher.ENCRYPT_MODE, subscriber.ref(), nonce, text);
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array());
  }

  /** Throws {@link IllegalStateException} when it was changed, or sealed with another key. */
  Subscriber open(PersonRef ref, String stored) {
    byte[] all = Base64.getDecoder().decode(stored);
    byte[] text =
        aes(
            Cipher.DECRYPT_MODE,
            ref,
            Arrays.copyOf(all, NONCE_BYTES),
            Arrays.copyOfRange(all, NONCE_BYTES, all.length));
    return DomainJson.read(new String(text, StandardCharsets.UTF_8), Subscriber.class);
  }

  private byte[] aes(int mode, PersonRef ref, byte[] nonce, byte[] text) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, keys.seal(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((lane + "|" + ref).getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the register's entry of " + ref + " cannot be read", e);
    }
  }

  /** What a number is looked up by; the same number gives the same text, and nothing else does. */
  String lookUp(PhoneNumber phone) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.lookUp());
      return HexFormat.of()
          .formatHex(mac.doFinal((lane + "|" + phone.e164()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes HMAC-SHA256", e);
    }
  }
}
