package nadhir.ops.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import nadhir.core.feed.Reason;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.Test;

class RejectionLogTest {
  private static final FeedId AIS = new FeedId("ais");
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final RejectionLog log = new RejectionLog(() -> now);

  @Test
  void aFloodOfOneReasonGetsAFewLinesInAMinuteAndThenItsNumber() {
    long lines =
        Collections.nCopies(10_000, AIS).stream()
            .filter(feed -> log.line(feed, Reason.CHECKSUM_WRONG).isPresent())
            .count();
    assertEquals(RejectionLog.LINES, lines);
    now = now.plus(RejectionLog.WINDOW).minusMillis(1);
    assertEquals(Optional.empty(), log.line(AIS, Reason.CHECKSUM_WRONG));
    now = now.plusMillis(1);
    assertEquals(
        Optional.of(" (and 9996 more that were not told)"), log.line(AIS, Reason.CHECKSUM_WRONG));
    assertEquals(Optional.of(""), log.line(AIS, Reason.CHECKSUM_WRONG));
  }

  @Test
  void anotherReasonAndAnotherFeedAreStillHeard() {
    Collections.nCopies(100, AIS).forEach(feed -> log.line(feed, Reason.CHECKSUM_WRONG));
    assertEquals(Optional.of(""), log.line(AIS, Reason.UNSUPPORTED_TYPE));
    assertEquals(Optional.of(""), log.line(new FeedId("port"), Reason.CHECKSUM_WRONG));
  }
}
