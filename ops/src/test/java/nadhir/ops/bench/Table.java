package nadhir.ops.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows as text, those of one work together; columns that nobody fills are left out.
 *
 * <pre>
 * work        by            rate    ±   bytes/s  core  whole core  against
 * a.aivdm     nadhir   300,000 /s  2 %  1.5 MB/s  50 %  600,000 /s  1.20 × aisLib
 * a.aivdm     aisLib   250,000 /s  3 %  1.2 MB/s  50 %  500,000 /s
 * </pre>
 *
 * ± is one standard deviation between iterations; core how much of one core the JVM got, its
 * collector included; whole core what it does in a second of that.
 */
final class Table {
  private static final List<String> HEAD =
      List.of("work", "by", "rate", "±", "bytes/s", "core", "whole core", "against");

  /** Work and by stand at the left, as words do. */
  private static final int WORDS = 2;

  private Table() {}

  static String of(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEAD);
    for (Row row : together(rows)) {
      lines.add(cells(row, rows));
    }
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < HEAD.size(); column++) {
      widths.add(width(lines, column));
    }
    return lines.stream().map(l -> line(l, widths)).collect(Collectors.joining());
  }

  /** JMH measures method by method; a reader compares work by work. */
  private static List<Row> together(List<Row> rows) {
    var works = new LinkedHashMap<String, List<Row>>();
    rows.forEach(r -> works.computeIfAbsent(r.work(), _ -> new ArrayList<>()).add(r));
    return works.values().stream()
        .flatMap(w -> w.stream().sorted(Comparator.comparing(Row::peer)))
        .toList();
  }

  private static int width(List<List<String>> lines, int column) {
    boolean filled = lines.stream().skip(1).anyMatch(l -> !l.get(column).isEmpty());
    return filled ? lines.stream().mapToInt(l -> l.get(column).length()).max().getAsInt() : 0;
  }

  private static String line(List<String> cells, List<Integer> widths) {
    var line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      if (widths.get(column) > 0) {
        String blanks = " ".repeat(widths.get(column) - cells.get(column).length());
        String cell = cells.get(column);
        boolean left = column < WORDS || column == cells.size() - 1;
        line.append(left ? cell + blanks : blanks + cell).append("  ");
      }
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static List<String> cells(Row row, List<Row> rows) {
    return List.of(
        row.work(),
        row.way(),
        rate(row),
        Double.isNaN(row.spread()) ? "" : percent(row.spread()),
        row.bytesPerS().isPresent() ? scaled(row.bytesPerS().getAsDouble()) + "B/s" : "",
        row.core().isPresent() ? percent(row.core().getAsDouble()) : "",
        row.perCoreS().isPresent() ? grouped(row.perCoreS().getAsDouble()) + " /s" : "",
        row.peer() ? "" : against(row, rows));
  }

  private static String rate(Row row) {
    return switch (row.unit()) {
      case RATE -> grouped(row.perS()) + " /s";
      case TIME -> time(1 / row.perS());
    };
  }

  private static String against(Row row, List<Row> rows) {
    return rows.stream()
        .filter(r -> r.peer() && r.work().equals(row.work()))
        .map(r -> times(row.times(r)) + " × " + r.way())
        .collect(Collectors.joining(", "));
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
  }

  private static String grouped(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%,.0f", number);
  }

  private static String scaled(double number) {
    return number >= 1e9
        ? String.format(Locale.ROOT, "%.2f G", number / 1e9)
        : number >= 1e6
            ? String.format(Locale.ROOT, "%.1f M", number / 1e6)
            : String.format(Locale.ROOT, "%.0f k", number / 1e3);
  }

  private static String time(double seconds) {
    return seconds >= 1
        ? String.format(Locale.ROOT, "%.2f s", seconds)
        : seconds >= 1e-3
            ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
            : seconds >= 1e-6
                ? String.format(Locale.ROOT, "%.2f µs", seconds * 1e6)
                : String.format(Locale.ROOT, "%.1f ns", seconds * 1e9);
  }
}
