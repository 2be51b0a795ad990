package nadhir.core.feed.udp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import nadhir.core.feed.TestFeeds;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AisUdpListenerTest {
  private static final String LINE = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";
  private static final String FIRST =
      "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C";
  private static final String LAST = "!AIVDM,2,2,1,A,88888888880,2*25";

  private static final int AT_ONCE = 16;

  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private DatagramSocket sender;
  private int port;
  private AisUdpListener listener;

  @BeforeEach
  void findAPort() throws IOException {
    sender = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    try (var probe = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      port = probe.getLocalPort();
    }
  }

  @AfterEach
  void close() throws Exception {
    sender.close();
    get(listener.stop());
    get(vertx.close());
  }

  /** Few at once: what the operating system has no room for is lost before we see it. */
  @Test
  void aRecordedStreamArrivesWholeInDatagramsOfSeveralSentences() throws Exception {
    byte[] raw = Files.readAllBytes(Samples.sample("marine/dma_stream_example.txt"));
    var decoder = FeedConfig.plain("ais", "ais").decoder();
    start(Duration.ofSeconds(10));
    int sent = 0;
    int expected = 0;
    for (int from = 0; from < raw.length; ) {
      int to = lineEnd(raw, Math.min(raw.length, from + 1400));
      byte[] datagram = Arrays.copyOfRange(raw, from, to);
      expected += decoder.decode(datagram, Instant.EPOCH).size();
      send(datagram);
      from = to;
      if (++sent % AT_ONCE == 0 || from == raw.length) {
        int due = expected;
        await().until(() -> sink.messages.size() + sink.rejected.size() == due);
      }
    }
    assertEquals(3767, sink.messages.size());
    assertEquals(284, sink.rejected.size());
    assertEquals(List.of("GREEN"), sink.health);
    assertEquals(List.of(), sink.dropped);
  }

  @Test
  void aLineEndsWithItsDatagramAndAMessageMayTakeTwo() throws Exception {
    start(Duration.ofSeconds(10));
    send(LINE + "\r\n" + FIRST);
    send(LAST);
    await().until(() -> sink.messages.size() == 2);
    assertEquals(List.of(), sink.rejected);
  }

  @Test
  void aDatagramThatIsTooLargeIsDroppedAndTheNextIsRead() throws Exception {
    start(Duration.ofSeconds(10));
    send((LINE + "\n").repeat(1000));
    send(LINE);
    await().until(() -> sink.messages.size() == 1);
    assertEquals(List.of("TOO_LARGE 1"), sink.dropped);
    assertEquals(1, listener.raw().rejects().byReason().get(Reason.TOO_LARGE));
  }

  @Test
  void whatComesFasterThanItIsTakenIsDroppedAndCounted() throws Exception {
    var goOn = new CountDownLatch(1);
    var busy = new CountDownLatch(1);
    start(Duration.ofSeconds(10));
    var held =
        vertx
            .createSharedWorkerExecutor("feeds", 1)
            .executeBlocking(
                () -> {
                  busy.countDown();
                  return goOn.await(20, TimeUnit.SECONDS);
                });
    busy.await();
    hear(LINE); // with the worker, which is busy
    String noise = "x".repeat(AisUdpListener.MAX_DATAGRAM);
    int fit = AisUdpListener.MAX_WAITING / (AisUdpListener.MAX_DATAGRAM + 1);
    for (int i = 0; i < fit + 7; i++) {
      hear(noise);
    }
    goOn.countDown();
    assertTrue(get(held));
    await().until(() -> !sink.dropped.isEmpty());
    assertEquals(List.of("OVERRUN 7"), sink.dropped);
    assertEquals(7, listener.raw().rejects().byReason().get(Reason.OVERRUN));
    send(LINE);
    await().until(() -> sink.messages.size() == 2);
    assertEquals(fit, sink.rejected.size()); // each is longer than a line may be
  }

  @Test
  void aPortThatIsTakenTurnsTheFeedGreyUntilItIsFree() throws Exception {
    try (var other = new DatagramSocket(new InetSocketAddress("127.0.0.1", port))) {
      listener = listener(Duration.ofSeconds(10));
      listener.start();
      await().until(() -> !sink.health.isEmpty());
      assertTrue(sink.health.getFirst().startsWith("GREY cannot listen at "), "" + sink.health);
      assertTrue(other.isBound());
    }
    await().until(listener::isListening);
    send(LINE);
    await().until(() -> sink.health.size() == 2);
    assertEquals("GREEN", sink.health.getLast());
  }

  @Test
  void aSourceThatFallsSilentIsGrey() throws Exception {
    start(Duration.ofMillis(500));
    send(LINE);
    await().until(() -> sink.health.size() >= 2);
    assertEquals("GREEN", sink.health.getFirst());
    assertTrue(sink.health.get(1).startsWith("GREY nothing heard"), sink.health.toString());
  }

  @Test
  void onceStoppedItHearsNothingAndThePortIsFree() throws Exception {
    start(Duration.ofSeconds(10));
    send(LINE);
    await().until(() -> sink.messages.size() == 1);
    get(listener.stop());
    await().until(this::isFree);
    hear(LINE);
    get(listener.stop());
    assertEquals(1, sink.messages.size());
  }

  /** What is sent before the port is open is lost. */
  private void start(Duration expects) {
    listener = listener(expects);
    listener.start();
    await().until(listener::isListening);
  }

  private void hear(String text) {
    listener.hear(text.getBytes(StandardCharsets.US_ASCII), text.length());
  }

  private void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void send(byte[] datagram) throws IOException {
    sender.send(
        new DatagramPacket(datagram, datagram.length, new InetSocketAddress("127.0.0.1", port)));
  }

  private boolean isFree() {
    try (var next = new DatagramSocket(new InetSocketAddress("127.0.0.1", port))) {
      return next.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int lineEnd(byte[] raw, int from) {
    int end = from;
    while (end < raw.length && raw[end - 1] != '\n') {
      end++;
    }
    return end;
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private AisUdpListener listener(Duration expects) {
    return new AisUdpListener(
        vertx,
        vertx.createSharedWorkerExecutor("feeds", 1),
        InstantSource.system(),
        new Random(1),
        new FeedSettings(
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            "Nadhir/0.1"),
        TestFeeds.ais("udp://127.0.0.1:" + port, expects),
        Lookout.Post.EMPTY,
        sink);
  }
}
