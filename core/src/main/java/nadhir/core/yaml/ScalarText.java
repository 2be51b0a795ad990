package nadhir.core.yaml;

import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Finds the place in the file of one character of a text, however the text was written: plain,
 * quoted, folded over lines. YAML changes only the blanks between, so that the n-th character that
 * is no blank is the n-th one in the file, too; escapes in double quotes are taken as they stand.
 */
final class ScalarText {
  private ScalarText() {}

  /** {@code offset} counts in the stripped text. */
  static Spot spot(Lines file, ScalarNode scalar, int offset) {
    String value = scalar.getValue().strip();
    int before =
        (int)
            value
                .substring(0, Math.min(offset, value.length()))
                .chars()
                .filter(c -> !Character.isWhitespace(c))
                .count();
    return scalar
        .getStartMark()
        .map(mark -> walk(file, scalar, mark.getLine(), mark.getColumn(), before))
        .orElse(new Spot(0, 0));
  }

  private static Spot walk(Lines file, ScalarNode scalar, int line, int column, int before) {
    List<String> lines = file.all();
    boolean block =
        scalar.getScalarStyle() == ScalarStyle.FOLDED
            || scalar.getScalarStyle() == ScalarStyle.LITERAL;
    boolean single = scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED;
    boolean quoted = single || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
    int row = block ? line + 1 : line;
    int from = block ? 0 : quoted ? column + 1 : column;
    int left = before;
    for (; row < lines.size(); row++, from = 0) {
      String text = lines.get(row);
      for (int i = from; i < text.length(); i++) {
        if (Character.isWhitespace(text.charAt(i))) {
          continue;
        }
        if (left == 0) {
          return new Spot(row + 1, i + 1);
        }
        left--;
        if (single && text.startsWith("''", i)) {
          i++;
        }
      }
    }
    return new Spot(line + 1, column + 1);
  }
}
