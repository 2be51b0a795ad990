package nadhir.ops.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void theRightPasswordMatchesAndNoOther() throws InterruptedException {
    String hash = passwords.hash("correct horse");
    assertEquals(Optional.of(true), passwords.matches("correct horse", Optional.of(hash)));
    assertEquals(Optional.of(false), passwords.matches("Correct horse", Optional.of(hash)));
    assertEquals(Optional.of(false), passwords.matches("", Optional.of(hash)));
    assertEquals(Optional.of(false), passwords.matches("correct horse", Optional.empty()));
  }

  @Test
  void theHashIsAPhcStringWithTheCostThatOwaspAsksFor() {
    String hash = passwords.hash("x");
    assertTrue(
        hash.matches(
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
        hash);
    assertNotEquals(hash, passwords.hash("x"));
  }

  /** From the tests of the reference implementation (P-H-C/phc-winner-argon2, src/test.c). */
  @Test
  void aHashThatOthersMadeIsUnderstood() throws InterruptedException {
    var others =
        Optional.of(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    assertEquals(Optional.of(true), passwords.matches("password", others));
    assertEquals(Optional.of(false), passwords.matches("passwort", others));
  }

  @Test
  void theSamePasswordComposedOtherwiseMatches() throws InterruptedException {
    String composed = passwords.hash("caf\u00e9 caf\u00e9 caf\u00e9");
    assertEquals(
        Optional.of(true),
        passwords.matches("cafe\u0301 cafe\u0301 cafe\u0301", Optional.of(composed)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text",
        "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=0,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1$***$AAAA"
      })
  void aBrokenHashMatchesNothing(String stored) throws InterruptedException {
    assertEquals(Optional.empty(), PasswordHash.parse(stored));
    assertEquals(Optional.of(false), passwords.matches("x", Optional.of(stored)));
  }

  @Test
  void tooManyAtOnceAreSentAwayInsteadOfFillingTheMemory() throws Exception {
    String hash = passwords.hash("x");
    int many = Passwords.MAX_WAITING + Passwords.AT_ONCE + 30;
    int busy = 0;
    int matched = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<Boolean>>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        all.add(() -> passwords.matches("x", Optional.of(hash)));
      }
      for (Future<Optional<Boolean>> one : threads.invokeAll(all)) {
        if (one.get().isEmpty()) {
          busy++;
        } else {
          matched++;
        }
      }
    }
    assertTrue(busy > 0, "nobody was sent away");
    assertTrue(matched >= Passwords.AT_ONCE, "nobody got through");
    assertEquals(Optional.of(true), passwords.matches("x", Optional.of(hash)));
  }

  @Test
  void neitherHashNorPasswordIsPrinted() {
    String hash = passwords.hash("secret-word");
    var account =
        new Account(
            "amal",
            new nadhir.core.id.PersonRef("op-1"),
            List.of(nadhir.core.lane.Role.OPERATOR),
            hash);
    assertFalse(account.toString().contains("argon2"), account.toString());
    assertFalse(PasswordHash.parse(hash).orElseThrow().toString().contains("=="));
  }
}
