package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.ops.auth.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionApiTest {
  private HouseForTests house;

  @BeforeEach
  void open() throws InterruptedException {
    house = new HouseForTests();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String credentials(String name, String password) {
    return "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
  }

  private ApiClient.Got enter(String name, String password) {
    return house.stranger().post("/api/v1/session", credentials(name, password));
  }

  @Test
  void whoSignsInIsKnownUntilSigningOut() {
    var approver = house.as(Role.APPROVER);
    var me = approver.get("/api/v1/me");
    assertEquals(
        "{\"who\":\"approver-1\",\"name\":\"approver\",\"roles\":[\"APPROVER\"]}", me.text());
    var out = approver.delete("/api/v1/session");
    assertEquals(204, out.status());
    assertTrue(out.header("Set-Cookie").contains("Max-Age=0"), out.header("Set-Cookie"));
    assertEquals("401 signed-out", approver.get("/api/v1/me").problem());
  }

  @Test
  void theNameMayBeTypedInCapitals() {
    assertEquals(200, enter("  Operator ", HouseForTests.PASSWORD).status());
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    String cookie = enter("operator", HouseForTests.PASSWORD).header("Set-Cookie");
    for (String part : List.of("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")) {
      assertTrue(cookie.contains(part), cookie);
    }
    assertFalse(cookie.contains("Secure"), cookie);
  }

  @Test
  void whereTheConsoleIsReachedByHttpsTheCookieIsSecure() throws InterruptedException {
    var settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            Optional.of(URI.create("https://eoc.example.org")),
            false,
            HttpSettings.SLOW_LIMIT);
    try (var secure = new HouseForTests(settings)) {
      var got =
          secure
              .stranger()
              .post("/api/v1/session", credentials("operator", HouseForTests.PASSWORD));
      String cookie = got.header("Set-Cookie");
      assertTrue(cookie.startsWith("__Host-nadhir_session="), cookie);
      assertTrue(cookie.contains("Secure"), cookie);
      assertEquals("max-age=31536000", got.header("Strict-Transport-Security"));
    }
  }

  @Test
  void aWrongNameAndAWrongPasswordAreAnsweredAlike() {
    var wrongPassword = enter("operator", "not the password");
    var wrongName = enter("nobody", "not the password");
    assertEquals("401 wrong-name-or-password", wrongPassword.problem());
    assertEquals("401 wrong-name-or-password", wrongName.problem());
    assertEquals(wrongPassword.json().get("detail"), wrongName.json().get("detail"));
  }

  @Test
  void whoGuessesWaitsLongerAndLongerAlsoForTheRightPassword() {
    for (int i = 0; i < 5; i++) {
      assertEquals("401 wrong-name-or-password", enter("operator", "guess " + i).problem());
    }
    var slowed = enter("operator", HouseForTests.PASSWORD);
    assertEquals("429 too-soon", slowed.problem());
    assertEquals("1", slowed.header("Retry-After"));
    assertEquals(200, enter("approver", HouseForTests.PASSWORD).status());
    house.later(Duration.ofSeconds(2));
    assertEquals("401 wrong-name-or-password", enter("operator", "guess 6").problem());
    house.later(Duration.ofMillis(1_500));
    assertEquals("429 too-soon", enter("operator", HouseForTests.PASSWORD).problem());
    house.later(Duration.ofSeconds(2));
    assertEquals(200, enter("operator", HouseForTests.PASSWORD).status());
    assertEquals("401 wrong-name-or-password", enter("operator", "guess 7").problem());
  }

  @Test
  void aSessionEndsWhenItIsLeftAloneAndAtTheEndOfTheShift() {
    var idle = house.as(Role.VIEWER);
    house.later(Duration.ofMinutes(121));
    assertEquals("401 signed-out", idle.get("/api/v1/me").problem());
    var busy = house.as(Role.VIEWER);
    for (int hour = 1; hour < 12; hour++) {
      house.later(Duration.ofHours(1));
      assertEquals(200, busy.get("/api/v1/me").status(), "hour " + hour);
    }
    house.later(Duration.ofHours(1));
    assertEquals("401 signed-out", busy.get("/api/v1/me").problem());
  }

  @Test
  void anAccountThatIsChangedOrRemovedIsSoAtOnce() {
    var operator = house.as(Role.OPERATOR);
    var before = house.accounts.find("operator").orElseThrow();
    house.accounts.replace(
        new Account(
            "operator", new PersonRef("operator-1"), List.of(Role.VIEWER), before.passwordHash()));
    assertEquals("403 role-missing", operator.give(ApiClient.openFire("x")).problem());
    house.accounts.remove("operator");
    assertEquals("401 signed-out", operator.give(ApiClient.openFire("x")).problem());
  }

  @Test
  void aBodyThatIsNoneOfCredentialsIsTold() {
    var stranger = house.stranger();
    assertEquals(
        List.of("# required property 'password' not found"),
        stranger.post("/api/v1/session", "{\"name\":\"x\"}").faults());
    assertEquals(
        "400 contract",
        stranger.post("/api/v1/session", credentials("x", "y".repeat(1_001))).problem());
  }

  @Test
  void aMadeUpTokenIsNobody() {
    for (String token : List.of("", "x", "A".repeat(43), "../../x", "A".repeat(10_000))) {
      var got = house.stranger().get("/api/v1/me", "Cookie", "nadhir_session=" + token);
      assertEquals("401 signed-out", got.problem(), token);
    }
  }
}
