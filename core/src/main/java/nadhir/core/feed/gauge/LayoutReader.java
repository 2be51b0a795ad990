package nadhir.core.feed.gauge;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where the items of a document are: {@code items} and {@code has}, or {@code csv}. */
final class LayoutReader {
  private static final String LIST = "[]";
  private static final String MEMBERS = "{}";
  private static final String STAND_IN = ".";

  /** More lines than this are no header. */
  private static final int MAX_SKIP = 100;

  private LayoutReader() {}

  static Layout.Json json(Layer shape) {
    if (!shape.has("items")) {
      shape.missing("items", "where the items are, such as value/[] ('.' for a single one)");
    }
    String path = shape.text("items").orElse(STAND_IN);
    List<List<String>> parts = new ArrayList<>();
    Layout.Outer outer = Layout.Outer.ONE;
    List<String> part = new ArrayList<>();
    for (String step : steps(shape, "items", path)) {
      if (step.equals(LIST) || step.equals(MEMBERS)) {
        if (step.equals(MEMBERS) && !parts.isEmpty()) {
          shape.mistake("items", "members of an object ({}) can be the outermost items only");
        }
        outer =
            parts.isEmpty() ? step.equals(LIST) ? Layout.Outer.LIST : Layout.Outer.MEMBERS : outer;
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(step);
      }
    }
    if (!parts.isEmpty() && !part.isEmpty()) {
      shape.mistake("items", "a path to items ends in [] or {}, or has none of them");
    }
    List<List<String>> has =
        shape.texts("has").stream().map(text -> steps(shape, "has", text)).toList();
    return parts.isEmpty()
        ? new Layout.Json(part, Layout.Outer.ONE, List.of(), has)
        : new Layout.Json(parts.getFirst(), outer, parts.subList(1, parts.size()), has);
  }

  private static List<String> steps(Layer shape, String key, String path) {
    return Places.steps(path, reason -> shape.mistake(key, reason)).orElse(List.of());
  }

  static Layout.Csv csv(Layer shape) {
    Layer csv = shape.sub("csv");
    var comment = csv.text("comment");
    return new Layout.Csv(
        delimiter(csv),
        quote(csv),
        comment.filter(c -> !c.equals("none")),
        !csv.text("header").equals(Optional.of("false")),
        skip(csv),
        charset(csv));
  }

  private static char delimiter(Layer csv) {
    String text = csv.text("delimiter").orElse(",");
    if (text.equalsIgnoreCase("tab")) {
      return '\t';
    }
    if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.equals("\"")) {
      csv.mistake("delimiter", "a delimiter is one character such as , or ; or the word tab");
      return ',';
    }
    return text.charAt(0);
  }

  private static Optional<Character> quote(Layer csv) {
    String text = csv.text("quote").orElse("\"");
    if (text.equals("none")) {
      return Optional.empty();
    }
    if (text.length() != 1) {
      csv.mistake("quote", "a quote is one character, or the word none");
      return Optional.empty();
    }
    return Optional.of(text.charAt(0));
  }

  private static int skip(Layer csv) {
    double skip = csv.number("skip").orElse(0);
    if (skip < 0 || skip > MAX_SKIP || skip != Math.rint(skip)) {
      csv.mistake("skip", "a number of lines, 0 to " + MAX_SKIP);
      return 0;
    }
    return (int) skip;
  }

  private static Charset charset(Layer csv) {
    String name = csv.text("charset").orElse("UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      csv.mistake("charset", "'" + name + "' is no character set such as UTF-8 or windows-1256");
      return StandardCharsets.UTF_8;
    }
  }
}
