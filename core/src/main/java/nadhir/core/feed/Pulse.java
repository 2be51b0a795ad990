package nadhir.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.id.FeedId;

/**
 * A feed's health, told from any thread: green on success; grey when the first attempt fails, and
 * later when nothing has succeeded for twice the time in which something was expected. Tells
 * changes only.
 */
public final class Pulse {
  /** The source cannot be reached, or its connection was lost. */
  public static final String UNREACHABLE = "unreachable";

  /** It answers, and will not give what is asked. */
  public static final String REFUSED = "refused";

  /** It sends what cannot be read. */
  public static final String MALFORMED = "malformed";

  /** It is connected and says nothing. */
  public static final String SILENT = "silent";

  private final FeedId feed;
  private final FeedSink sink;
  private final Duration patience;
  private FeedHealth health = FeedHealth.UNKNOWN;
  private Optional<Instant> lastSuccess = Optional.empty();
  private Optional<Instant> began = Optional.empty();

  public Pulse(FeedId feed, FeedSink sink, Duration expectedEvery) {
    this.feed = feed;
    this.sink = sink;
    this.patience = expectedEvery.multipliedBy(2);
  }

  /** So long after the last success it is grey. */
  public Duration patience() {
    return patience;
  }

  /** From here on something is expected. */
  public synchronized void begin(Instant at) {
    began = Optional.of(at);
  }

  public synchronized void success(Instant at) {
    lastSuccess = Optional.of(at);
    become(FeedHealth.GREEN, "", "");
  }

  /** Nothing failed, but has anything come? */
  public synchronized void look(Instant at) {
    Optional<Instant> since = lastSuccess.or(() -> began);
    if (since.isPresent() && !at.isBefore(since.get().plus(patience))) {
      become(FeedHealth.GREY, SILENT, "nothing heard since " + since.get());
    }
  }

  /** An attempt failed. */
  public synchronized void failure(Instant at, String why, String detail) {
    if (lastSuccess.isEmpty() || !at.isBefore(lastSuccess.get().plus(patience))) {
      become(FeedHealth.GREY, why, detail);
    }
  }

  public synchronized FeedHealth health() {
    return health;
  }

  private void become(FeedHealth now, String why, String detail) {
    if (now != health) {
      health = now;
      sink.health(feed, now, why, detail);
    }
  }
}
