package nadhir.ops.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.feed.FeedDecoders;
import nadhir.core.sim.Samples;

/**
 * The largest real sample of each format, as {@code "FORMAT FILE"}: taken from the table of samples
 * that the tests of {@code core} keep, so that a new format comes with its row there.
 */
final class FormatSamples {
  private static final String TABLE = "/nadhir/core/feed/samples.txt";

  private FormatSamples() {}

  static List<String> all() {
    List<String> rows = rows();
    List<String> all = new ArrayList<>();
    for (String format : FeedDecoders.formats()) {
      largest(format, rows).ifPresent(file -> all.add(format + " " + file));
    }
    return all;
  }

  private static Optional<String> largest(String format, List<String> rows) {
    Optional<String> best = Optional.empty();
    long most = 0;
    for (String row : rows) {
      String[] columns = row.split("\\s+");
      if (columns[0].equals(format) && size(columns[1]) > most) {
        best = Optional.of(columns[1]);
        most = size(columns[1]);
      }
    }
    return best;
  }

  private static long size(String sample) {
    try {
      Path file = Samples.samples().resolve(sample);
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rows() {
    try (InputStream in = FormatSamples.class.getResourceAsStream(TABLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
