package nadhir.alerting.register;

import javax.crypto.SecretKey;

/**
 * The two secrets of a register: one to read it, one to look numbers up. Whoever has the stored
 * register without them has nothing.
 *
 * @param seal AES, 16 or 32 bytes
 * @param lookUp HMAC-SHA256, 32 bytes or more
 */
public record RegistryKeys(SecretKey seal, SecretKey lookUp) {
  public RegistryKeys {
    int bytes = seal.getEncoded() == null ? 0 : seal.getEncoded().length;
    if (bytes != 16 && bytes != 32) {
      throw new IllegalArgumentException("the sealing key has 16 or 32 bytes");
    }
    if (lookUp.getEncoded() == null || lookUp.getEncoded().length < 32) {
      throw new IllegalArgumentException("the look-up key has 32 bytes or more");
    }
  }

  @Override
  public String toString() {
    return "RegistryKeys[***]";
  }
}
