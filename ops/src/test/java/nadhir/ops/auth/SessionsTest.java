package nadhir.ops.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T12:00:00Z"));
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final Account amal =
      new Account("amal", new PersonRef("op-1"), List.of(Role.OPERATOR), "hash");
  private final Stoppable store = new Stoppable();
  private final Sessions sessions = new Sessions(store, accounts, now::get, Sessions.Limits.USUAL);

  /** A store that can be away. */
  private final class Stoppable implements SessionStore {
    private final SessionStore kept = new InMemorySessionStore(now::get);
    private boolean away;
    private int asked;

    private SessionStore here() {
      if (away) {
        asked++;
        throw new StoreAway(null);
      }
      return kept;
    }

    @Override
    public void put(String key, String value, Duration life) {
      here().put(key, value, life);
    }

    @Override
    public Optional<String> get(String key) {
      return here().get(key);
    }

    @Override
    public void extend(String key, Duration life) {
      here().extend(key, life);
    }

    @Override
    public void delete(String key) {
      here().delete(key);
    }
  }

  @Test
  void tokensAreLongAndNeverTheSame() {
    accounts.add(amal);
    String one = sessions.open(amal);
    String two = sessions.open(amal);
    assertEquals(43, one.length());
    assertTrue(!one.equals(two));
    assertEquals(Optional.of(SignedIn.as(amal)), sessions.find(one));
  }

  @Test
  void whileTheStoreIsAwayWhoWasKnownLatelyIsKnownStillAndNobodyElse() {
    accounts.add(amal);
    String known = sessions.open(amal);
    sessions.find(known);
    String never = sessions.open(amal);
    store.away = true;
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(9)));
    assertEquals(Optional.of(SignedIn.as(amal)), sessions.find(known));
    assertThrows(StoreAway.class, () -> sessions.find(never));
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(1)));
    assertThrows(StoreAway.class, () -> sessions.find(known));
  }

  @Test
  void aStoreThatDoesNotAnswerIsNotAskedForEachReader() {
    accounts.add(amal);
    String known = sessions.open(amal);
    sessions.find(known);
    store.away = true;
    for (int i = 0; i < 10; i++) {
      assertEquals(Optional.of(SignedIn.as(amal)), sessions.find(known));
    }
    assertEquals(1, store.asked);
    now.updateAndGet(t -> t.plus(Sessions.ASK_AGAIN_AFTER));
    store.away = false;
    accounts.remove("amal");
    assertEquals(Optional.empty(), sessions.find(known));
  }

  @Test
  void whoHasSignedOutIsNotKnownWhileTheStoreIsAway() {
    accounts.add(amal);
    String token = sessions.open(amal);
    sessions.find(token);
    sessions.end(token);
    store.away = true;
    assertThrows(StoreAway.class, () -> sessions.find(token));
  }
}
