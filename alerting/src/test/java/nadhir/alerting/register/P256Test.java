package nadhir.alerting.register;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.RepeatedTest;

class P256Test {
  @RepeatedTest(20)
  void givesThePublicKeyThatTheJdkMadeForThePrivateOne() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    var secret = ((ECPrivateKey) pair.getPrivate()).getS();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    byte[] ours = P256.publicPoint(secret);
    assertArrayEquals(unsigned32(point.getAffineX()), java.util.Arrays.copyOfRange(ours, 1, 33));
    assertArrayEquals(unsigned32(point.getAffineY()), java.util.Arrays.copyOfRange(ours, 33, 65));
  }

  private static byte[] unsigned32(BigInteger number) {
    var hex = "%064x".formatted(number);
    return java.util.HexFormat.of().parseHex(hex);
  }
}
