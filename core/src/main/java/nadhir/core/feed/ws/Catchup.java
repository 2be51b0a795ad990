package nadhir.core.feed.ws;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.http.OneDocument;

/**
 * What was said while nobody listened: known from which moment on, and how to ask for it. A source
 * that is asked late says things again; repeats are left out by those who know what they heard.
 */
final class Catchup {
  /** Asked for at the first connection, when nobody knows what was heard before. */
  static final Duration FIRST_LOOK_BACK = Duration.ofHours(24);

  /** Asked for twice, because clocks differ and a source takes a while to list what it said. */
  static final Duration OVERLAP = Duration.ofMinutes(5);

  private final OneDocument documents;
  private final Backoff backoff;
  private final URI query;
  private Instant heardUntil = Instant.EPOCH;
  private boolean missing = true;
  private int losses;

  Catchup(
      Vertx vertx, InstantSource clock, RandomGenerator random, FeedSettings settings, URI query) {
    this.documents = new OneDocument(vertx, clock, settings);
    this.backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
    this.query = query;
  }

  synchronized void begin(Instant now) {
    heardUntil = now.minus(FIRST_LOOK_BACK);
  }

  /**
   * Something is heard now.
   *
   * @return whether all is known that was said until now
   */
  synchronized boolean heard(Instant now) {
    if (!missing) {
      heardUntil = now;
    }
    return !missing;
  }

  synchronized void lost() {
    missing = true;
    losses++;
  }

  /** How often the connection was lost so far. */
  synchronized int losses() {
    return losses;
  }

  Future<byte[]> ask() {
    return documents.get(url());
  }

  /**
   * What the service had was taken.
   *
   * @param lossesThen {@link #losses()} when it was asked: an answer from before a further loss
   *     does not tell what was missed since
   */
  synchronized void answered(int lossesThen) {
    missing = lossesThen != losses;
    backoff.reset();
  }

  Duration waitNext() {
    return backoff.next();
  }

  Future<Void> close() {
    return documents.close();
  }

  /** FDSN: times are UTC and written without a zone. */
  private synchronized URI url() {
    Instant from = heardUntil.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
    return URI.create(query + "&updatedafter=" + from.toString().replace("Z", ""));
  }
}
