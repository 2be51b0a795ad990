package nadhir.core.feed.mqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedLogin;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.RecordingSink;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Brokers that do what a real one can hardly be made to do. */
@Timeout(30)
class UnwillingBrokerTest {
  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private final List<MqttEndpoint> connections = new CopyOnWriteArrayList<>();
  private MqttListener listener;

  @AfterEach
  void close() throws Exception {
    get(listener.stop());
    get(vertx.close());
  }

  @Test
  void aTopicThatIsNotGivenIsGrey() throws Exception {
    listen(
        endpoint -> {
          endpoint.subscribeHandler(
              asked -> endpoint.subscribeAcknowledge(asked.messageId(), List.of(MqttQoS.FAILURE)));
          endpoint.accept(false);
        });
    await().until(() -> !sink.health.isEmpty());
    assertEquals(
        List.of("GREY the broker does not give the topic gauges/#"), List.copyOf(sink.health));
  }

  @Test
  void aBrokerThatIsNotAvailableIsAskedAgainLater() throws Exception {
    listen(
        endpoint -> endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE));
    await().until(() -> connections.size() >= 3);
    assertTrue(sink.health.getFirst().startsWith("GREY the broker refuses"), "" + sink.health);
  }

  @Test
  void aBrokerThatNeverAnswersIsGivenUp() throws Exception {
    listen(_ -> {});
    await().until(() -> connections.size() >= 2);
    assertEquals(List.of("GREY no answer within PT0.3S"), List.copyOf(sink.health));
  }

  @Test
  void nothingIsTriedAnyMoreOnceItIsStopped() throws Exception {
    listen(
        endpoint -> endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE));
    await().until(() -> !connections.isEmpty());
    get(listener.stop());
    int before = connections.size();
    listener.start(); // one that was stopped does not start again
    await().during(Duration.ofMillis(400)).until(() -> connections.size() == before);
  }

  private void listen(Consumer<MqttEndpoint> answer) throws Exception {
    var server =
        MqttServer.create(vertx)
            .endpointHandler(
                endpoint -> {
                  connections.add(endpoint);
                  answer.accept(endpoint);
                });
    get(server.listen(0, "127.0.0.1"));
    var format = FeedFormats.byName("gauge-json").orElseThrow();
    listener =
        new MqttListener(
            vertx,
            vertx.createSharedWorkerExecutor("feeds", 1),
            InstantSource.system(),
            new Random(1),
            new FeedSettings(
                Duration.ofSeconds(5),
                Duration.ofMillis(300),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                "test"),
            new FeedConfig(
                new FeedId("gauges"),
                format,
                URI.create("mqtt://127.0.0.1:" + server.actualPort() + "/gauges/#"),
                Optional.empty(),
                Duration.ofMinutes(1),
                FeedConfig.USUAL_OLDEST,
                format.tells(),
                format.usual()),
            FeedLogin.NONE,
            sink);
    listener.start();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
