package nadhir.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.feed.FeedFormats;
import nadhir.core.sim.Samples;

/**
 * The largest real sample of each format, as {@code "FORMAT FILE"}: taken from the tables of
 * samples that the tests of {@code core} keep, so that a new format comes with its rows there.
 */
final class FormatSamples {
  private static final String TABLES = "/nadhir/core/feed/samples";

  private FormatSamples() {}

  static List<String> all() {
    List<String> rows = rows();
    List<String> all = new ArrayList<>();
    for (String format : FeedFormats.names()) {
      largest(format, rows).ifPresent(file -> all.add(format + " " + file));
    }
    return all;
  }

  /** Formats of which there is no sample to measure. */
  static List<String> without() {
    List<String> with = all().stream().map(s -> s.substring(0, s.indexOf(' '))).toList();
    return FeedFormats.names().stream().filter(f -> !with.contains(f)).toList();
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
    try {
      URI folder = FormatSamples.class.getResource(TABLES).toURI();
      if (!folder.getScheme().equals("jar")) {
        return rows(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return rows(jar.getPath(TABLES));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> rows(Path folder) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .forEach(rows::add);
      }
    }
    return rows;
  }
}
