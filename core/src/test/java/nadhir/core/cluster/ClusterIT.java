package nadhir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ClusterIT {
  private static final int PORT = 25_701;

  private static Cluster start(String name, List<String> peers) throws InterruptedException {
    return Cluster.start(
        new ClusterSettings(name, "127.0.0.1", PORT, peers), UnaryOperator.identity());
  }

  @Test
  void twoMembersMeetAndTalkAndOneStaysWhenTheOtherLeaves() throws Exception {
    var peers = List.of("127.0.0.1:" + PORT, "127.0.0.1:" + (PORT + 1));
    try (var first = start("nadhir-it", peers)) {
      try (var second = start("nadhir-it", peers)) {
        await().atMost(Duration.ofSeconds(30)).until(() -> first.size() == 2);
        second
            .vertx()
            .eventBus()
            .<String>consumer("greet", m -> m.reply("hello " + m.body()))
            .completion()
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
        var reply =
            first
                .vertx()
                .eventBus()
                .<String>request("greet", "عقبة")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertEquals("hello عقبة", reply.body());
      }
      await().atMost(Duration.ofSeconds(30)).until(() -> first.size() == 1);
    }
  }

  @Test
  void anotherNameIsAnotherCluster() throws Exception {
    var peers = List.of("127.0.0.1:" + PORT, "127.0.0.1:" + (PORT + 1));
    try (var first = start("nadhir-a", peers);
        var second = start("nadhir-b", peers)) {
      assertEquals(1, first.size());
      assertEquals(1, second.size());
    }
  }
}
