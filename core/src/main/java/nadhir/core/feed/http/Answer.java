package nadhir.core.feed.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import nadhir.core.feed.FeedDecoder;

/** What a poll brought. */
sealed interface Answer {
  /** A source that asks for more patience than this is asked again all the same. */
  Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  /** Nothing has changed since the last document, or nothing fits the question. */
  record NotModified() implements Answer {}

  /** Another status than 200, 204 or 304. */
  record Refused(int status, Optional<Duration> retryAfter) implements Answer {}

  /**
   * @param body one byte longer than a document may be when the source sent too much; the rest was
   *     not read
   */
  record Document(byte[] body, Optional<String> etag, Optional<String> lastModified)
      implements Answer {}

  /**
   * Sends the request and reads the answer to its end; the connection is given up at {@code
   * within}.
   */
  static Future<Answer> read(Vertx vertx, HttpClientRequest request, Duration within, Instant now) {
    long deadline =
        vertx.setTimer(
            within.toMillis(),
            _ -> request.reset(0, new TimeoutException("no whole answer within " + within)));
    return request
        .send()
        .compose(response -> of(response, now))
        .onComplete(_ -> vertx.cancelTimer(deadline));
  }

  private static Future<Answer> of(HttpClientResponse response, Instant now) {
    return switch (response.statusCode()) {
      case 200 -> body(response).map(body -> document(response, body));
      case 204, 304 -> // an FDSN event service that found nothing answers 204
          response.end().map(_ -> new NotModified());
      default -> {
        Answer refused = new Refused(response.statusCode(), retryAfter(response, now));
        response.exceptionHandler(_ -> {}); // our own reset is no news
        yield response.request().reset().map(refused).otherwise(refused);
      }
    };
  }

  private static Answer document(HttpClientResponse response, byte[] body) {
    return new Document(
        body,
        Optional.ofNullable(response.getHeader(HttpHeaders.ETAG)),
        Optional.ofNullable(response.getHeader(HttpHeaders.LAST_MODIFIED)));
  }

  /** Counts what comes out of decompression, so that a small answer cannot become a huge one. */
  private static Future<byte[]> body(HttpClientResponse response) {
    Promise<byte[]> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    response.exceptionHandler(whole::tryFail);
    response.endHandler(_ -> whole.tryComplete(read.getBytes()));
    response.handler(
        piece -> {
          int room = FeedDecoder.MAX_BYTES + 1 - read.length();
          if (piece.length() < room) {
            read.appendBuffer(piece);
          } else if (whole.tryComplete(read.appendBuffer(piece, 0, Math.max(0, room)).getBytes())) {
            response.request().reset();
          }
        });
    return whole.future();
  }

  /** RFC 9110, section 10.2.3: seconds, or a date. */
  private static Optional<Duration> retryAfter(HttpClientResponse response, Instant now) {
    String text = response.getHeader(HttpHeaders.RETRY_AFTER);
    if (text == null) {
      return Optional.empty();
    }
    Duration wait =
        text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
    return Optional.of(wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait);
  }

  private static Duration until(String date, Instant now) {
    try {
      var then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
