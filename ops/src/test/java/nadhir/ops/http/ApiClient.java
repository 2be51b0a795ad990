package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nadhir.core.json.DomainJson;

/**
 * Asks the house as a program would. Every answer is checked against the contract: its status must
 * be listed for the operation, its body must fit the schema. A body that is sent must fit, too,
 * unless the answer is 4xx.
 */
final class ApiClient {
  private static final ContractWitness WITNESS = new ContractWitness();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicInteger KEYS = new AtomicInteger();

  private final URI base;
  private String cookie = "";

  /**
   * @param base where the house is reached, without a path
   */
  ApiClient(URI base) {
    this.base = base;
  }

  /** What came back. */
  record Got(HttpResponse<byte[]> response, JsonNode json) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text() {
      return new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Status and reason of a problem: {@code 403 role-missing}. */
    String problem() {
      return status() + " " + json.path("reason").asText();
    }

    /** The faults of a problem, each as {@code POINTER detail}. */
    List<String> faults() {
      List<String> all = new ArrayList<>();
      for (JsonNode e : json.path("errors")) {
        String where =
            e.path("pointer").asText(e.path("parameter").asText(e.path("header").asText()));
        all.add(where + " " + e.path("detail").asText());
      }
      return all;
    }
  }

  ApiClient signIn(String name) {
    var body =
        DomainJson.mapper()
            .createObjectNode()
            .put("name", name)
            .put("password", HouseForTests.PASSWORD);
    Got got = post("/api/v1/session", body.toString());
    assertEquals(200, got.status(), got::text);
    cookie = got.header("Set-Cookie").split(";", 2)[0];
    return this;
  }

  String cookie() {
    return cookie;
  }

  Got get(String path, String... headers) {
    return send(request(path, headers).GET(), "");
  }

  Got delete(String path) {
    return send(request(path, Origins.OWN_HEADER, "test").DELETE(), "");
  }

  Got post(String path, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", "application/json", Origins.OWN_HEADER, "test"));
    return send(
        request(path, all.toArray(String[]::new)).POST(HttpRequest.BodyPublishers.ofString(body)),
        body);
  }

  /** Gives a command to the live lane under a fresh key. */
  Got give(String body) {
    return give(body, "key-" + KEYS.incrementAndGet());
  }

  Got give(String body, String key) {
    return post("/api/v1/lanes/live/commands", body, "Idempotency-Key", key);
  }

  HttpRequest.Builder request(String path, String... headers) {
    var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  /** Sends anything, and holds the answer against the contract. */
  Got send(HttpRequest.Builder builder, String sentBody) {
    try {
      var response = HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      JsonNode json = json(response);
      WITNESS.check(response, json, sentBody);
      return new Got(response, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") && response.body().length > 0
        ? DomainJson.mapper().readTree(response.body())
        : DomainJson.mapper().missingNode();
  }

  /** A command that opens a fire; {@code title} tells one from another. */
  static String openFire(String title) {
    ObjectNode body = DomainJson.mapper().createObjectNode();
    body.put("type", "HazardCommand.OpenHazard").put("hazardType", "fire");
    body.putObject("place").put("latDeg", 29.53).put("lonDeg", 35.0);
    body.put("source", "telephone").put("certainty", "OBSERVED").put("severity", "SEVERE");
    body.put("onset", "2026-11-20T12:40:00Z").putNull("until").put("title", title);
    return body.toString();
  }
}
