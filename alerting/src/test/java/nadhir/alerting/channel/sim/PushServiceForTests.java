package nadhir.alerting.channel.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nadhir.alerting.register.PushAddress;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.Samples;

/**
 * A push service and the browsers behind it, as the npm package {@code web-push-testing} plays
 * them. It makes a subscription, decrypts what arrives, and refuses with 400 what it cannot
 * decrypt, what has no TTL, and what is not signed by the key that the browser subscribed with, or
 * no longer valid; an expired subscription answers 410. It looks at neither the token's audience
 * nor the headers Topic and Urgency.
 */
public final class PushServiceForTests implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final NodeServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * A browser's consent.
   *
   * @param id the service's name for it
   * @param address as a browser gives it, but at a host that can never exist; the service stands in
   *     for that host
   */
  public record Subscription(String id, PushAddress address) {
    /** Where the one gets its messages, with the keys of the other. */
    public PushAddress withKeysOf(Subscription other) {
      return new PushAddress(address.endpoint(), other.address.p256dh(), other.address.auth());
    }
  }

  private PushServiceForTests(NodeServer server) {
    this.server = server;
  }

  public static PushServiceForTests start() {
    var loopback = Samples.sample("outbound/loopback_preload.js").toString();
    var program = NodeModules.file("node_modules/web-push-testing/src/bin/server.js").toString();
    return new PushServiceForTests(
        NodeServer.start(
            "web-push-testing",
            port -> List.of("--require", loopback, program, Integer.toString(port)),
            address ->
                HttpRequest.newBuilder(address.resolve("/status")).POST(BodyPublishers.noBody())));
  }

  public URI address() {
    return server.address();
  }

  /**
   * @param applicationServerKey the only key whose messages the browser wants
   */
  public Subscription subscribe(String applicationServerKey) {
    var data =
        ask(
                "/subscribe",
                Map.of("userVisibleOnly", "true", "applicationServerKey", applicationServerKey))
            .path("data");
    String id = data.path("clientHash").asText();
    var keys = data.path("keys");
    return new Subscription(
        id,
        new PushAddress(
            URI.create("https://push.invalid/notify/" + id),
            keys.path("p256dh").asText(),
            keys.path("auth").asText()));
  }

  /** What the browser has decrypted, oldest first. */
  public List<String> received(Subscription subscription) {
    List<String> texts = new ArrayList<>();
    ask("/get-notifications", Map.of("clientHash", subscription.id()))
        .path("data")
        .path("messages")
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The browser wants no more: from now on the service answers 410. */
  public void expire(Subscription subscription) {
    post("/expire-subscription/" + subscription.id(), "{}");
  }

  private JsonNode ask(String path, Map<String, String> question) {
    try {
      return DomainJson.mapper().readTree(post(path, DomainJson.write(question)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String post(String path, String json) {
    var request =
        HttpRequest.newBuilder(address().resolve(path))
            .timeout(ANSWER_LIMIT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
