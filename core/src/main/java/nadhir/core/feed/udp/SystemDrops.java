package nadhir.core.feed.udp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How many datagrams the operating system has dropped at one port because nobody fetched them in
 * time. Linux tells it in {@code /proc/net/udp} (proc(5)); elsewhere nobody does, and this is 0.
 */
final class SystemDrops {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));

  /** Columns of a table: the local address as {@code ADDRESS:PORT}, both hexadecimal. */
  private static final int LOCAL = 1;

  private final int port;
  private long before;

  SystemDrops(int port) {
    this.port = port;
  }

  /** Those since the last call. */
  long more() {
    long all = 0;
    for (Path table : TABLES) {
      try {
        all += in(Files.readAllLines(table), port);
      } catch (IOException e) {
        return 0; // not Linux
      }
    }
    long more = Math.max(0, all - before);
    before = all;
    return more;
  }

  /** The last column of each line whose local port it is. */
  static long in(List<String> table, int port) {
    String end = String.format(Locale.ROOT, ":%04X", port);
    return table.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > LOCAL && columns[LOCAL].endsWith(end))
        .mapToLong(columns -> Long.parseLong(columns[columns.length - 1]))
        .sum();
  }
}
