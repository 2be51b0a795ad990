package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFaceTest {
  @Test
  void aPortInUseIsOneClearSentence() throws InterruptedException {
    try (var house = new HouseForTests()) {
      int taken = house.face.port();
      var refused =
          assertThrows(
              HttpFace.CannotListen.class,
              () -> new HouseForTests(HttpSettings.loopback(taken)).close());
      assertTrue(
          refused.getMessage().startsWith("Port " + taken + " on 127.0.0.1 cannot be used"),
          refused.getMessage());
      assertTrue(
          refused.getMessage().endsWith("or choose another with --port."), refused.getMessage());
      assertEquals("http://localhost:" + taken, house.face.url());
    }
  }

  @Test
  void anUnknownInterfaceIsOneClearSentence() {
    var settings =
        new HttpSettings(
            "no-such-host.invalid", 0, Optional.empty(), false, HttpSettings.SLOW_LIMIT);
    var refused =
        assertThrows(HttpFace.CannotListen.class, () -> new HouseForTests(settings).close());
    assertEquals("There is no interface no-such-host.invalid to listen on.", refused.getMessage());
  }

  @Test
  void aPortIsFreeAgainAfterClosing() throws InterruptedException {
    int port;
    try (var house = new HouseForTests()) {
      port = house.face.port();
    }
    try (var again = new HouseForTests(HttpSettings.loopback(port))) {
      assertEquals(port, again.face.port());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "https://", "https://x/path", "x", "https://x?y=1"})
  void aPublicAddressMustBeBare(String url) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new HttpSettings(
                "127.0.0.1",
                0,
                Optional.of(URI.create(url.equals("https://") ? "https:///" : url)),
                false,
                HttpSettings.SLOW_LIMIT));
  }
}
