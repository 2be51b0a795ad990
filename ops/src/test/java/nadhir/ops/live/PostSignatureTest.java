package nadhir.ops.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostSignatureTest {
  private static final byte[] BODY = "{\"reports\":[]}".getBytes(StandardCharsets.UTF_8);

  /** As {@code openssl dgst -sha256 -hmac} gives it for the five lines of the contract. */
  @Test
  void itIsWhatAnyOtherToolMakesOfTheSameLines() {
    assertEquals(
        "v1=aa8b446b01b9e2418064904ecc2e4c03838dd10df87696f6b5b1d4e0a6bf3fb5",
        PostSignature.of(
            "0123456789abcdef0123456789abcdef", "port-control", "1795168800", "nonce-0001", BODY));
  }

  @Test
  void withoutASecretNothingFits() {
    String nobodys =
        PostSignature.of("nobody has this secret and nobody signs with it", "f", "1", "n", BODY);
    assertFalse(PostSignature.fits(List.of(), "f", "1", "n", BODY, nobodys));
    String own = PostSignature.of("a", "f", "1", "n", BODY);
    assertTrue(PostSignature.fits(List.of("b", "a"), "f", "1", "n", BODY, own));
    assertFalse(PostSignature.fits(List.of("b"), "f", "1", "n", BODY, own));
    assertFalse(PostSignature.fits(List.of("a"), "f", "1", "n", BODY, own.substring(1)));
  }
}
