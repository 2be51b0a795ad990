package nadhir.alerting.channel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLHandshakeException;

/**
 * Posts once. No retry, no redirect, no HTTP/2 stream that could be started over: what comes back
 * says whether the request can have been processed. Safe for use by several threads.
 */
public final class SinglePost implements AutoCloseable {
  /** More of an answer than this nobody needs; it then counts as none. */
  private static final long MAX_ANSWER_BYTES = 65_536;

  private final HttpClient client;
  private final Duration timeout;

  /** What is known after the attempt. */
  public sealed interface Outcome {
    record Answered(int status, HttpHeaders headers, String body) implements Outcome {
      /** Retry-After in seconds (RFC 9110, 10.2.3); the form with a date is not used here. */
      public Optional<Duration> retryAfter() {
        return headers
            .firstValue("Retry-After")
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
      }
    }

    /** No connection came about: nothing of the request has left. */
    record NotSent(String reason) implements Outcome {}

    /** It left, and no whole answer came back. */
    record Unanswered(String reason) implements Outcome {}
  }

  /**
   * @param timeout from the start of the request to the end of the answer
   */
  public SinglePost(Duration connectTimeout, Duration timeout) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    this.timeout = timeout;
  }

  public Outcome post(HttpRequest.Builder request) throws InterruptedException {
    try {
      var answer =
          client.send(
              request.timeout(timeout).build(),
              BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
      return new Outcome.Answered(answer.statusCode(), answer.headers(), answer.body());
    } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException _) {
      return new Outcome.NotSent("no-connection");
    } catch (HttpTimeoutException _) {
      return new Outcome.Unanswered("time-out");
    } catch (IOException _) {
      return new Outcome.Unanswered("connection-lost");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
