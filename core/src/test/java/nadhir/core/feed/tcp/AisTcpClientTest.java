package nadhir.core.feed.tcp;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.Reason;
import nadhir.core.feed.RecordingSink;
import nadhir.core.feed.TestFeeds;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AisTcpClientTest {
  private static final String LINE = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final RecordingSink sink = new RecordingSink();
  private final List<NetSocket> connections = new CopyOnWriteArrayList<>();
  private AisTcpClient client;

  @AfterEach
  void close() throws Exception {
    get(client.stop());
    get(vertx.close());
  }

  @Test
  void aRecordedStreamArrivesWholeHoweverItIsCut() throws Exception {
    byte[] raw = Files.readAllBytes(Samples.sample("marine/dma_stream_example.txt"));
    listen(
        socket -> {
          var random = new Random(7);
          for (int i = 0; i < raw.length; ) {
            int n = Math.min(raw.length - i, 1 + random.nextInt(3000));
            socket.write(Buffer.buffer(Arrays.copyOfRange(raw, i, i + n)));
            i += n;
          }
          socket.write("\n");
        },
        Duration.ofSeconds(10));
    await().until(() -> sink.messages.size() + sink.rejected.size() == 4051);
    assertEquals(3767, sink.messages.size());
    assertEquals(List.of("GREEN"), sink.health);
  }

  @Test
  void itComesBackWhenTheSourceClosesAndGivesUpHalfAMessage() throws Exception {
    listen(
        socket -> {
          socket.write(LINE + "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2,0*0F\n");
          socket.close();
        },
        Duration.ofSeconds(10));
    await().until(() -> connections.size() > 3);
    assertTrue(sink.messages.size() >= 2, sink.messages.toString());
    assertEquals("GREEN", sink.health.getFirst());
  }

  @Test
  void aLineWithoutEndIsRejectedAndTheNextIsRead() throws Exception {
    listen(
        socket -> socket.write("x".repeat(3 * AisTcpClient.MAX_UNFINISHED) + "\n" + LINE),
        Duration.ofSeconds(10));
    await().until(() -> sink.messages.size() == 1);
    assertTrue(sink.rejected.contains(Reason.LINE_TOO_LONG), sink.rejected.toString());
  }

  @Test
  void anUnreachableSourceIsGreyAtOnceAndTriedAgain() throws Exception {
    var server = vertx.createNetServer().connectHandler(_ -> {});
    get(server.listen(0, "127.0.0.1"));
    int port = server.actualPort();
    get(server.close());
    client = client(port, Duration.ofSeconds(10));
    client.start();
    await().until(() -> !sink.health.isEmpty());
    assertTrue(sink.health.getFirst().startsWith("GREY "), sink.health.toString());
    get(
        vertx
            .createNetServer()
            .connectHandler(socket -> socket.write(LINE))
            .listen(port, "127.0.0.1"));
    await().until(() -> sink.messages.size() == 1);
    assertEquals("GREEN", sink.health.getLast());
  }

  @Test
  void aSourceThatFallsSilentIsGrey() throws Exception {
    listen(
        socket -> {
          if (connections.size() == 1) {
            socket.write(LINE);
          }
        },
        Duration.ofMillis(150));
    await().until(() -> sink.health.size() == 2);
    assertEquals("GREEN", sink.health.getFirst());
    assertTrue(sink.health.getLast().startsWith("GREY "), sink.health.toString());
  }

  private void listen(Consumer<NetSocket> speak, Duration speaksEvery) throws Exception {
    var server =
        vertx
            .createNetServer()
            .connectHandler(
                socket -> {
                  connections.add(socket);
                  speak.accept(socket);
                });
    get(server.listen(0, "127.0.0.1"));
    client = client(server.actualPort(), speaksEvery);
    client.start();
  }

  private AisTcpClient client(int port, Duration speaksEvery) {
    return new AisTcpClient(
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
        TestFeeds.ais("tcp://127.0.0.1:" + port, speaksEvery),
        Lookout.Post.EMPTY,
        sink);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
