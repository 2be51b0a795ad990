package nadhir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The HTTP server of a member.
 *
 * <pre>{@code
 * try (var face = HttpFace.start(vertx, HttpSettings.loopback(0), parts)) {
 *   System.out.println(face.url());
 * }
 * }</pre>
 */
public final class HttpFace implements AutoCloseable {
  static final int IDLE_SECONDS = 75;
  static final int MAX_HEADER_BYTES = 16_384;

  private final Vertx vertx;
  private final HttpSettings settings;
  private final Serving serving;
  private final String deployment;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HttpFace(Vertx vertx, HttpSettings settings, Serving serving, String deployment) {
    this.vertx = vertx;
    this.settings = settings;
    this.serving = serving;
    this.deployment = deployment;
  }

  /** It cannot listen there. The message is one sentence for a person. */
  public static final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Listens when it returns; throws {@link CannotListen} when it cannot. */
  public static HttpFace start(Vertx vertx, HttpSettings settings, HttpParts parts) {
    var serving = new Serving(settings, parts);
    try {
      String deployment =
          vertx.deployVerticle(serving).toCompletionStage().toCompletableFuture().join();
      return new HttpFace(vertx, settings, serving, deployment);
    } catch (CompletionException e) {
      throw cannotListen(settings, e.getCause());
    }
  }

  private static RuntimeException cannotListen(HttpSettings settings, Throwable why) {
    String place = settings.host() + ":" + settings.port();
    return switch (why) {
      case BindException _ ->
          new CannotListen(
              "Port "
                  + settings.port()
                  + " on "
                  + settings.host()
                  + " cannot be used ("
                  + why.getMessage()
                  + "): end the program that has it, or choose another with --port.",
              why);
      case UnknownHostException _, UnresolvedAddressException _ ->
          new CannotListen("There is no interface " + settings.host() + " to listen on.", why);
      case RuntimeException e -> e;
      default -> new CannotListen("Cannot listen on " + place + ": " + why.getMessage(), why);
    };
  }

  /** The port that it listens on, also when any free one was asked for. */
  public int port() {
    return serving.server.actualPort();
  }

  /** Where a browser on this machine reaches it. */
  public String url() {
    return settings
        .publicUrl()
        .map(Object::toString)
        .orElseGet(
            () ->
                "http://" + (settings.isLoopback() ? "localhost" : settings.host()) + ":" + port());
  }

  /** Ends all streams and stops listening. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      vertx.undeploy(deployment).toCompletionStage().toCompletableFuture().join();
    }
  }

  /** What runs on the event loop. */
  private static final class Serving extends VerticleBase {
    private final HttpSettings settings;
    private final HttpParts parts;
    private Routes routes;
    private HttpServer server;

    Serving(HttpSettings settings, HttpParts parts) {
      this.settings = settings;
      this.parts = parts;
    }

    @Override
    public Future<?> start() {
      // reading the contract and the console's files takes a moment: not on the event loop
      return vertx
          .executeBlocking(() -> Routes.load(settings, parts, vertx))
          .compose(
              loaded -> {
                routes = loaded;
                server = vertx.createHttpServer(options()).requestHandler(routes.router());
                return server.listen();
              });
    }

    private HttpServerOptions options() {
      return new HttpServerOptions()
          .setHost(settings.host())
          .setPort(settings.port())
          .setIdleTimeout(IDLE_SECONDS)
          .setIdleTimeoutUnit(TimeUnit.SECONDS)
          .setMaxHeaderSize(MAX_HEADER_BYTES)
          .setHttp2ClearTextEnabled(false)
          .setDecompressionSupported(false)
          .setHandle100ContinueAutomatically(true);
    }

    @Override
    public Future<?> stop() {
      if (routes == null) {
        return Future.succeededFuture();
      }
      routes.close();
      return server == null ? Future.succeededFuture() : server.close();
    }
  }
}
