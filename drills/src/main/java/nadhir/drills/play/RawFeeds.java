package nadhir.drills.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import nadhir.core.event.Input;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.Lookout;
import nadhir.core.feed.RawFeed;
import nadhir.core.feed.Reason;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.id.FeedId;
import nadhir.drills.scenario.Inject;

/** The feeds of one drill: each decodes what the scenario holds as if it came from the network. */
final class RawFeeds {
  private final SortedMap<FeedId, RawFeed> feeds = new TreeMap<>();
  private final Lookout.Post lookouts;
  private final BiConsumer<AisMessage, Instant> heard;

  /**
   * @param lookouts follow the ships that are heard
   * @param heard is told what ships say that is no hazard
   */
  RawFeeds(Lookout.Post lookouts, BiConsumer<AisMessage, Instant> heard) {
    this.lookouts = lookouts;
    this.heard = heard;
  }

  /** What the raw bytes bring into the lane, received at {@code at}. */
  List<Input> decode(Inject.Play.Raw raw, Instant at) {
    var feed = feeds.computeIfAbsent(raw.feed().id(), _ -> RawFeed.open(raw.feed(), lookouts));
    var inputs = new ArrayList<Input>();
    for (Decoded decoded : feed.offer(raw.bytes().toArray(), at)) {
      switch (decoded) {
        case Decoded.Ok(var report) -> inputs.add(new Input.Reported(report));
        case Decoded.Heard(var message) -> heard.accept(message, at);
        case Decoded.Rejected(_, var detail, var sensor) ->
            sensor.ifPresent(
                fault -> inputs.add(new Input.GaugeDoubted(feed.feed(), fault, detail)));
        case Decoded.Linked _ -> {
          // a recording holds the document itself
        }
      }
    }
    return inputs;
  }

  /** Rejected items of all feeds, by reason. */
  SortedMap<String, Long> rejected() {
    var all = new TreeMap<String, Long>();
    for (RawFeed feed : feeds.values()) {
      SortedMap<Reason, Long> byReason = feed.rejects().byReason();
      byReason.forEach((reason, count) -> all.merge(reason.name(), count, Long::sum));
    }
    return all;
  }
}
