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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import nadhir.core.feed.FeedFormats;
import nadhir.core.sim.Samples;

/**
 * The sample of each format that gives most, as {@code "FORMAT FILE"} or {@code "FORMAT+OPTIONS
 * FILE"}: taken from the tables of samples that the tests of {@code core} keep, so that a new
 * format comes with its rows there.
 */
final class FormatSamples {
  private static final String TABLES = "/nadhir/core/feed/samples";

  private static final Comparator<Row> MOST =
      Comparator.comparingInt(Row::items).thenComparingLong(Row::bytes);

  private FormatSamples() {}

  /** One row: the words for {@code SampleFeeds}, the file, and the reports and messages in it. */
  private record Row(String feed, String file, int items) {
    static Row of(String line) {
      String[] columns = line.split("\\s+");
      return new Row(
          columns[0], columns[1], Integer.parseInt(columns[2]) + Integer.parseInt(columns[3]));
    }

    String format() {
      return feed.split("\\+", 2)[0];
    }

    long bytes() {
      try {
        Path sample = Samples.samples().resolve(file);
        return Files.isRegularFile(sample) ? Files.size(sample) : 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static List<String> all() {
    return best().values().stream().map(row -> row.feed + " " + row.file).toList();
  }

  /** Formats of which there is no sample to measure. */
  static List<String> without() {
    Set<String> with = best().keySet();
    return FeedFormats.names().stream().filter(format -> !with.contains(format)).toList();
  }

  /** By format: of those that are there the one with most in it, the larger of equals. */
  private static SortedMap<String, Row> best() {
    SortedMap<String, Row> best = new TreeMap<>();
    for (String line : rows()) {
      Row row = Row.of(line);
      if (row.items > 0 && row.bytes() > 0) {
        best.merge(row.format(), row, BinaryOperator.maxBy(MOST));
      }
    }
    return best;
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
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .forEach(rows::add);
      }
    }
    return rows;
  }
}
