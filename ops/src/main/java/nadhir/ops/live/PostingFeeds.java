package nadhir.ops.live;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nadhir.core.event.Input;
import nadhir.core.feed.Carrier;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.FeedConfig;
import nadhir.core.feed.posted.PositionsFormat;
import nadhir.core.feed.posted.PostedFeed;
import nadhir.core.lane.Actor;
import nadhir.core.report.HazardReport;
import nadhir.core.watch.Answer;
import nadhir.ops.auth.Throttle;
import nadhir.ops.http.PostedReports;
import nadhir.ops.lane.LaneHost;
import nadhir.ops.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds that push into the live lane, on every member: checks who posts, decodes, and hands the
 * reports to whichever member keeps the watch. A post is answered when its reports are on disk.
 */
public final class PostingFeeds implements PostedReports {
  private static final Logger LOG = LoggerFactory.getLogger(PostingFeeds.class);

  /** A whole post is answered within it, with the journal away, too. */
  static final Duration LONGEST = Duration.ofSeconds(9);

  private final Vertx vertx;
  private final LaneHost host;
  private final Metrics metrics;
  private final InstantSource clock;
  private final PostGate gate;
  private final SiteNames names;
  private final SortedMap<String, FeedConfig> feeds = new TreeMap<>();

  /**
   * @param throttle shared by the members
   * @param names what the site has, so that a report of something else is told to its sender
   */
  public PostingFeeds(
      Vertx vertx,
      LaneHost host,
      Metrics metrics,
      Throttle throttle,
      InstantSource clock,
      FeedSecrets secrets,
      SiteNames names,
      List<FeedConfig> feeds) {
    this.vertx = vertx;
    this.host = host;
    this.metrics = metrics;
    this.clock = clock;
    this.names = names;
    feeds.stream()
        .filter(feed -> feed.carrier().filter(c -> c == Carrier.POSTED).isPresent())
        .filter(feed -> !feed.format().name().equals(PositionsFormat.NAME))
        .forEach(feed -> this.feeds.put(feed.id().value(), feed));
    this.gate = new PostGate(throttle, clock, secrets, this.feeds.keySet());
  }

  @Override
  public Optional<Shut> check(Post post) {
    return gate.check(post);
  }

  @Override
  public Taken take(Post post) {
    FeedConfig feed = feeds.get(post.feed().orElseThrow());
    Instant now = clock.instant();
    List<HazardReport> reports = new ArrayList<>();
    List<Flaw> flaws = new ArrayList<>();
    List<Decoded> all = feed.decoder().decode(post.body(), now);
    for (int i = 0; i < all.size(); i++) {
      switch (all.get(i)) {
        case Decoded.Ok(var report) -> {
          int number = i;
          names
              .unknown(report)
              .or(() -> ahead(report, now))
              .ifPresentOrElse(why -> flaws.add(new Flaw(number, why)), () -> reports.add(report));
        }
        case Decoded.Rejected(var reason, var detail, _) -> {
          metrics.rejected(feed.id().value(), reason.name(), 1);
          flaws.add(new Flaw(i, reason + ": " + detail));
        }
        case Decoded.Heard _, Decoded.Linked _ -> {}
      }
    }
    return flaws.isEmpty() ? write(feed, reports) : new Taken.Unusable(flaws);
  }

  /** The desk would put it into quarantine; its sender can mend its clock. */
  private static Optional<String> ahead(HazardReport report, Instant now) {
    Instant latest = now.plus(PostSignature.WINDOW);
    return report.updatedAt().isAfter(latest) || report.occurredAt().isAfter(latest)
        ? Optional.of("BAD_TIME: it lies ahead of " + now)
        : Optional.empty();
  }

  private Taken write(FeedConfig feed, List<HazardReport> reports) {
    long end = System.nanoTime() + LONGEST.toNanos();
    List<Line> lines = new ArrayList<>();
    for (HazardReport report : reports) {
      switch (offer(report, end - System.nanoTime())) {
        case Answer.Accepted(long seq, _) -> lines.add(new Line(report.id(), seq));
        case Answer.Refused(_, var reason, var detail) -> {
          return new Taken.Unavailable(reason, detail);
        }
        case Answer.Unavailable(var reason, var detail) -> {
          return new Taken.Unavailable(reason, detail);
        }
      }
    }
    vertx.eventBus().publish(PostedFeed.address(feed.id()), feed.id().value());
    LOG.info("post taken feed={} reports={}", feed.id(), reports.size());
    return new Taken.Written(lines);
  }

  private Answer offer(HazardReport report, long patienceNanos) {
    try {
      return host.offer(new Input.Reported(report), new Actor.Feed(report.feed()))
          .get(Math.max(0, patienceNanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("no answer to a posted report why={}", e.toString());
      return unknown();
    }
  }

  private static Answer unknown() {
    return new Answer.Unavailable(
        "no-answer", "It is not known whether all was written; sign and send it again.");
  }
}
