package nadhir.alerting.channel.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The foreign servers come and go with the test, and nobody else can reach them. */
class NodeServerIT {
  private static final String WITH_A_CHILD =
      """
      require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('http').createServer((q, a) => a.end()).listen(PORT, '127.0.0.1');
      """;

  @BeforeAll
  static void needNode() {
    NodeModules.file("end-with-parent.js");
  }

  private static NodeServer serverWithAChild() {
    return NodeServer.start(
        "with-a-child",
        port -> List.of("-e", WITH_A_CHILD.replace("PORT", Integer.toString(port))),
        HttpRequest::newBuilder);
  }

  @Test
  void closingEndsTheProcessAndItsChildren() {
    var server = serverWithAChild();
    var processes = server.processes();
    assertEquals(2, processes.size());
    server.close();
    Awaitility.await()
        .atMost(10, TimeUnit.SECONDS)
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void itEndsByItselfOnceItsStarterIsGone() throws Exception {
    var process =
        new ProcessBuilder(
                "node",
                "--require",
                NodeModules.file("end-with-parent.js").toString(),
                "-e",
                "setInterval(() => {}, 1000); console.log('up')")
            .start();
    try {
      assertEquals("up", process.inputReader().readLine());
      assertTrue(process.isAlive());
      process.getOutputStream().close(); // as the kernel does for a starter that was killed
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it still runs");
    } finally {
      ChildProcess.end(process);
    }
  }

  @Test
  void aServerThatEndsAtOnceIsReportedWithItsLastWords() {
    var failure =
        assertThrows(
            AssertionError.class,
            () ->
                NodeServer.start(
                    "broken",
                    _ -> List.of("-e", "console.log('no such document'); process.exit(3)"),
                    HttpRequest::newBuilder));
    assertTrue(failure.getMessage().contains("no such document"), failure.getMessage());
  }

  @Test
  void prismListensOnLoopbackOnly() throws Exception {
    try (var prism = PrismServer.start()) {
      assertLoopbackOnly(prism.address().getPort());
    }
  }

  @Test
  void thePushServiceListensOnLoopbackOnly() throws Exception {
    try (var push = PushServiceForTests.start()) {
      assertLoopbackOnly(push.address().getPort());
    }
  }

  private static void assertLoopbackOnly(int port) throws Exception {
    assertTrue(isOpen(InetAddress.getByName("127.0.0.1"), port));
    for (var own : NetworkInterface.networkInterfaces().toList()) {
      for (var address : own.inetAddresses().filter(a -> !a.isLoopbackAddress()).toList()) {
        assertFalse(isOpen(address, port), address.toString());
      }
    }
  }

  private static boolean isOpen(InetAddress address, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
