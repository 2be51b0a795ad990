package nadhir.core.feed.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nadhir.core.feed.Backoff;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedAdapter;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.FeedSink;
import nadhir.core.feed.Intake;
import nadhir.core.feed.Pulse;
import nadhir.core.feed.RawFeed;

/**
 * Fetches a document again and again. Asks only for what has changed (ETag, Last-Modified), reads
 * no more than a document may have, and gives a source that fails time to recover. Where the
 * document is an index, the documents that it names are fetched, too.
 */
public final class HttpPoller implements FeedAdapter {
  /** What is read here; sources that have only one kind of document do not look at it. */
  static final String ACCEPTED = "application/json, application/xml;q=0.9, */*;q=0.5";

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final InstantSource clock;
  private final FeedSettings settings;
  private final URI url;
  private final Duration every;
  private final RawFeed raw;
  private final Intake intake;
  private final Pulse pulse;
  private final Backoff backoff;
  private final HttpClient client;
  private final LinkFollower follower;
  private Optional<String> etag = Optional.empty();
  private Optional<String> lastModified = Optional.empty();
  private Future<Void> running = Future.succeededFuture();
  private long timer = -1;
  private long look = -1;
  private boolean stopped;

  /** It has told something itself, so it is more than an index. */
  private boolean tells;

  public HttpPoller(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      RandomGenerator random,
      FeedSettings settings,
      URI url,
      Duration every,
      Duration expects,
      RawFeed raw,
      FeedSink sink) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.settings = settings;
    this.url = url;
    this.every = every;
    this.raw = raw;
    this.intake = new Intake(raw, sink);
    this.pulse = new Pulse(raw.feed(), sink, expects);
    Duration longest =
        every.compareTo(settings.longestRetry()) > 0 ? every : settings.longestRetry();
    this.backoff = new Backoff(settings.firstRetry(), longest, random);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDecompressionSupported(true)
                .setConnectTimeout((int) settings.connectWithin().toMillis()));
    this.follower = new LinkFollower(vertx, worker, clock, settings, url, intake);
  }

  @Override
  public void start() {
    pulse.begin(clock.instant());
    lookAgain();
    poll();
  }

  /** A source that hangs neither answers nor fails: somebody must look whether anything came. */
  private synchronized void lookAgain() {
    vertx.cancelTimer(look);
    if (!stopped) {
      look =
          vertx.setTimer(
              Math.max(1, pulse.patience().toMillis()),
              _ -> worker.executeBlocking(() -> looked(), false).onComplete(_ -> lookAgain()));
    }
  }

  private boolean looked() {
    pulse.look(clock.instant());
    return true;
  }

  @Override
  public synchronized Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    vertx.cancelTimer(look);
    return follower.close().eventually(client::close).eventually(() -> running);
  }

  @Override
  public RawFeed raw() {
    return raw;
  }

  /** What is told to the sink is told on the worker: the sink may block. */
  private synchronized void poll() {
    if (stopped) {
      return;
    }
    Instant until = clock.instant().plus(every);
    running =
        fetch()
            .compose(this::take)
            .compose(failed -> follower.follow(until).compose(_ -> settle(failed)))
            .recover(
                e ->
                    worker.executeBlocking(
                        () -> failed(Pulse.UNREACHABLE, String.valueOf(e.getMessage())), false))
            .transform(
                done -> {
                  again(done.succeeded() ? done.result() : every);
                  return Future.succeededFuture();
                });
  }

  private synchronized void again(Duration wait) {
    if (!stopped) {
      timer = vertx.setTimer(Math.max(1, wait.toMillis()), _ -> poll());
    }
  }

  /** The answer with its body read, or a failure that says in a sentence what went wrong. */
  private Future<Answer> fetch() {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setAbsoluteURI(url.toString())
            .setFollowRedirects(true)
            .setTimeout(settings.answerWithin().toMillis())
            .putHeader(HttpHeaders.USER_AGENT, settings.userAgent())
            .putHeader(HttpHeaders.ACCEPT, ACCEPTED);
    etag.ifPresent(e -> options.putHeader(HttpHeaders.IF_NONE_MATCH, e));
    lastModified.ifPresent(m -> options.putHeader(HttpHeaders.IF_MODIFIED_SINCE, m));
    return client
        .request(options)
        .compose(r -> Answer.read(vertx, r, settings.answerWithin(), clock.instant()));
  }

  /**
   * Runs on the worker: decoding a large document takes a while, and the sink may block.
   *
   * @return how long to wait when it failed
   */
  private Future<Optional<Duration>> take(Answer answer) {
    return worker.executeBlocking(
        () ->
            switch (answer) {
              case Answer.NotModified() -> Optional.empty();
              case Answer.Refused(int status, var retryAfter) -> {
                Duration wait = failed(Pulse.REFUSED, "HTTP status " + status);
                yield Optional.of(retryAfter.filter(r -> r.compareTo(wait) > 0).orElse(wait));
              }
              case Answer.Document(var body, var tag, var modified) -> {
                var taken = intake.take(body, clock.instant(), Delivery.from(url));
                follower.named(taken.linked(), taken.fault().isEmpty());
                tells = tells || taken.understood() > taken.linked().size();
                if (taken.fault().isPresent()) {
                  yield Optional.of(failed(Pulse.MALFORMED, taken.fault().get()));
                }
                etag = taken.allTaken() ? tag : Optional.empty();
                lastModified = taken.allTaken() ? modified : Optional.empty();
                yield Optional.empty();
              }
            },
        false);
  }

  /** An index of which no document can be read is as good as none. */
  private Future<Duration> settle(Optional<Duration> failed) {
    if (failed.isPresent()) {
      return Future.succeededFuture(failed.get());
    }
    return worker.executeBlocking(
        () -> {
          Optional<String> fault = follower.fault();
          if (fault.isEmpty() || tells) {
            return succeeded();
          }
          pulse.failure(clock.instant(), Pulse.UNREACHABLE, fault.get());
          return every;
        },
        false);
  }

  private Duration succeeded() {
    backoff.reset();
    pulse.success(clock.instant());
    lookAgain();
    return every;
  }

  private Duration failed(String why, String detail) {
    pulse.failure(clock.instant(), why, detail);
    return backoff.next();
  }
}
