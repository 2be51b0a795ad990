package nadhir.core.feed.mqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real broker from Debian's package on a free port of this machine, ended by its process id. */
final class Mosquitto implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"));

  final int port;
  private final Path config;
  private Process process;

  private Mosquitto(int port, Path config) {
    this.port = port;
    this.config = config;
  }

  /**
   * Starts it; says why the test is skipped where there is none.
   *
   * @param folder of its own
   * @param more further lines of its configuration
   */
  static Mosquitto start(Path folder, String... more) throws IOException {
    binary();
    int port = freePort();
    Path config = folder.resolve("mosquitto.conf");
    Files.writeString(
        config,
        "listener "
            + port
            + " 127.0.0.1\npersistence false\nuser root\n"
            + "max_queued_messages 100000\nlog_type none\n"
            + String.join("\n", more)
            + "\n");
    var broker = new Mosquitto(port, config);
    broker.start();
    return broker;
  }

  private static Path binary() {
    var found = PLACES.stream().filter(Files::isExecutable).findFirst();
    if (found.isEmpty()) {
      String why = "Mosquitto is not installed (Debian: apt-get install mosquitto)";
      if ("true".equals(System.getenv("CI"))) {
        fail(why);
      }
      abort(why);
    }
    return found.get();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(binary().toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(config.resolveSibling("mosquitto.log").toFile())
            .start();
    await().atMost(10, TimeUnit.SECONDS).until(this::answers);
  }

  private boolean answers() throws IOException {
    if (!process.isAlive()) {
      fail(Files.readString(config.resolveSibling("mosquitto.log")));
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** STOP or CONT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  void stop() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
