package nadhir.alerting.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nadhir.alerting.channel.twilio.TwilioSettings;
import nadhir.alerting.ledger.Ledger;
import nadhir.alerting.ledger.Patience;
import nadhir.alerting.register.SyntheticPushKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of one drill lane, as an HTTP server on a free port of this machine: {@code POST
 * /2010-04-01/Accounts/{sid}/Messages.json} is shaped like Twilio, {@code POST /push/{person}} like
 * a push service. What becomes of the messages is reported in lane time, when the drill asks.
 */
public final class SandboxGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxGateway.class);
  private static final String HOST = "127.0.0.1";
  private static final int MAX_REQUEST_BYTES = 65_536;

  private final Vertx vertx;
  private final SandboxSettings settings;
  private final InstantSource laneTime;
  private final TwilioShape twilio;
  private final PushShape push;
  private final Outcomes outcomes;
  private final GatewayLog log = new GatewayLog();
  private final ReceiptBook receipts = new ReceiptBook();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  private SandboxGateway(
      Vertx vertx, SandboxSettings settings, SyntheticPushKeys keys, InstantSource laneTime) {
    this.vertx = vertx;
    this.settings = settings;
    this.laneTime = laneTime;
    this.twilio = new TwilioShape(settings);
    this.push = new PushShape(keys);
    this.outcomes = new Outcomes(settings);
    this.server = vertx.createHttpServer(new HttpServerOptions().setHost(HOST).setPort(0));
  }

  /**
   * Starts it; not on an event loop, for it waits until it listens.
   *
   * @param keys of the made-up subscribers; from the register's seed
   */
  public static SandboxGateway start(
      Vertx vertx, SandboxSettings settings, SyntheticPushKeys keys, InstantSource laneTime) {
    var gateway = new SandboxGateway(vertx, settings, keys, laneTime);
    gateway.server.requestHandler(gateway::take);
    gateway.server = gateway.server.listen().toCompletionStage().toCompletableFuture().join();
    LOG.info("sandbox listens port={}", gateway.server.actualPort());
    return gateway;
  }

  public URI base() {
    return URI.create("http://" + HOST + ":" + server.actualPort());
  }

  /** How the SMS adapter reaches it. */
  public TwilioSettings twilioSettings(String sender) {
    return settings.twilio(base(), sender);
  }

  public GatewayLog log() {
    return log;
  }

  /** When the next report is due, in lane time. */
  public Optional<Instant> nextReceiptDue() {
    return receipts.nextDue();
  }

  /**
   * Reports everything due up to and at a moment, in the order of time and delivery.
   *
   * @return how many states moved
   */
  public int deliverReceipts(Instant upTo, Ledger ledger, Patience patience)
      throws InterruptedException {
    List<Ledger.Receipt> due = receipts.due(upTo);
    int moved = 0;
    for (int from = 0; from < due.size(); from += Ledger.MAX_RECEIPTS) {
      var some = due.subList(from, Math.min(from + Ledger.MAX_RECEIPTS, due.size()));
      moved += patience.ask(() -> ledger.receipts(some));
    }
    due.forEach(receipt -> log.reported(receipt.delivery(), receipt.to()));
    return moved;
  }

  private void take(HttpServerRequest request) {
    if (request.method() != HttpMethod.POST) {
      reply(request.response(), Answer.of(405, "{}"));
    } else if (length(request) > MAX_REQUEST_BYTES) {
      reply(request.response(), Answer.of(413, "{}"));
    } else {
      request
          .body()
          .onSuccess(
              body ->
                  workers.execute(
                      () -> replyLater(request.response(), answer(request, body.getBytes()))));
    }
  }

  /** Without a length it counts as too long: nobody of ours sends so. */
  private static long length(HttpServerRequest request) {
    String length = Optional.ofNullable(request.getHeader("Content-Length")).orElse("");
    return length.matches("[0-9]{1,9}") ? Long.parseLong(length) : Long.MAX_VALUE;
  }

  private Answer answer(HttpServerRequest request, byte[] body) {
    String path = Optional.ofNullable(request.path()).orElse("");
    if (path.equals(twilio.path())) {
      return sms(header(request, "Authorization"), body);
    }
    if (path.startsWith(PushShape.PATH)) {
      return push(TwilioShape.decoded(path.substring(PushShape.PATH.length())), request, body);
    }
    return Answer.of(404, "{}");
  }

  private Answer sms(String authorization, byte[] body) {
    var form = new String(body, StandardCharsets.UTF_8);
    return switch (twilio.read(authorization, form, laneTime.instant())) {
      case TwilioShape.Request.Bad(Answer answer) -> answer;
      case TwilioShape.Request.Message(var to, var message) ->
          entered(message) ? twilio.taken(to, message) : Answer.of(503, "{}");
    };
  }

  private Answer push(String person, HttpServerRequest request, byte[] body) {
    var headers =
        new PushShape.Headers(
            header(request, "TTL"),
            header(request, "Content-Encoding"),
            header(request, "Authorization"),
            header(request, "Topic"));
    return switch (push.read(person, headers, body, laneTime.instant())) {
      case PushShape.Request.Bad(int status) -> Answer.of(status, "{}");
      case PushShape.Request.Message(var message) ->
          entered(message)
              ? new Answer(201, "", Optional.of("/message/" + message.delivery().text()))
              : Answer.of(503, "{}");
    };
  }

  /** False when the log is full. */
  private boolean entered(PhoneMessage message) {
    return switch (log.enter(message)) {
      case FULL -> false;
      case AGAIN -> {
        LOG.warn("sandbox got a message twice delivery={}", message.delivery().text());
        yield true;
      }
      case FIRST -> {
        outcomes
            .of(message.delivery())
            .ifPresent(
                report ->
                    receipts.add(
                        message.at().plus(report.after()),
                        new Ledger.Receipt(message.delivery(), report.state(), report.reason())));
        yield true;
      }
    };
  }

  private static String header(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  private void replyLater(HttpServerResponse response, Answer answer) {
    if (settings.answerDelay().isPositive()) {
      vertx.setTimer(settings.answerDelay().toMillis(), _ -> reply(response, answer));
    } else {
      reply(response, answer);
    }
  }

  private static void reply(HttpServerResponse response, Answer answer) {
    answer.location().ifPresent(location -> response.putHeader("Location", location));
    response
        .setStatusCode(answer.status())
        .putHeader("Content-Type", "application/json")
        .end(answer.json())
        .onFailure(e -> LOG.debug("answer not delivered", e));
  }

  @Override
  public void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
    workers.shutdownNow();
  }
}
