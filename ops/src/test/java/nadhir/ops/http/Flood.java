package nadhir.ops.http;

import java.util.concurrent.TimeUnit;
import nadhir.core.event.Input;
import nadhir.core.id.FeedId;
import nadhir.core.lane.Actor;

/** Many changes of the picture in a short time. */
final class Flood {
  private Flood() {}

  /** Makes {@code count} numbered changes, each of about {@code size} bytes, one append each. */
  static void pour(HouseForTests house, int count, int size) throws Exception {
    String detail = "x".repeat(size);
    var feed = new FeedId("feed");
    for (int i = 0; i < count; i++) {
      var input = new Input.FeedHealthChanged(feed, Input.FeedHealth.GREEN, i + " " + detail, "");
      house.lane.offer(input, new Actor.Feed(feed)).get(20, TimeUnit.SECONDS);
    }
  }
}
