package nadhir.core.feed.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads where something stands. In JSON: names of members and numbers of elements (from 0), parted
 * by {@code /}, from the item ({@code .} is the item itself); {@code ../} for each item further
 * out; {@code /} in front for the document's beginning; {@code ~1} for a slash in a name, {@code ~0}
 * for a tilde. In CSV: a column's heading, or {@code #2} for the second. {@code @topic} and {@code
 * @topic/2} are an MQTT topic and its second level.
 */
final class Places {
  /** Names in one path. */
  static final int MAX_STEPS = 20;

  /** Places of which the first that has a value counts. */
  private static final String OR = "\\s+\\|\\s+";

  private final Layout layout;

  Places(Layout layout) {
    this.layout = layout;
  }

  /** All places of {@code text}; what is wrong goes to {@code mistake}. */
  List<Place> read(String text, Consumer<String> mistake) {
    List<Place> places = new ArrayList<>();
    for (String one : text.strip().split(OR)) {
      place(one.strip(), mistake).ifPresent(places::add);
    }
    return places;
  }

  private Optional<Place> place(String text, Consumer<String> mistake) {
    if (text.startsWith("@")) {
      return topic(text, mistake);
    }
    return switch (layout) {
      case Layout.Csv csv -> column(text, csv, mistake);
      case Layout.Json json -> inJson(text, json, mistake);
    };
  }

  private static Optional<Place> topic(String text, Consumer<String> mistake) {
    if (text.equals("@topic")) {
      return Optional.of(new Place.Topic(Place.Topic.WHOLE));
    }
    if (text.matches("@topic/[1-9]\\d?")) {
      return Optional.of(new Place.Topic(Integer.parseInt(text.substring("@topic/".length()))));
    }
    mistake.accept("'" + text + "' is no place: a topic is @topic, its second level @topic/2");
    return Optional.empty();
  }

  private static Optional<Place> column(String text, Layout.Csv csv, Consumer<String> mistake) {
    if (text.matches("#[1-9]\\d{0,2}")) {
      return Optional.of(new Place.ByNumber(Integer.parseInt(text.substring(1))));
    }
    if (!csv.header()) {
      mistake.accept("'" + text + "' names a column, but there is no header: write #1, #2, …");
      return Optional.empty();
    }
    return Optional.of(new Place.ByName(Headings.plain(text)));
  }

  private static Optional<Place> inJson(String text, Layout.Json json, Consumer<String> mistake) {
    if (text.startsWith("/")) {
      var steps = steps(text.substring(1), mistake);
      return steps.map(Place.InDocument::new);
    }
    int up = 0;
    String rest = text;
    while (rest.startsWith("../")) {
      up++;
      rest = rest.substring(3);
    }
    if (up >= json.levels()) {
      mistake.accept(
          "'"
              + text
              + "' goes up too far: the items stand in "
              + (json.levels() - 1)
              + " others; from the document's beginning a path starts with /");
      return Optional.empty();
    }
    int levels = up;
    return steps(rest, mistake).map(steps -> new Place.Inside(levels, steps));
  }

  /** The names of a path; none for {@code .}. */
  static Optional<List<String>> steps(String path, Consumer<String> mistake) {
    if (path.equals(".")) {
      return Optional.of(List.of());
    }
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      if (step.isEmpty() || step.equals("..")) {
        mistake.accept("'" + path + "' is no path: names parted by /, none of them empty");
        return Optional.empty();
      }
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    if (steps.size() > MAX_STEPS) {
      mistake.accept("a path has at most " + MAX_STEPS + " names");
      return Optional.empty();
    }
    return Optional.of(steps);
  }
}
