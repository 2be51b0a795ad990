package nadhir.alerting.channel.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Sits on the line between a channel and a server: keeps every request as the channel made it, and
 * hands it on, changed where a test wants to see the server refuse it.
 */
public final class Tap implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  private static final int NO_BODY = -1;

  /** What belongs to a single connection, and what the client sets by itself. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of("host", "content-length", "connection", "transfer-encoding", "upgrade");

  private static final HttpClient BACK =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpServer front;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Onward onward;

  /**
   * A request.
   *
   * @param headers by their names in small letters
   */
  public record Request(String method, URI target, SortedMap<String, String> headers, byte[] body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    public Request without(String header) {
      SortedMap<String, String> fewer = new TreeMap<>(headers);
      fewer.remove(header);
      return new Request(method, target, fewer, body);
    }

    public Request with(byte[] otherBody) {
      return new Request(method, target, headers, otherBody);
    }

    /** The body as fields of a form, decoded. */
    public SortedMap<String, String> form() {
      SortedMap<String, String> fields = new TreeMap<>();
      for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
        String[] parts = pair.split("=", 2);
        String earlier = fields.put(decoded(parts[0]), decoded(parts[1]));
        if (earlier != null) {
          throw new AssertionError("the field " + parts[0] + " comes twice");
        }
      }
      return fields;
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
  }

  private record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

  private interface Onward {
    Answer ask(Request request) throws IOException, InterruptedException;
  }

  private Tap(Onward onward) {
    this.onward = onward;
    try {
      front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    front.createContext("/", this::take);
    front.setExecutor(workers);
    front.start();
  }

  /** Hands everything on as it comes. */
  public static Tap before(URI server) {
    return changing(server, UnaryOperator.identity());
  }

  /** Hands on what {@code change} makes of it. */
  public static Tap changing(URI server, UnaryOperator<Request> change) {
    return new Tap(request -> handOn(server, change.apply(request)));
  }

  /** Has no server behind it and answers everything so. */
  public static Tap answering(int status) {
    return new Tap(_ -> new Answer(status, Map.of(), new byte[0]));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
  }

  /** Everything that the channel has sent, as it sent it. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The only one so far. */
  public Request only() {
    if (requests.size() != 1) {
      throw new AssertionError(requests.size() + " requests instead of one");
    }
    return requests.getFirst();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      SortedMap<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
      var request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              headers,
              exchange.getRequestBody().readAllBytes());
      requests.add(request);
      Answer answer = onward.ask(request);
      answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? NO_BODY : answer.body().length);
      if (answer.body().length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Answer handOn(URI server, Request request)
      throws IOException, InterruptedException {
    var copy =
        HttpRequest.newBuilder(server.resolve(request.target().toString()))
            .timeout(ANSWER_LIMIT)
            .method(request.method(), BodyPublishers.ofByteArray(request.body()));
    request.headers().entrySet().stream()
        .filter(header -> !NOT_HANDED_ON.contains(header.getKey()))
        .forEach(header -> copy.header(header.getKey(), header.getValue()));
    var answer = BACK.send(copy.build(), BodyHandlers.ofByteArray());
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    NOT_HANDED_ON.forEach(headers::remove);
    return new Answer(answer.statusCode(), headers, answer.body());
  }

  @Override
  public void close() {
    front.stop(0);
    workers.shutdownNow();
  }
}
