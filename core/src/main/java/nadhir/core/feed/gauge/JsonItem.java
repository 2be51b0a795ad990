package nadhir.core.feed.gauge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nadhir.core.feed.Delivery;

/**
 * An element of a JSON document.
 *
 * @param levels the items around it, outermost first, and itself
 * @param lists size of the list that each of them stands in; 0 where it is not known
 * @param numbers of each in its list, from 0
 * @param document what stands outside of all items, for the places that ask for it
 */
record JsonItem(
    List<JsonNode> levels,
    List<Integer> lists,
    List<Integer> numbers,
    Map<List<String>, List<String>> document,
    Delivery delivery)
    implements Item {
  /** Of an element's number. */
  private static final int MAX_DIGITS = 6;

  /** An item inside of this one. */
  JsonItem with(JsonNode item, int list, int number) {
    return new JsonItem(
        plus(levels, item), plus(lists, list), plus(numbers, number), document, delivery);
  }

  private static <T> List<T> plus(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  @Override
  public List<String> words(Place place) {
    return switch (place) {
      case Place.Inside(int up, var steps) -> words(at(level(up), steps));
      case Place.InDocument(var steps) -> document.getOrDefault(steps, List.of());
      case Place.Topic(int level) -> Topics.words(delivery, level);
      case Place.Fixed(var text) -> List.of(text);
      case Place.ByName _, Place.ByNumber _ -> List.of();
    };
  }

  private JsonNode level(int up) {
    return levels.get(levels.size() - 1 - up);
  }

  static JsonNode at(JsonNode from, List<String> steps) {
    JsonNode node = from;
    for (String step : steps) {
      node = node.isArray() ? element(node, step) : node.path(step);
    }
    return node;
  }

  private static JsonNode element(JsonNode list, String step) {
    int number = 0;
    for (int i = 0; i < step.length(); i++) {
      int digit = step.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i >= MAX_DIGITS) {
        return list.path(step); // nothing
      }
      number = number * 10 + digit;
    }
    return list.path(number);
  }

  /** A scalar as one word, a list as the words of its elements; nothing for null and objects. */
  static List<String> words(JsonNode node) {
    if (node.isArray() && node.isEmpty()) {
      return List.of();
    }
    if (node.isArray()) {
      List<String> words = new ArrayList<>();
      node.forEach(element -> words.addAll(element.isArray() ? List.of() : words(element)));
      return words;
    }
    return node.isValueNode() && !node.isNull() ? List.of(node.asText()) : List.of();
  }

  @Override
  public OptionalInt amongSeveral(int up) {
    int level = levels.size() - 1 - up;
    return lists.get(level) > 1 ? OptionalInt.of(numbers.get(level)) : OptionalInt.empty();
  }

  @Override
  public String where() {
    return "item " + (numbers.getFirst() + 1);
  }
}
