package nadhir.core.journal.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A wire between client and server. Once asked, it delivers the next request and breaks before the
 * reply comes through; and it can answer WAITAOF in place of a server that does not know it.
 */
final class Wire implements AutoCloseable {
  private final ServerSocket door;
  private final int serverPort;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean cutNext;
  private volatile Optional<String> waitAof = Optional.empty();

  Wire(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void cutNextReply() {
    cutNext = true;
  }

  /** On so many disks: of the server itself, and of replicas. */
  void answerWaitAof(int here, int there) {
    waitAof = Optional.of("*2\r\n:" + here + "\r\n:" + there + "\r\n");
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        sockets.addAll(List.of(client, server));
        Thread.ofVirtual().start(() -> pump(client, server, client, false));
        Thread.ofVirtual().start(() -> pump(server, client, client, true));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void pump(Socket from, Socket to, Socket client, boolean replies) {
    var buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (replies && cutNext) {
          cutNext = false;
          return;
        }
        boolean waits = !replies && new String(buffer, 0, n, UTF_8).contains("WAITAOF");
        if (waits && waitAof.isPresent()) {
          client.getOutputStream().write(waitAof.get().getBytes(UTF_8));
        } else {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException _) {
      // one side is gone: the other goes, too
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
