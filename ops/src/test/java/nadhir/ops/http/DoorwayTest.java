package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.lane.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorwayTest {
  private static HouseForTests house;
  private static ApiClient operator;

  @BeforeAll
  static void open() throws InterruptedException {
    house = new HouseForTests();
    operator = house.as(Role.OPERATOR);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** Sends exactly these headers; gives the status line and all that follows. */
  private static List<String> raw(String... lines) throws IOException {
    try (var socket = new Socket("127.0.0.1", house.face.port())) {
      socket.setSoTimeout(10_000);
      String text = String.join("\r\n", lines) + "\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      List<String> answer = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        answer.add(line);
      }
      return answer;
    }
  }

  private static String command(String... headers) throws IOException {
    String body = ApiClient.openFire("from a page");
    List<String> lines = new ArrayList<>();
    lines.add("POST /api/v1/lanes/live/commands HTTP/1.1");
    lines.add("Cookie: " + operator.cookie());
    lines.add("Idempotency-Key: page-" + house.journal.head().seq());
    lines.add("Content-Type: application/json");
    lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
    lines.add("Connection: close");
    for (String header : headers) {
      lines.add(header.replace("PORT", String.valueOf(house.face.port())));
    }
    lines.add("");
    lines.add(body);
    return raw(lines.toArray(String[]::new)).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Sec-Fetch-Site: same-origin | Origin: http://localhost:PORT   | 200",
        "Sec-Fetch-Site: same-origin | -                               | 200",
        "-                           | Origin: http://localhost:PORT   | 200",
        "X-Nadhir-Request: 1         | -                               | 200",
        "-                           | -                               | 403",
        "Sec-Fetch-Site: cross-site  | Origin: https://evil.example    | 403",
        "Sec-Fetch-Site: same-site   | Origin: http://localhost:1      | 403",
        "Sec-Fetch-Site: none        | -                               | 403",
        "-                           | Origin: https://evil.example    | 403",
        "-                           | Origin: https://localhost:PORT  | 403",
        "-                           | Origin: http://localhost:1      | 403",
        "-                           | Origin: null                    | 403",
        "-                           | Origin: http://localhost.evil.example:PORT | 403",
        "X-Nadhir-Request: 1         | Origin: https://evil.example    | 403",
        "Sec-Fetch-Site: same-origin | Origin: https://evil.example    | 403",
      })
  void onlyTheConsolesOwnPageOrAProgramChangesAnything(String one, String two, int status)
      throws IOException {
    long head = house.journal.head().seq();
    List<String> headers = new ArrayList<>(List.of("Host: localhost:PORT"));
    if (one != null) {
      headers.add(one);
    }
    if (two != null) {
      headers.add(two);
    }
    String answer = command(headers.toArray(String[]::new));
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    assertEquals(status == 200, house.journal.head().seq() > head);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:PORT, 200",
    "127.0.0.1:PORT, 200",
    "127.0.0.1, 200",
    "[::1]:PORT, 200",
    "LOCALHOST:PORT, 200",
    "evil.example:PORT, 403",
    "localhost.evil.example, 403",
    "127.0.0.1.evil.example, 403",
  })
  void aForeignNameThatPointsHereGetsNothing(String host, int status) throws IOException {
    var answer =
        raw(
            "GET /health/live HTTP/1.1",
            "Host: " + host.replace("PORT", String.valueOf(house.face.port())),
            "Connection: close",
            "");
    assertTrue(answer.getFirst().startsWith("HTTP/1.1 " + status), answer::toString);
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() {
    for (String path : List.of("/api/v1/me", "/health/live", "/", "/no-such.file")) {
      var got = house.stranger().get(path);
      assertTrue(got.header("Content-Security-Policy").startsWith("default-src 'self';"), path);
      assertFalse(got.header("Content-Security-Policy").contains("unsafe"), path);
      assertEquals("nosniff", got.header("X-Content-Type-Options"), path);
      assertEquals("DENY", got.header("X-Frame-Options"), path);
      assertEquals("no-referrer", got.header("Referrer-Policy"), path);
      assertFalse(got.header("X-Request-Id").isEmpty(), path);
    }
    assertEquals("no-store", house.stranger().get("/api/v1/me").header("Cache-Control"));
  }

  @Test
  void aRequestIdIsKeptWhenItIsPlainAndMadeOtherwise() {
    var kept = house.stranger().get("/api/v1/me", "X-Request-Id", "abc-1.2_3");
    assertEquals("abc-1.2_3", kept.header("X-Request-Id"));
    assertEquals("abc-1.2_3", kept.json().get("requestId").asText());
    var made = house.stranger().get("/api/v1/me", "X-Request-Id", "<script>");
    assertTrue(made.header("X-Request-Id").matches("[0-9a-f]{16}"), made::text);
  }

  @Test
  void aBodyOfAMegabyteIsTooLarge() {
    long head = house.journal.head().seq();
    var got = operator.give(ApiClient.openFire("x".repeat(1_000_000)));
    assertEquals("413 too-large", got.problem());
    assertEquals(head, house.journal.head().seq());
  }

  @Test
  void aBodyWithoutALengthIsCutOffAtTheLimit() {
    byte[] body = HouseForTests.utf8(ApiClient.openFire("x".repeat(1_000_000)));
    var chunked =
        HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body));
    var request =
        operator.request(
            "/api/v1/lanes/live/commands",
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            "chunked",
            Origins.OWN_HEADER,
            "1");
    assertEquals("413 too-large", operator.send(request.POST(chunked), "").problem());
  }

  @Test
  void aBodyOfAnotherTypeIsTold() {
    var request =
        operator
            .request(
                "/api/v1/lanes/live/commands",
                "Content-Type",
                "text/plain",
                "Idempotency-Key",
                "plain",
                Origins.OWN_HEADER,
                "1")
            .POST(HttpRequest.BodyPublishers.ofString(ApiClient.openFire("x")));
    assertEquals("415 content-type", operator.send(request, "").problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/etc/passwd.txt",
        "/assets/..%5c..%5copenapi.yaml",
        "/openapi.yaml",
        "/nadhir/ops/Main.class",
        "/logback.xml",
        "/api/v1/lanes/live/../../../../openapi.yaml",
        "/api/v1/nothing",
        "/api/v2/me",
      })
  void noPathLeadsAnywhereElse(String path) throws IOException {
    var answer = raw("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close", "");
    String body = String.join("\n", answer);
    assertFalse(body.contains("root:"), body);
    assertFalse(body.contains("openapi: 3"), body);
    assertTrue(answer.getFirst().startsWith("HTTP/1.1 4"), body);
  }

  @Test
  void anotherMethodIsTold() {
    var request = operator.request("/api/v1/lanes", Origins.OWN_HEADER, "1");
    assertEquals("405 method", operator.send(request.DELETE(), "").problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me",
        "/api/v1/lanes",
        "/api/v1/lanes/live/picture",
        "/api/v1/lanes/live/events",
        "/api/v1/lanes/live/site",
        "/api/v1/lanes/live/zones",
        "/api/v1/lanes/live/hazards/haz-1/explanation",
        "/api/v1/lanes/live/journal",
        "/api/v1/lanes/live/alerts/alert-1/1/cap.xml",
        "/api/v1/sandbox/messages"
      })
  void nothingIsReadWithoutASession(String path) {
    assertEquals("401 signed-out", house.stranger().get(path).problem());
  }

  @Test
  void everyAddressOfTheContractIsServed() {
    var paths = new ContractWitness().contract.document().get("paths");
    paths
        .properties()
        .forEach(
            entry -> {
              String path =
                  entry
                      .getKey()
                      .replace("{lane}", "live")
                      .replace("{hazard}", "haz-1")
                      .replace("{alert}", "alert-1")
                      .replace("{revision}", "1");
              entry
                  .getValue()
                  .fieldNames()
                  .forEachRemaining(
                      method -> {
                        var request = house.stranger().request(path, Origins.OWN_HEADER, "1");
                        var got =
                            house
                                .stranger()
                                .send(
                                    request.method(
                                        method.toUpperCase(java.util.Locale.ROOT),
                                        HttpRequest.BodyPublishers.noBody()),
                                    "");
                        assertFalse(
                            List.of(404, 405, 500).contains(got.status()), method + " " + path);
                      });
            });
  }

  @Test
  void noStackTraceReachesAPerson() {
    house.caps.put("alert-9.1", null);
    var got = operator.get("/api/v1/lanes/live/alerts/alert-9/1/cap.xml");
    assertEquals("404 no-cap", got.problem());
    var broken = house.stranger().post("/api/v1/session", "{\"name\":");
    assertFalse(broken.text().contains("Exception"), broken.text());
    assertFalse(broken.text().contains("nadhir."), broken.text());
  }
}
