package nadhir.alerting.register;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;

/**
 * The public key to a chosen private number on the curve P-256 (FIPS 186-4, D.1.2.3), which the JDK
 * offers no way to compute. Plain double-and-add, not hardened against timing: for made-up keys
 * only.
 */
final class P256 {
  private static final ECParameterSpec CURVE = curve();
  private static final BigInteger P =
      ((java.security.spec.ECFieldFp) CURVE.getCurve().getField()).getP();
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private P256() {}

  private static ECParameterSpec curve() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK knows P-256", e);
    }
  }

  /** Any 32 bytes or more as a private number from 1 to the curve's order − 1. */
  static BigInteger scalar(byte[] bytes) {
    return new BigInteger(1, bytes)
        .mod(CURVE.getOrder().subtract(BigInteger.ONE))
        .add(BigInteger.ONE);
  }

  static ECPrivateKey privateKey(BigInteger scalar) {
    try {
      return (ECPrivateKey)
          KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(scalar, CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes P-256 keys", e);
    }
  }

  /** {@code scalar} times the generator, uncompressed: 4, x, y (SEC 1, 2.3.3), 65 bytes. */
  static byte[] publicPoint(BigInteger scalar) {
    ECPoint sum = ECPoint.POINT_INFINITY;
    for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum);
      if (scalar.testBit(bit)) {
        sum = add(sum, CURVE.getGenerator());
      }
    }
    byte[] point = new byte[65];
    point[0] = 4;
    write(sum.getAffineX(), point, 1);
    write(sum.getAffineY(), point, 33);
    return point;
  }

  private static ECPoint add(ECPoint a, ECPoint b) {
    if (a.equals(ECPoint.POINT_INFINITY)) {
      return b;
    }
    if (b.equals(ECPoint.POINT_INFINITY)) {
      return a;
    }
    BigInteger ax = a.getAffineX();
    BigInteger ay = a.getAffineY();
    BigInteger slope;
    if (a.equals(b)) {
      BigInteger rise = THREE.multiply(ax.pow(2)).add(CURVE.getCurve().getA());
      slope = rise.multiply(ay.shiftLeft(1).modInverse(P)).mod(P);
    } else if (ax.equals(b.getAffineX())) {
      return ECPoint.POINT_INFINITY;
    } else {
      BigInteger rise = b.getAffineY().subtract(ay);
      slope = rise.multiply(b.getAffineX().subtract(ax).modInverse(P)).mod(P);
    }
    BigInteger x = slope.pow(2).subtract(ax).subtract(b.getAffineX()).mod(P);
    BigInteger y = slope.multiply(ax.subtract(x)).subtract(ay).mod(P);
    return new ECPoint(x, y);
  }

  private static void write(BigInteger number, byte[] into, int from) {
    byte[] bytes = number.toByteArray();
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, into, from + 32 - length, length);
  }
}
