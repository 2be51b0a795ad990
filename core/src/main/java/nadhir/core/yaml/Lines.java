package nadhir.core.yaml;

import java.util.List;

/**
 * The lines of a file, split once when the first place in it is asked for: a file of many rules has
 * thousands of places to tell of.
 */
final class Lines {
  private final String text;
  private List<String> split = List.of();

  Lines(String text) {
    this.text = text;
  }

  List<String> all() {
    if (split.isEmpty()) {
      split = text.lines().toList();
    }
    return split;
  }
}
