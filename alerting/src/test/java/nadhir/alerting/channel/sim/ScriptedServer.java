package nadhir.alerting.channel.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that does to each request in turn what it was told to, and keeps what it got. */
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Act> acts = new ArrayDeque<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What happens to a request. */
  public sealed interface Act {
    /**
     * @param headers each ended by CR LF
     */
    record Answer(int status, String headers, String body) implements Act {}

    /** The connection ends without an answer. */
    record Drop() implements Act {}

    /** No answer ever comes. */
    record Hang() implements Act {}
  }

  public ScriptedServer(Act... script) {
    acts.addAll(List.of(script));
    try {
      listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workers.submit(this::accept);
  }

  public static Act answer(int status, String body) {
    return new Act.Answer(status, "", body);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** Head and body of each request. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        workers.submit(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (true) {
        String request = read(socket.getInputStream());
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        switch (next()) {
          case Act.Answer(int status, String headers, String body) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            var head =
                "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + bytes.length;
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
          }
          case Act.Drop _ -> {
            return;
          }
          case Act.Hang _ -> closed.await();
        }
      }
    } catch (IOException _) {
      // The client has gone away; what it sent is kept.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last act goes for all further requests. */
  private Act next() {
    synchronized (acts) {
      return acts.size() > 1 ? acts.removeFirst() : acts.getFirst();
    }
  }

  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int one = in.read();
      if (one < 0) {
        return "";
      }
      head.append((char) one);
    }
    int length =
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase().startsWith("content-length:"))
            .map(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workers.shutdownNow();
  }
}
