package nadhir.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nadhir.core.event.Input.FeedHealth;
import nadhir.core.id.FeedId;

/**
 * A feed's health: green on success; grey when the first attempt fails, and later when nothing has
 * succeeded for twice the time in which something was expected. Tells changes only.
 */
public final class Pulse {
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

  /** From here on something is expected. */
  public void begin(Instant at) {
    began = Optional.of(at);
  }

  public void success(Instant at) {
    lastSuccess = Optional.of(at);
    become(FeedHealth.GREEN, "");
  }

  /** Nothing failed, but has anything come? */
  public void look(Instant at) {
    Optional<Instant> since = lastSuccess.or(() -> began);
    if (since.isPresent() && !at.isBefore(since.get().plus(patience))) {
      become(FeedHealth.GREY, "nothing heard since " + since.get());
    }
  }

  /** An attempt failed. */
  public void failure(Instant at, String detail) {
    if (lastSuccess.isEmpty() || !at.isBefore(lastSuccess.get().plus(patience))) {
      become(FeedHealth.GREY, detail);
    }
  }

  public FeedHealth health() {
    return health;
  }

  private void become(FeedHealth now, String detail) {
    if (now != health) {
      health = now;
      sink.health(feed, now, detail);
    }
  }
}
