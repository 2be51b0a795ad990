package nadhir.core.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
  @Test
  void thePlaceIsForPeople() {
    assertEquals("redis://localhost:6379", RedisSettings.of("redis://localhost").place());
    assertEquals("rediss://r1:7000/2", RedisSettings.of("rediss://u:secret@r1:7000/2").place());
  }

  @Test
  void thePasswordIsNeverShown() {
    var settings = RedisSettings.of("redis://nadhir:secret@r1:7000");
    assertFalse(settings.toString().contains("secret"), settings.toString());
    assertTrue(settings.toString().contains("***"), settings.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:6379",
        "http://localhost",
        "redis://",
        "redis://user:se cret@host",
        "redis://host:port",
        "redis-sentinel://u:secret@a,b#m"
      })
  void whatIsNoAddressIsRefusedWithoutQuotingIt(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> RedisSettings.of(text));
    assertTrue(refused.getMessage().startsWith("The address of Redis must"), refused.getMessage());
    assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
  }
}
