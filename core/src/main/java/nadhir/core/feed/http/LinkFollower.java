package nadhir.core.feed.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.Delivery;
import nadhir.core.feed.FeedSettings;
import nadhir.core.feed.Intake;
import nadhir.core.feed.Reason;

/**
 * Fetches the documents that an index names: one after another, each once while it stands in the
 * index, so many a poll and the rest with the next. One that fails is counted and tried again
 * later, and costs no other. What a named document names is fetched after it, and no further.
 */
final class LinkFollower {
  /** Documents fetched after one poll of the index. */
  static final int MAX_PER_POLL = 40;

  private static final int MAX_REDIRECTS = 3;

  private final WorkerExecutor worker;
  private final Vertx vertx;
  private final InstantSource clock;
  private final FeedSettings settings;
  private final LinkRule rule;
  private final Intake intake;
  private final HttpClient client;
  private final Links links = new Links();
  private volatile boolean stopped;

  LinkFollower(
      Vertx vertx,
      WorkerExecutor worker,
      InstantSource clock,
      FeedSettings settings,
      URI index,
      Intake intake) {
    this.vertx = vertx;
    this.worker = worker;
    this.clock = clock;
    this.settings = settings;
    this.rule = new LinkRule(index);
    this.intake = intake;
    this.client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setDecompressionSupported(true)
                    .setMaxRedirects(MAX_REDIRECTS)
                    .setConnectTimeout((int) settings.connectWithin().toMillis()))
            .withRedirectHandler(this::redirected)
            .build();
  }

  /**
   * The index has been read.
   *
   * @param whole it did not break off: what is not among {@code named} has left it
   */
  void named(List<URI> named, boolean whole) {
    if (whole) {
      links.stand(named);
    } else {
      links.alsoStand(named);
    }
  }

  /** Fetches what is due, and begins none after {@code until}. Never fails. */
  Future<Void> follow(Instant until) {
    return next(new ArrayDeque<>(links.due(clock.instant(), MAX_PER_POLL)), MAX_PER_POLL, until);
  }

  private Future<Void> next(Deque<URI> due, int room, Instant until) {
    if (due.isEmpty() || room == 0 || stopped || !clock.instant().isBefore(until)) {
      return Future.succeededFuture();
    }
    URI link = due.pop();
    return one(link)
        .compose(
            named -> {
              named.reversed().forEach(due::push);
              return next(due, room - 1, until);
            });
  }

  /** Completes with what the document names. */
  private Future<List<URI>> one(URI link) {
    Optional<String> refused = rule.refuses(link);
    if (refused.isPresent()) {
      return failed(link, Reason.LINK_REFUSED, refused.get());
    }
    return request(link)
        .compose(client::request)
        .compose(r -> Answer.read(vertx, r, settings.answerWithin(), clock.instant()))
        .compose(answer -> taken(link, answer))
        .recover(
            e ->
                stopped
                    ? Future.succeededFuture(List.of())
                    : failed(
                        link,
                        e instanceof Refused ? Reason.LINK_REFUSED : Reason.LINK_FAILED,
                        String.valueOf(e.getMessage())));
  }

  /** A link that must not be followed. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why, null, false, false);
    }
  }

  /** The request, to the very address that was looked at: a name can mean another one later. */
  private Future<RequestOptions> request(URI link) {
    return worker
        .executeBlocking(() -> address(link), false)
        .map(
            address -> {
              var options =
                  new RequestOptions()
                      .setMethod(HttpMethod.GET)
                      .setAbsoluteURI(withoutFragment(link))
                      .setFollowRedirects(true)
                      .setTimeout(settings.answerWithin().toMillis())
                      .putHeader(HttpHeaders.USER_AGENT, settings.userAgent())
                      .putHeader(HttpHeaders.ACCEPT, HttpPoller.ACCEPTED);
              Links.Version known = links.version(link);
              known.etag().ifPresent(e -> options.putHeader(HttpHeaders.IF_NONE_MATCH, e));
              known
                  .lastModified()
                  .ifPresent(m -> options.putHeader(HttpHeaders.IF_MODIFIED_SINCE, m));
              options.setServer(
                  SocketAddress.inetSocketAddress(
                      new InetSocketAddress(address, options.getPort())));
              return options;
            });
  }

  private static String withoutFragment(URI link) {
    return link.toString().replaceFirst("#.*", "");
  }

  private InetAddress address(URI link) throws Exception {
    List<InetAddress> addresses = List.of(InetAddress.getAllByName(link.getHost()));
    Optional<String> refused = rule.refuses(link, addresses);
    if (refused.isPresent()) {
      throw new Refused(refused.get());
    }
    return addresses.getFirst();
  }

  private Future<RequestOptions> redirected(HttpClientResponse response) {
    String location = response.getHeader(HttpHeaders.LOCATION);
    if (location == null) {
      return Future.failedFuture("HTTP status " + response.statusCode());
    }
    try {
      URI to = URI.create(response.request().absoluteURI()).resolve(location);
      Optional<String> refused = rule.refuses(to);
      return refused.isPresent()
          ? Future.failedFuture(new Refused("leads to " + to + ": " + refused.get()))
          : request(to);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture("leads to no address: " + location);
    }
  }

  private Future<List<URI>> taken(URI link, Answer answer) {
    return worker.executeBlocking(
        () ->
            switch (answer) {
              case Answer.NotModified() -> {
                links.unchanged(link, clock.instant());
                yield List.of();
              }
              case Answer.Refused(int status, _) ->
                  fail(link, Reason.LINK_FAILED, "HTTP status " + status);
              case Answer.Document(var body, var etag, var modified) -> {
                Intake.Taken taken = intake.take(body, clock.instant(), Delivery.from(link));
                if (taken.fault().isPresent()) {
                  yield fail(link, Reason.LINK_FAILED, taken.fault().get());
                }
                if (taken.allTaken()) {
                  links.read(link, new Links.Version(etag, modified), clock.instant());
                }
                yield links.names(link, taken.linked());
              }
            },
        false);
  }

  private Future<List<URI>> failed(URI link, Reason reason, String why) {
    return worker.executeBlocking(() -> fail(link, reason, why), false);
  }

  private List<URI> fail(URI link, Reason reason, String why) {
    links.failed(link);
    intake.rejected(reason, link + ": " + why);
    return List.of();
  }

  /** What is wrong with all of them, if no document could be read so far. */
  Optional<String> fault() {
    return links.noneRead()
        ? Optional.of("none of the " + links.size() + " documents that it names can be read")
        : Optional.empty();
  }

  Future<Void> close() {
    stopped = true;
    return client.close();
  }
}
