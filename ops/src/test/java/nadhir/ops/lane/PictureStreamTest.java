package nadhir.ops.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nadhir.core.picture.Change;
import nadhir.ops.lane.PictureStream.Numbered;
import org.junit.jupiter.api.Test;

class PictureStreamTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private final PictureStream stream = new PictureStream();

  private void publish(long seq) {
    var value = TextNode.valueOf("at " + seq);
    stream.publish(seq, AT, List.of(new Change("hazard", "haz-1", Optional.of(value))));
  }

  private String since(long seq) {
    return since(seq, PictureStream.MAX_KEPT);
  }

  private String since(long seq, int limit) {
    return stream
        .since(seq, limit)
        .map(all -> all.stream().map(PictureStreamTest::text).collect(Collectors.joining(" ")))
        .orElse("gap");
  }

  private static String text(Numbered n) {
    return n.prev() + ">" + n.seq();
  }

  @Test
  void eachChangeNamesTheOneBefore() {
    publish(3);
    publish(7);
    publish(8);
    assertEquals("0>3 3>7 7>8", since(0));
    assertEquals("3>7 7>8", since(3));
    assertEquals("7>8", since(7));
    assertEquals("", since(8));
  }

  @Test
  void aPictureBetweenTwoNumbersLacksOnlyTheLater() {
    publish(3);
    stream.publish(5, AT, List.of());
    publish(7);
    assertEquals("3>7", since(5));
    assertEquals("3>7", since(4));
  }

  @Test
  void theFirstOnesAreGivenWhenFewAreAskedFor() {
    for (int i = 1; i <= 10; i++) {
      publish(i);
    }
    assertEquals("2>3 3>4 4>5", since(2, 3));
  }

  @Test
  void whatLiesBehindASnapshotIsAGap() {
    stream.beginAt(100);
    assertEquals("gap", since(0));
    assertEquals("gap", since(99));
    assertEquals("", since(100));
    publish(102);
    assertEquals("100>102", since(100));
  }

  @Test
  void aJumpToASnapshotOfAnotherMemberMakesAGapForWhoWasBehind() {
    publish(3);
    publish(7);
    stream.beginAt(50);
    assertEquals("gap", since(7));
    publish(51);
    assertEquals("50>51", since(50));
  }

  @Test
  void aSnapshotOfWhatWasToldAlreadyChangesNothing() {
    publish(3);
    stream.publish(9, AT, List.of());
    stream.beginAt(5);
    assertEquals("0>3", since(0));
  }

  @Test
  void onlyTheLastOnesAreKept() {
    for (int i = 1; i <= PictureStream.MAX_KEPT + 2; i++) {
      publish(i);
    }
    assertEquals("gap", since(0));
    assertEquals("gap", since(1));
    assertEquals("2>3", since(2, 1));
  }

  @Test
  void followersAreCalledInOrderUntilTheyLeave() {
    List<Long> heard = new ArrayList<>();
    var subscription = stream.follow(n -> heard.add(n.seq()));
    publish(1);
    stream.publish(2, AT, List.of());
    publish(3);
    subscription.close();
    publish(4);
    assertEquals(List.of(1L, 3L), heard);
  }
}
