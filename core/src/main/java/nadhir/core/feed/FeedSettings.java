package nadhir.core.feed;

import java.time.Duration;

/**
 * How live feeds are listened to.
 *
 * @param connectWithin for a connection
 * @param answerWithin for a whole document, first byte to last
 * @param firstRetry after the first failure; doubled with each further one
 * @param longestRetry at most; the interval of a polled feed where that is longer
 * @param userAgent told to the sources, with a way to reach the operator
 */
public record FeedSettings(
    Duration connectWithin,
    Duration answerWithin,
    Duration firstRetry,
    Duration longestRetry,
    String userAgent) {

  public static FeedSettings defaults() {
    return new FeedSettings(
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(5),
        Duration.ofMinutes(5),
        "Nadhir/0.1");
  }
}
