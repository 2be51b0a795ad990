package nadhir.core.yaml;

import java.util.Optional;
import java.util.OptionalDouble;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a raw YAML node is, and its plain value. */
final class YamlShape {
  private YamlShape() {}

  static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  /** The text of a scalar, numbers as they are written; empty for a map, a list or nothing. */
  static Optional<String> text(Node node) {
    return node instanceof ScalarNode scalar && !isNull(node)
        ? Optional.of(scalar.getValue().strip())
        : Optional.empty();
  }

  /** A finite number written plainly: not in quotes, not octal or hexadecimal, not {@code .nan}. */
  static OptionalDouble number(Node node) {
    boolean numeric = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    if (numeric && node instanceof ScalarNode scalar) {
      try {
        double number = Double.parseDouble(scalar.getValue());
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
      } catch (NumberFormatException _) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  /** For a sentence such as "must be a list, not …". */
  static String shown(Node node) {
    return switch (node) {
      case MappingNode _ -> "a map";
      case SequenceNode _ -> "a list";
      default -> isNull(node) ? "nothing" : "'" + text(node).orElse("") + "'";
    };
  }
}
