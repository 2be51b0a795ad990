package nadhir.alerting.channel.webpush;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/** A key pair on P-256 for one test run. */
record TestKeys(ECPrivateKey secret, ECPublicKey open) {
  static TestKeys make() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new TestKeys((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes P-256 keys", e);
    }
  }

  VapidIdentity identity(String subject) {
    return new VapidIdentity(secret, point(), subject);
  }

  /** Uncompressed: 4, x, y (SEC 1, 2.3.3), 65 bytes. */
  private byte[] point() {
    byte[] point = new byte[65];
    point[0] = 4;
    write(open.getW().getAffineX(), point, 33);
    write(open.getW().getAffineY(), point, 65);
    return point;
  }

  private static void write(BigInteger number, byte[] into, int end) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, into, end - length, length);
  }
}
