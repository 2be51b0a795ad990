package nadhir.core.feed.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.InstantSource;
import nadhir.core.feed.FeedSettings;

/** Asks for a document once, with the limits that a polled feed has. */
public final class OneDocument {
  private final Vertx vertx;
  private final InstantSource clock;
  private final FeedSettings settings;
  private final HttpClient client;

  public OneDocument(Vertx vertx, InstantSource clock, FeedSettings settings) {
    this.vertx = vertx;
    this.clock = clock;
    this.settings = settings;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDecompressionSupported(true)
                .setConnectTimeout((int) settings.connectWithin().toMillis()));
  }

  /** Its bytes, none where the source has nothing; a failure says in a sentence what went wrong. */
  public Future<byte[]> get(URI url) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url.toString())
            .setFollowRedirects(true)
            .setTimeout(settings.answerWithin().toMillis())
            .putHeader(HttpHeaders.USER_AGENT, settings.userAgent());
    return client
        .request(options)
        .compose(r -> Answer.read(vertx, r, settings.answerWithin(), clock.instant()))
        .compose(
            answer ->
                switch (answer) {
                  case Answer.Document(var body, _, _) -> Future.succeededFuture(body);
                  case Answer.NotModified() -> Future.succeededFuture(new byte[0]);
                  case Answer.Refused(int status, _) ->
                      Future.failedFuture("HTTP status " + status);
                });
  }

  public Future<Void> close() {
    return client.close();
  }
}
