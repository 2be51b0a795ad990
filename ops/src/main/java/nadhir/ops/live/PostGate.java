package nadhir.ops.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.id.FeedId;
import nadhir.ops.auth.Throttle;
import nadhir.ops.http.PostedReports.Post;
import nadhir.ops.http.PostedReports.Shut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in what one of some feeds has signed, now, for the first time and not too often; over all
 * members.
 *
 * @param throttle shared by the members
 * @param feeds those that may post here
 */
record PostGate(Throttle throttle, InstantSource clock, FeedSecrets secrets, Set<String> feeds) {
  private static final Logger LOG = LoggerFactory.getLogger(PostGate.class);

  /** Posts of one feed over all members: so many in a row, then one a second. */
  static final Throttle.Rule POSTS =
      new Throttle.Rule(300, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(5));

  /** Posts from one address that were not signed as they must be. */
  static final Throttle.Rule FORGERIES =
      new Throttle.Rule(20, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofMinutes(10));

  /** A nonce is known for as long as its time can be valid, early and late clocks included. */
  static final Throttle.Rule NONCES = once(PostSignature.WINDOW.multipliedBy(2).plusSeconds(60));

  private static Throttle.Rule once(Duration life) {
    return new Throttle.Rule(1, life, life, Duration.ofSeconds(1));
  }

  /**
   * Empty when it is let in. Whoever signs well is not slowed down by forgers, even at the same
   * address.
   */
  Optional<Shut> check(Post post) {
    if (!isSigned(post)) {
      Optional<Duration> wait =
          throttle.attempt("nadhir:posted:forger:" + post.address(), FORGERIES);
      if (wait.isEmpty()) {
        LOG.warn("post not signed address={}", post.address());
      }
      return Optional.of(wait.<Shut>map(Shut.TooOften::new).orElseGet(Shut.Forged::new));
    }
    String feed = post.feed().orElseThrow();
    String nonce = "nadhir:posted:nonce:" + feed + ":" + post.nonce().orElseThrow();
    if (throttle.attempt(nonce, NONCES).isPresent()) {
      LOG.warn("post replayed feed={} address={}", feed, post.address());
      return Optional.of(new Shut.Replayed());
    }
    return throttle.attempt("nadhir:posted:feed:" + feed, POSTS).map(Shut.TooOften::new);
  }

  private boolean isSigned(Post post) {
    String feed = post.feed().orElse("");
    String time = post.time().orElse("");
    String nonce = post.nonce().orElse("");
    if (!PostSignature.isWellFormed(time, nonce)) {
      return false;
    }
    List<String> shared = feeds.contains(feed) ? secrets.posting(new FeedId(feed)) : List.of();
    return PostSignature.fits(shared, feed, time, nonce, post.body(), post.signature().orElse(""))
        && PostSignature.isFresh(time, clock.instant());
  }
}
