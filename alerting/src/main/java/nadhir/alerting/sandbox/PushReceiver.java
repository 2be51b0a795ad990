package nadhir.alerting.sandbox;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The browser's half of Web Push: reads a message encrypted by RFC 8291 with the content coding
 * aes128gcm of RFC 8188, in one record.
 */
final class PushReceiver {
  private static final int SALT_BYTES = 16;
  private static final int POINT_BYTES = 65;
  private static final int HEADER_BYTES = SALT_BYTES + 4 + 1;
  private static final int TAG_BITS = 128;

  /** RFC 8188, 2: what ends the last record's text, before padding with zeros. */
  private static final byte LAST_RECORD = 2;

  private final ECPrivateKey secret;
  private final byte[] ownPoint;
  private final byte[] auth;

  /**
   * @param ownPoint the browser's public key, uncompressed
   * @param auth the secret that it shared with us, 16 bytes
   */
  PushReceiver(ECPrivateKey secret, byte[] ownPoint, byte[] auth) {
    this.secret = secret;
    this.ownPoint = ownPoint;
    this.auth = auth;
  }

  /** Empty when the body is not a message to this browser. */
  Optional<byte[]> read(byte[] body) {
    if (body.length < HEADER_BYTES + POINT_BYTES + TAG_BITS / 8 + 1
        || body[HEADER_BYTES - 1] != POINT_BYTES) {
      return Optional.empty();
    }
    byte[] salt = Arrays.copyOf(body, SALT_BYTES);
    byte[] theirPoint = Arrays.copyOfRange(body, HEADER_BYTES, HEADER_BYTES + POINT_BYTES);
    byte[] sealed = Arrays.copyOfRange(body, HEADER_BYTES + POINT_BYTES, body.length);
    if (sealed.length > Integer.toUnsignedLong(ByteBuffer.wrap(body, SALT_BYTES, 4).getInt())) {
      return Optional.empty();
    }
    try {
      return unpadded(decrypted(salt, theirPoint, sealed));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  private byte[] decrypted(byte[] salt, byte[] theirPoint, byte[] sealed)
      throws GeneralSecurityException {
    // RFC 8291, 3.4: IKM from the shared point and the secret, then RFC 8188, 2.2 and 2.3.
    byte[] info = concat(text("WebPush: info\0"), ownPoint, theirPoint);
    byte[] ikm = hkdf(auth, agreed(theirPoint), info, 32);
    byte[] key = hkdf(salt, ikm, text("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = hkdf(salt, ikm, text("Content-Encoding: nonce\0"), 12);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher.doFinal(sealed);
  }

  private byte[] agreed(byte[] theirPoint) throws GeneralSecurityException {
    if (theirPoint[0] != 4) {
      throw new GeneralSecurityException("not an uncompressed point");
    }
    var point =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(theirPoint, 1, 33)),
            new BigInteger(1, Arrays.copyOfRange(theirPoint, 33, POINT_BYTES)));
    var key =
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, secret.getParams()));
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(secret);
    agreement.doPhase(key, true);
    return agreement.generateSecret();
  }

  private static byte[] hkdf(byte[] salt, byte[] ikm, byte[] info, int length)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(ikm).thenExpand(info, length));
  }

  private static Optional<byte[]> unpadded(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    return end >= 0 && padded[end] == LAST_RECORD
        ? Optional.of(Arrays.copyOf(padded, end))
        : Optional.empty();
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concat(byte[]... parts) {
    var all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }
}
