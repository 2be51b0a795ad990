package nadhir.alerting.channel.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.alerting.channel.SinglePost;
import nadhir.alerting.channel.SinglePost.Outcome;

/**
 * The SDK's way to the network: one request, one attempt, to the address in the settings. Anything
 * but a 2xx is thrown as {@link NotTaken}, so that nothing in the SDK can look at it and try again.
 */
final class TwilioHttp extends HttpClient {
  private final SinglePost post;
  private final URI base;

  /** Carries what came instead of a 2xx past the SDK. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Outcome outcome;

    NotTaken(Outcome outcome) {
      super(outcome.getClass().getSimpleName(), null, false, false);
      this.outcome = outcome;
    }

    Outcome outcome() {
      return outcome;
    }
  }

  /** Carries an interrupt past the SDK. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(InterruptedException cause) {
      super(cause);
    }
  }

  TwilioHttp(SinglePost post, URI base) {
    this.post = post;
    this.base = base;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] retryCodes, int retries, long delay) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try {
      Outcome outcome = post.post(ours(request));
      if (outcome instanceof Outcome.Answered(int status, _, String body) && status / 100 == 2) {
        return new Response(body, status);
      }
      throw new NotTaken(outcome);
    } catch (InterruptedException e) {
      throw new Stopped(e);
    }
  }

  private HttpRequest.Builder ours(Request request) {
    var theirs = request.constructURL();
    var query = Optional.ofNullable(theirs.getQuery()).map(q -> "?" + q).orElse("");
    var builder =
        HttpRequest.newBuilder(base.resolve(theirs.getPath() + query))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header("Authorization", request.getAuthString());
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> builder.header(header.getKey(), value));
    }
    return builder.POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
  }
}
