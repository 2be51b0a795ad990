package nadhir.alerting.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with gaps, taken apart once. */
record Template(List<Part> parts) {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

  sealed interface Part {
    record Text(String text) implements Part {}

    record Hole(Gap gap) implements Part {}
  }

  Template {
    parts = List.copyOf(parts);
  }

  /**
   * Takes {@code source} apart; each brace that is no gap is added to {@code unknown} and stays as
   * text.
   */
  static Template parse(String source, List<String> unknown) {
    List<Part> parts = new ArrayList<>();
    Matcher braces = BRACES.matcher(source);
    int end = 0;
    while (braces.find()) {
      text(source.substring(end, braces.start()), parts, unknown);
      end = braces.end();
      var gap = Gap.parse(braces.group(1));
      if (gap.isEmpty()) {
        unknown.add(braces.group());
      }
      parts.add(gap.<Part>map(Part.Hole::new).orElseGet(() -> new Part.Text(braces.group())));
    }
    text(source.substring(end), parts, unknown);
    return new Template(parts);
  }

  private static void text(String text, List<Part> parts, List<String> unknown) {
    if (text.contains("{") || text.contains("}")) {
      unknown.add(text.contains("{") ? "{" : "}");
    }
    if (!text.isEmpty()) {
      parts.add(new Part.Text(text));
    }
  }

  /** All gaps, sorted, as often as they stand there. */
  List<Gap> gaps() {
    return parts.stream()
        .flatMap(p -> p instanceof Part.Hole(Gap gap) ? Stream.of(gap) : Stream.empty())
        .sorted()
        .toList();
  }

  /** As it is written in the file. */
  String source() {
    return fill(Gap::toString);
  }

  String fill(Function<Gap, String> filler) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Text(String text) -> filled.append(text);
        case Part.Hole(Gap gap) -> filled.append(filler.apply(gap));
      }
    }
    return filled.toString();
  }
}
