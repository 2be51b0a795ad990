package nadhir.alerting.register;

import java.net.URI;
import java.util.Base64;

/**
 * A browser's push subscription (W3C Push API), as it gave it.
 *
 * @param p256dh the browser's public key: an uncompressed P-256 point, 65 bytes in base64url
 * @param auth the shared secret: 16 bytes in base64url (RFC 8291, 3.2)
 */
public record PushAddress(URI endpoint, String p256dh, String auth) {
  public PushAddress {
    if (endpoint.getHost() == null || endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException("a push endpoint is an address with a host");
    }
    if (decoded(p256dh).length != 65 || decoded(auth).length != 16) {
      throw new IllegalArgumentException("a push subscription has 65 bytes of key, 16 of secret");
    }
  }

  private static byte[] decoded(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  /** At a host that can never exist (RFC 2606): made up for drills. */
  public boolean isSynthetic() {
    return endpoint.getHost().endsWith(".invalid");
  }

  /** Never the address: whoever knows it can send there. */
  @Override
  public String toString() {
    return "PushAddress[***]";
  }
}
