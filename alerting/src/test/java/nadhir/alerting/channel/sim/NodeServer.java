package nadhir.alerting.channel.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import nadhir.core.redis.EmbeddedRedis;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A server run by Node on a free port of the loopback interface. It ends when it is closed, and
 * also when this JVM is gone, however that came about. What it says is in {@code target/node}.
 */
final class NodeServer implements AutoCloseable {
  /** Another program may take the free port between finding and using it. */
  private static final int MAX_PORT_TRIES = 3;

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration ASK_AGAIN = Duration.ofMillis(100);
  private static final int LAST_LINES = 20;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final URI address;

  private NodeServer(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it and waits until it answers, whatever the answer is.
   *
   * @param arguments for {@code node}, given the port
   * @param question a request to its address that does no harm
   */
  static NodeServer start(
      String name,
      IntFunction<List<String>> arguments,
      Function<URI, HttpRequest.Builder> question) {
    for (int i = 1; ; i++) {
      int port = EmbeddedRedis.freePort();
      Path log = NodeModules.WORK.resolve(name + "-" + port + ".log");
      var server = launch(arguments.apply(port), port, log);
      try {
        server.awaitAnswer(question);
        return server;
      } catch (ConditionTimeoutException | IllegalStateException e) {
        boolean portTaken = !server.process.isAlive() && said(log).contains("EADDRINUSE");
        server.close();
        if (!portTaken || i == MAX_PORT_TRIES) {
          throw new AssertionError(name + " did not start; it said:\n" + said(log), e);
        }
      }
    }
  }

  private static NodeServer launch(List<String> arguments, int port, Path log) {
    List<String> command = new ArrayList<>();
    command.add("node");
    command.add("--require");
    command.add(NodeModules.file("end-with-parent.js").toString());
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command)
            .directory(NodeModules.WORK.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("NODE_ENV", "test"); // in "production" Prism would fork
    try {
      return new NodeServer(builder.start(), URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(Function<URI, HttpRequest.Builder> question) {
    Awaitility.await()
        .atMost(START_LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(ASK_AGAIN)
        .until(() -> isOver() || answers(question));
    if (isOver()) {
      throw new IllegalStateException("it ended with " + process.exitValue());
    }
  }

  private boolean isOver() {
    return !process.isAlive();
  }

  private boolean answers(Function<URI, HttpRequest.Builder> question) throws InterruptedException {
    try {
      HTTP.send(question.apply(address).timeout(ANSWER_LIMIT).build(), BodyHandlers.discarding());
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static String said(Path log) {
    try {
      var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "nothing that can be read (" + e.getMessage() + ")";
    }
  }

  URI address() {
    return address;
  }

  /** The process and what it has started. */
  List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    return all;
  }

  @Override
  public void close() {
    ChildProcess.end(process);
  }
}
