package nadhir.core.feed.mqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedFormats;
import nadhir.core.feed.FeedLogin;
import nadhir.core.feed.FeedOptions;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import nadhir.core.id.FeedId;
import nadhir.core.report.Observation;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Gauges over a real broker: what is published arrives, once, whatever happens to either side. */
@Timeout(120)
class MqttListenerIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private Mosquitto broker;
  private MqttListener listener;

  @AfterEach
  void close() throws Exception {
    if (listener != null) {
      get(listener.stop());
    }
    get(vertx.close());
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void whatIsPublishedIsAReportOfTheGaugeThatTheTopicNames() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    listen("gauge-json", "gauge: {path: \"@topic/2\"}", "gauges/+/level", LONG, FeedLogin.NONE);
    var publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0/level");
    publish(publisher, "gauges/Y1/level", reading(1), false);
    publish(publisher, "gauges/Y1/other", reading(2), false);
    publish(publisher, "gauges/Y2/level", reading(3), false);
    awaitReports("Y1 1.0", "Y2 3.0");
    assertEquals(List.of("GREEN"), sink.health);
  }

  @Test
  void whatTheBrokerHadKeptIsJudgedByItsOwnTime() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    var publisher = publisher();
    publish(publisher, "gauges/Y1", reading(1), true);
    listen("gauge-json", "gauge: {path: \"@topic/2\"}", "gauges/#", LONG, FeedLogin.NONE);
    awaitReports("Y1 1.0");
    assertEquals(Instant.parse("2026-11-20T10:00:01Z"), sink.reports.getFirst().occurredAt());
  }

  @Test
  void aMessageWithoutATimeIsAsOldAsItsReceiptUnlessTheBrokerHadKeptIt() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    var publisher = publisher();
    publish(publisher, "gauges/Y1", "1.5", true);
    listen(
        "gauge-json",
        """
        shapes: [{items: .}]
        gauge: {path: "@topic/2"}
        time: {received: true}
        quantities: [{is: stage, path: ., unit: m}]
        """,
        "gauges/#",
        LONG,
        FeedLogin.NONE);
    await().until(() -> sink.rejected.contains(Reason.NO_TIME));
    Instant before = Instant.now();
    publish(publisher, "gauges/Y1", "1.6", false);
    awaitReports("Y1 1.6");
    assertTrue(!sink.reports.getFirst().occurredAt().isBefore(before.minusMillis(1)));
  }

  @Test
  void whatNobodyTakesStaysWithTheBrokerAndComesAgain() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    listen("gauge-json", "", "gauges/#", LONG, FeedLogin.NONE);
    var publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0");
    sink.taking = false;
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    publish(publisher, "gauges/a", reading("Y1", 2), false);
    await().until(() -> sink.reports.size() >= 3);
    sink.reports.clear();
    sink.taking = true;
    awaitReports("Y1 1.0", "Y1 2.0");
    publish(publisher, "gauges/a", reading("Y1", 3), false);
    awaitReports("Y1 1.0", "Y1 2.0", "Y1 3.0");
  }

  @Test
  void whoeverTakesOverGetsWhatWasPublishedInBetween() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    var publisher = publisher();
    listen("gauge-json", "", "gauges/#", LONG, FeedLogin.NONE);
    awaitSubscription(publisher, "gauges/Y0");
    get(listener.stop());
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    assertEquals(List.of(), sink.reports);
    listen("gauge-json", "", "gauges/#", LONG, FeedLogin.NONE);
    awaitReports("Y1 1.0");
  }

  @Test
  void aBrokerThatDiesIsGreyAndIsFoundAgain() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    listen("gauge-json", "", "gauges/#", Duration.ofMillis(200), FeedLogin.NONE);
    var publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    awaitReports("Y1 1.0");
    broker.stop();
    await().until(() -> sink.health.getLast().startsWith("GREY"));
    broker.start();
    publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", reading("Y1", 2), false);
    awaitReports("Y1 1.0", "Y1 2.0");
    await().until(() -> sink.health.contains("GREEN"));
  }

  @Test
  void aBrokerThatStandsStillIsGreyWithinTwiceTheIntervalAndComesBackByItself() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    Duration expects = Duration.ofSeconds(1);
    listen("gauge-json", "", "gauges/#", expects, FeedLogin.NONE);
    var publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    awaitReports("Y1 1.0");
    int before = sink.health.size();
    broker.signal("STOP");
    long stopped = System.nanoTime();
    try {
      await().until(() -> sink.health.size() > before);
      Duration took = Duration.ofNanos(System.nanoTime() - stopped);
      assertTrue(sink.health.getLast().startsWith("GREY nothing heard since"), "" + sink.health);
      assertTrue(took.compareTo(expects.multipliedBy(4)) < 0, "grey after " + took);
    } finally {
      broker.signal("CONT");
    }
    publish(publisher, "gauges/a", reading("Y1", 2), false);
    awaitReports("Y1 1.0", "Y1 2.0");
    assertEquals("GREEN", sink.health.getLast());
  }

  @Test
  void aLargeMessageIsRejectedAndAHugeOneBreaksTheConnectionOnceOnly() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true");
    listen("gauge-json", "", "gauges/#", LONG, FeedLogin.NONE);
    var publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", "x".repeat(MqttListener.MAX_PAYLOAD_BYTES + 1), false);
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    awaitReports("Y1 1.0");
    assertEquals(List.of(Reason.TOO_LARGE), sink.rejected);
    publish(publisher, "gauges/a", "x".repeat(MqttLinks.MAX_PACKET_BYTES + 1), false);
    await().until(() -> sink.rejected.size() == 2);
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", reading("Y1", 2), false);
    awaitReports("Y1 1.0", "Y1 2.0");
    assertEquals(List.of(Reason.TOO_LARGE, Reason.TOO_LARGE), sink.rejected);
  }

  @Test
  void aFloodOfMessagesWaitsInTheNetworkAndArrivesWholeAndInOrder() throws Exception {
    broker = Mosquitto.start(folder, "allow_anonymous true", "max_inflight_messages 0");
    listen("gauge-json", "", "gauges/#", LONG, FeedLogin.NONE);
    var publisher = publisher();
    awaitSubscription(publisher, "gauges/Y0");
    int all = 3_000;
    for (int i = 0; i < all; i++) {
      publisher.publish(
          "gauges/a", Buffer.buffer(reading("Y1", i)), MqttQoS.AT_MOST_ONCE, false, false);
    }
    await().atMost(60, TimeUnit.SECONDS).until(() -> readings().size() == all);
    assertEquals(IntStream.range(0, all).mapToObj(i -> "Y1 " + i + ".0").toList(), readings());
  }

  @Test
  void aWrongPasswordIsGreyAndTheRightOneIsTaken() throws Exception {
    Path passwords = folder.resolve("passwords");
    run("mosquitto_passwd", "-b", "-c", passwords.toString(), "gauges", "right");
    broker = Mosquitto.start(folder, "allow_anonymous false", "password_file " + passwords);
    listen("gauge-json", "", "gauges/#", LONG, login("gauges", "wrong"));
    await().until(() -> !sink.health.isEmpty());
    assertTrue(sink.health.getFirst().startsWith("GREY the broker refuses"), "" + sink.health);
    get(listener.stop());
    sink.health.clear();
    listen("gauge-json", "", "gauges/#", LONG, login("gauges", "right"));
    var publisher =
        MqttClient.create(
            vertx, new MqttClientOptions().setUsername("gauges").setPassword("right"));
    get(publisher.connect(broker.port, "127.0.0.1"));
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    awaitReports("Y1 1.0");
  }

  @Test
  void anEncryptedBrokerMustBeTheOneThatItsAuthorityVouchesFor() throws Exception {
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("cert.pem");
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-keyout",
        key.toString(),
        "-out",
        certificate.toString(),
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=IP:127.0.0.1");
    broker =
        Mosquitto.start(
            folder, "allow_anonymous true", "certfile " + certificate, "keyfile " + key);
    listen("mqtts", "gauge-json", "", "gauges/#", LONG, FeedLogin.NONE);
    await().until(() -> !sink.health.isEmpty());
    assertTrue(sink.health.getFirst().startsWith("GREY"), "" + sink.health);
    get(listener.stop());
    var trusting =
        new FeedLogin(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(certificate));
    listen("mqtts", "gauge-json", "", "gauges/#", LONG, trusting);
    var publisher =
        MqttClient.create(
            vertx,
            new MqttClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setHostnameVerificationAlgorithm(""));
    get(publisher.connect(broker.port, "127.0.0.1"));
    awaitSubscription(publisher, "gauges/Y0");
    publish(publisher, "gauges/a", reading("Y1", 1), false);
    awaitReports("Y1 1.0");
  }

  // What the tests are written with

  private void listen(
      String format, String options, String filter, Duration expects, FeedLogin login) {
    listen("mqtt", format, options, filter, expects, login);
  }

  private void listen(
      String scheme,
      String format,
      String options,
      String filter,
      Duration expects,
      FeedLogin login) {
    var known = FeedFormats.byName(format).orElseThrow();
    FeedOptions read =
        options.isEmpty()
            ? known.usual()
            : YamlNode.parse(
                    new SiteFile("site.yaml", options),
                    root -> {
                      var o = known.options(Optional.of(root));
                      return root.make(() -> o);
                    })
                .get();
    var feed =
        new FeedConfig(
            new FeedId("gauges"),
            known,
            URI.create(scheme + "://127.0.0.1:" + broker.port + "/" + filter),
            Optional.empty(),
            expects,
            FeedConfig.USUAL_OLDEST,
            known.tells(),
            read);
    var settings =
        new FeedSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            "test");
    listener =
        new MqttListener(
            vertx,
            vertx.createSharedWorkerExecutor("feeds", 2),
            InstantSource.system(),
            new Random(1),
            settings,
            feed,
            login,
            sink);
    listener.start();
  }

  private MqttClient publisher() throws Exception {
    var publisher = MqttClient.create(vertx, new MqttClientOptions().setMaxInflightQueue(10_000));
    get(publisher.connect(broker.port, "127.0.0.1"));
    return publisher;
  }

  private static void publish(MqttClient publisher, String topic, String text, boolean keep)
      throws Exception {
    get(publisher.publish(topic, Buffer.buffer(text), MqttQoS.AT_LEAST_ONCE, false, keep));
  }

  /** Nonsense is published until some of it is rejected: then the listener is there. */
  private void awaitSubscription(MqttClient publisher, String topic) throws Exception {
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              publish(publisher, topic, "{", false);
              return sink.rejected.contains(Reason.MALFORMED_JSON);
            });
    await()
        .until(
            () -> {
              int before = sink.rejected.size();
              sink.rejected.removeIf(r -> r == Reason.MALFORMED_JSON);
              return sink.rejected.size() == before;
            });
  }

  private void awaitReports(String... expected) {
    await().untilAsserted(() -> assertEquals(List.of(expected), readings()));
  }

  private List<String> readings() {
    return sink.reports.stream()
        .map(r -> (Observation.Water) r.observation())
        .map(w -> w.gauge() + " " + w.stageM().orElseThrow())
        .toList();
  }

  private static String reading(int value) {
    return "{\"time\":\""
        + Instant.parse("2026-11-20T10:00:00Z").plusSeconds(value)
        + "\",\"gauge\":\"?\",\"stageM\":"
        + value
        + "}";
  }

  private static String reading(String gauge, int value) {
    return reading(value).replace("?", gauge);
  }

  private static FeedLogin login(String user, String password) {
    return new FeedLogin(
        Optional.of(user), Optional.of(password), Optional.empty(), Optional.empty());
  }

  private static void run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
