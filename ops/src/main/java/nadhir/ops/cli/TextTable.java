package nadhir.ops.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under heads, for a terminal or a document. The first column is text, the others numbers. */
record TextTable(List<String> heads, List<List<String>> rows) {
  TextTable {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Columns aligned by blanks. */
  String text() {
    var all = new StringBuilder(aligned(heads));
    rows.forEach(row -> all.append(aligned(row)));
    return all.toString();
  }

  private String aligned(List<String> row) {
    return IntStream.range(0, row.size())
            .mapToObj(i -> (i == 0 ? "%-" : "%") + width(i) + "s")
            .collect(Collectors.joining("  "))
            .formatted(row.toArray())
            .stripTrailing()
        + "\n";
  }

  private int width(int column) {
    return Math.max(
        heads.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  /** As GitHub's Markdown has it. */
  String markdown() {
    String rule =
        IntStream.range(0, heads.size())
            .mapToObj(i -> i == 0 ? "---" : "---:")
            .collect(Collectors.joining("|", "|", "|\n"));
    return barred(heads)
        + rule
        + rows.stream().map(TextTable::barred).collect(Collectors.joining());
  }

  private static String barred(List<String> row) {
    return row.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
