package nadhir.core.feed.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemDropsTest {
  private static final String TABLE =
      """
         sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
        643: 0100007F:15FF 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 106600 2 000000002153ffe7 115262
       1643: 0100007F:25FF 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 106601 2 000000002153ffe8 7
       2643: 00000000:15FF 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 106602 2 000000002153ffe9 3
      """;

  @Test
  void thoseOfThePortAreAddedUp() {
    assertEquals(115265, SystemDrops.in(TABLE.lines().toList(), 0x15ff));
    assertEquals(0, SystemDrops.in(TABLE.lines().toList(), 0x5ff));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatNobodyFetchesIsToldOnce() throws IOException {
    try (var lazy = new DatagramSocket(null);
        var sender = new DatagramSocket()) {
      lazy.setReceiveBufferSize(4096);
      lazy.bind(new InetSocketAddress("127.0.0.1", 0));
      var drops = new SystemDrops(lazy.getLocalPort());
      assertEquals(0, drops.more());
      var to = new InetSocketAddress("127.0.0.1", lazy.getLocalPort());
      for (int i = 0; i < 100; i++) {
        sender.send(new DatagramPacket(new byte[1000], 1000, to));
      }
      long dropped = drops.more();
      assertTrue(dropped > 50 && dropped < 100, dropped + " dropped");
      assertEquals(0, drops.more());
    }
  }
}
