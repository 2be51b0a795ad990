package nadhir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nadhir.core.alert.Channel;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Role;
import nadhir.ops.lane.PictureStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private HouseForTests house;
  private ApiClient operator;

  @BeforeEach
  void open() throws InterruptedException {
    house =
        new HouseForTests(
            new HttpSettings("127.0.0.1", 0, Optional.empty(), false, Duration.ofSeconds(2)));
    operator = house.as(Role.OPERATOR);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private long pictureNumber() {
    return operator.get("/api/v1/lanes/live/picture").json().get("seq").asLong();
  }

  private void fires(int from, int to) {
    for (int i = from; i <= to; i++) {
      assertEquals(200, operator.give(ApiClient.openFire("fire " + i)).status());
    }
  }

  private static List<String> titles(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "fire " + i).toList();
  }

  @Test
  void whoFollowsFromThePictureGetsEveryChangeOnceInOrder() {
    fires(1, 2);
    long from = pictureNumber();
    try (var stream = new StreamClient(operator, "?from=" + from)) {
      fires(3, 7);
      await().atMost(LIMIT).until(() -> stream.titles().size() >= 5);
      assertEquals(titles(3, 7), stream.titles());
      assertEquals(List.of(), stream.faults);
      long known = from;
      for (var event : stream.changes()) {
        assertTrue(event.data().get("prev").asLong() <= known, event::toString);
        assertTrue(event.data().get("seq").asLong() > known, event::toString);
        known = event.data().get("seq").asLong();
        assertEquals(String.valueOf(known), event.id());
      }
      assertEquals(pictureNumber(), known);
    }
  }

  @Test
  void whoComesBackGetsWhatWasMissedWithoutLossOrRepetition() {
    long from = pictureNumber();
    List<String> seen = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      int first = round * 3 + 1;
      try (var stream =
          new StreamClient(operator, "?from=0", "Last-Event-ID", String.valueOf(from))) {
        fires(first, first);
        int expected = round == 0 ? 1 : 3;
        await().atMost(LIMIT).until(() -> stream.titles().size() >= expected);
        assertEquals(List.of(), stream.named("resync"));
        seen.addAll(stream.titles());
        from = stream.last();
      }
      fires(first + 1, first + 2);
    }
    assertEquals(titles(1, 10), seen);
  }

  @Test
  void whoHasGotTooFarBehindIsToldToTakeThePictureAgain() throws Exception {
    fires(1, 1);
    long old = pictureNumber();
    Flood.pour(house, PictureStream.MAX_KEPT + 10, 1);
    try (var stream = new StreamClient(operator, "?from=" + old)) {
      await().atMost(LIMIT).until(() -> stream.ended);
      assertEquals(1, stream.named("resync").size());
      assertEquals(List.of(), stream.changes());
    }
    try (var stream = new StreamClient(operator, "?from=" + pictureNumber())) {
      fires(2, 2);
      await().atMost(LIMIT).until(() -> !stream.titles().isEmpty());
      assertEquals(titles(2, 2), stream.titles());
    }
  }

  @Test
  void aNumberOfAnotherJournalEndsInAResync() {
    try (var stream = new StreamClient(operator, "?from=" + (pictureNumber() + 1_000))) {
      await().atMost(LIMIT).until(() -> stream.ended);
      assertEquals(1, stream.named("resync").size());
    }
  }

  @Test
  void theTimeOfTheLaneComesEverySecond() {
    try (var stream = new StreamClient(operator, "")) {
      await().atMost(LIMIT).until(() -> stream.named("tick").size() >= 3);
      assertEquals(List.of(), stream.faults);
      house.loseStore();
      await()
          .atMost(LIMIT)
          .until(() -> stream.named("tick").getLast().data().get("storeAway").asBoolean());
      house.storeIsBack();
    }
  }

  private static int progress(StreamClient stream) {
    var told = stream.named("progress");
    return told.isEmpty() ? -1 : told.getLast().data().at("/progress").size();
  }

  @Test
  void progressOfRunningDeliveriesIsToldAndTakenBack() {
    try (var stream = new StreamClient(operator, "")) {
      synchronized (house.running) {
        house.running.add(
            new Progress.Running(
                new AlertId("alert-7"),
                2,
                Optional.empty(),
                List.of(new DeliveryCounts(Channel.SMS, 5, 1, 4, 0, 0, 0, 0, 0))));
      }
      await().atMost(LIMIT).until(() -> progress(stream) == 1);
      var told = stream.named("progress").getLast().data().at("/progress/alert-7.2/counts/0");
      assertEquals(4, told.get("sent").asInt());
      var picture = operator.get("/api/v1/lanes/live/picture").json();
      assertEquals(4, picture.at("/objects/progress/alert-7.2/counts/0/sent").asInt());
      synchronized (house.running) {
        house.running.clear();
      }
      await().atMost(LIMIT).until(() -> progress(stream) == 0);
      assertEquals(List.of(), stream.faults);
    }
  }

  @Test
  void aSlowConsoleIsDroppedAndHoldsNobodyUp() throws Exception {
    try (var quick = new StreamClient(operator, "?from=" + pictureNumber());
        var slow = new Socket()) {
      slow.setReceiveBufferSize(4_096);
      slow.connect(new InetSocketAddress("127.0.0.1", house.face.port()));
      String request =
          "GET /api/v1/lanes/live/events?from=%d HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n"
              .formatted(pictureNumber(), operator.cookie());
      slow.getOutputStream().write(HouseForTests.utf8(request));
      await().atMost(LIMIT).until(() -> metric("nadhir_sse_followers{lane=\"live\"}") == 2);
      int poured = 4_000;
      Flood.pour(house, poured, 4_000);
      await().atMost(LIMIT).until(() -> quick.changes().size() >= poured);
      await().atMost(LIMIT).until(() -> metric("nadhir_sse_dropped_total{lane=\"live\"}") == 1);
      assertEquals(1, metric("nadhir_sse_followers{lane=\"live\"}"));
      assertEquals(List.of(), quick.named("resync"));
      assertCutOff(slow);
    }
  }

  private static void assertCutOff(Socket slow) throws IOException {
    slow.setSoTimeout(20_000);
    byte[] sink = new byte[65_536];
    try {
      int read = 0;
      while (read >= 0) {
        read = slow.getInputStream().read(sink);
      }
    } catch (java.net.SocketException _) {
      // reset: cut off as well
    }
  }

  private double metric(String name) {
    return house
        .metrics
        .scrape()
        .lines()
        .filter(l -> l.startsWith(name + " "))
        .mapToDouble(l -> Double.parseDouble(l.substring(name.length() + 1)))
        .findFirst()
        .orElse(-1);
  }

  @Test
  void aStreamNeedsASession() {
    assertEquals("401 signed-out", house.stranger().get("/api/v1/lanes/live/events").problem());
  }

  @Test
  void aNumberThatIsNoneIsTold() {
    var got = operator.get("/api/v1/lanes/live/events", "Last-Event-ID", "x");
    assertEquals("400 contract", got.problem());
    assertEquals(List.of("Last-Event-ID must be a whole number, 0 or more"), got.faults());
    assertEquals(
        List.of("from must be a whole number, 0 or more"),
        operator.get("/api/v1/lanes/live/events?from=-1").faults());
  }

  @Test
  void allStreamsEndWhenTheHouseCloses() {
    var stream = new StreamClient(operator, "");
    await().atMost(LIMIT).until(() -> !stream.events.isEmpty());
    house.face.close();
    await().atMost(LIMIT.toMillis(), TimeUnit.MILLISECONDS).until(() -> stream.ended);
    stream.close();
  }
}
