package nadhir.core.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.id.FeedId;
import nadhir.core.report.HazardReport;

/**
 * One feed in one lane: its decoder, the lookout that follows the ships it hears, what it has told
 * already, and its counts. A live adapter hands it what the network brings; a drill hands it what
 * its scenario holds. One thread at a time.
 *
 * <pre>{@code
 * var feed = RawFeed.open(config, lookouts);
 * for (Decoded d : feed.offer(bytes, laneTime)) { … }
 * }</pre>
 */
public final class RawFeed {
  /**
   * How many items are remembered as told. Above it the oldest is forgotten and, if the source
   * still has it, told once more; the hazard desk knows repeats by itself.
   */
  public static final int MAX_REMEMBERED = 20_000;

  private final FeedId feed;
  private final FeedDecoder decoder;
  private final Lookout.Post post;
  private Optional<Lookout> lookout = Optional.empty();
  private final Rejects rejects = new Rejects();
  private final Map<String, Decoded> told = new LinkedHashMap<>();
  private long accepted;

  private RawFeed(FeedId feed, FeedDecoder decoder, Lookout.Post post) {
    this.feed = feed;
    this.decoder = decoder;
    this.post = post;
  }

  /** Without a lookout: ships are heard, and nothing is concluded. */
  public static RawFeed open(FeedConfig config) {
    return open(config, Lookout.Post.EMPTY);
  }

  public static RawFeed open(FeedConfig config, Lookout.Post post) {
    return new RawFeed(config.id(), config.decoder(), post);
  }

  /**
   * What is new in {@code raw}. Items that the source repeats unchanged are left out, but for the
   * links of an index; one that it changed comes again. Where the lookout reports something, that
   * stands in the message's place.
   */
  public List<Decoded> offer(byte[] raw, Instant receivedAt) {
    return offer(raw, receivedAt, Delivery.PLAIN);
  }

  /** The same for what came with more than its bytes. */
  public List<Decoded> offer(byte[] raw, Instant receivedAt, Delivery delivery) {
    List<Decoded> fresh = fresh(decoder.decode(raw, receivedAt, delivery));
    List<Decoded> all = lookout(fresh).over(fresh, receivedAt);
    all.forEach(this::count);
    return all;
  }

  /** The source has ended, or the connection was lost. */
  public List<Decoded> finish() {
    List<Decoded> all = fresh(decoder.finish());
    all.forEach(this::count);
    return all;
  }

  /** Nobody took the report: it counts as not told. */
  public void forget(HazardReport report) {
    told.remove(key(report));
  }

  public FeedId feed() {
    return feed;
  }

  /** The decoder itself, for what only its format knows. */
  public FeedDecoder decoder() {
    return decoder;
  }

  public Rejects rejects() {
    return rejects;
  }

  /** Reports given so far. */
  public long accepted() {
    return accepted;
  }

  private List<Decoded> fresh(List<Decoded> all) {
    List<Decoded> fresh = new ArrayList<>(all.size());
    for (Decoded d : all) {
      if (!decoder.repeatsItself() || isOfDocument(d) || isLink(d) || remember(d)) {
        fresh.add(d);
      }
    }
    return fresh;
  }

  /** Posted when the first message has come: most feeds hear none. */
  private Lookout lookout(List<Decoded> fresh) {
    if (lookout.isEmpty() && fresh.stream().anyMatch(Decoded.Heard.class::isInstance)) {
      lookout = Optional.of(post.on(feed));
    }
    return lookout.orElse(Lookout.NOBODY);
  }

  /** A fault of the document is no item that the next document repeats: it is a new fault. */
  private static boolean isOfDocument(Decoded d) {
    return d instanceof Decoded.Rejected(var reason, _, _) && reason.ofDocument();
  }

  /** Whoever follows an index must know what still stands in it. */
  private static boolean isLink(Decoded d) {
    return d instanceof Decoded.Linked;
  }

  private void count(Decoded d) {
    switch (d) {
      case Decoded.Ok _ -> accepted++;
      case Decoded.Heard _, Decoded.Linked _ -> {}
      case Decoded.Rejected(var reason, _, _) -> rejects.count(reason);
    }
  }

  /** Whether {@code d} says something that was not said before. */
  private boolean remember(Decoded d) {
    var plain = withoutReceipt(d);
    var key =
        switch (plain) {
          case Decoded.Ok(var report) -> key(report);
          case Decoded.Heard(var message) -> message.toString();
          case Decoded.Linked(var document) -> document.toString();
          case Decoded.Rejected(var reason, var detail, _) -> reason + " " + detail;
        };
    if (plain.equals(told.remove(key))) {
      told.put(key, plain);
      return false;
    }
    told.put(key, plain);
    if (told.size() > MAX_REMEMBERED) {
      told.remove(told.keySet().iterator().next());
    }
    return true;
  }

  /** One document can hold several versions of one report. */
  private static String key(HazardReport report) {
    return report.id() + "@" + report.updatedAt();
  }

  private static Decoded withoutReceipt(Decoded d) {
    if (!(d instanceof Decoded.Ok(HazardReport r))) {
      return d;
    }
    return new Decoded.Ok(
        new HazardReport(
            r.id(),
            r.feed(),
            r.type(),
            r.status(),
            r.occurredAt(),
            r.updatedAt(),
            Instant.EPOCH,
            r.place(),
            r.certainty(),
            r.observation(),
            r.alsoKnownAs(),
            r.title()));
  }
}
