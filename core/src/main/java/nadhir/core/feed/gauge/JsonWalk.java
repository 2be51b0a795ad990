package nadhir.core.feed.gauge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.feed.Decoded;
import nadhir.core.feed.JsonItems;
import nadhir.core.feed.Reason;

/**
 * Walks through a JSON document to the outermost items, and hands them out one by one: a document
 * that breaks off still gives what stood before the break, and a large one is never held whole.
 */
final class JsonWalk {
  /** A document that is one item itself is no larger. */
  static final int MAX_SINGLE_BYTES = 1024 * 1024;

  /** Takes the outermost items. */
  interface Taker {
    /**
     * @param candidates numbers of the layouts that look there
     * @return whether it wants more
     */
    boolean take(JsonNode item, int number, List<Integer> candidates);
  }

  private record Target(int layout, List<String> steps, boolean members) {}

  private final List<Layout.Json> layouts;
  private final Taker taker;
  private boolean found;
  private boolean enough;

  JsonWalk(List<Layout.Json> layouts, Taker taker) {
    this.layouts = layouts;
    this.taker = taker;
  }

  /**
   * Looks for lists first; where there are none, for objects whose members are the items; and where
   * there are none of those, for a single item.
   *
   * @return what is wrong with the document as a whole
   */
  Optional<Decoded.Rejected> walk(byte[] raw) {
    for (Layout.Outer outer : List.of(Layout.Outer.LIST, Layout.Outer.MEMBERS)) {
      List<Target> targets = targets(outer);
      if (!targets.isEmpty() || outer == Layout.Outer.LIST) {
        Optional<Decoded.Rejected> fault = parse(raw, in -> value(in, targets, 0));
        if (found || fault.isPresent()) {
          return fault;
        }
      }
    }
    return single(raw);
  }

  private List<Target> targets(Layout.Outer outer) {
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      if (layouts.get(i).outer() == outer) {
        targets.add(new Target(i, layouts.get(i).head(), outer == Layout.Outer.MEMBERS));
      }
    }
    return targets;
  }

  private interface Reading {
    void from(JsonParser in) throws IOException;
  }

  private Optional<Decoded.Rejected> parse(byte[] raw, Reading reading) {
    try (JsonParser in = JsonItems.parser(raw)) {
      if (in.nextToken() == null) {
        return Optional.of(new Decoded.Rejected(Reason.WRONG_DOCUMENT, "it is empty"));
      }
      reading.from(in);
      if (!enough && in.nextToken() != null) {
        var at = in.currentLocation();
        return Optional.of(
            new Decoded.Rejected(
                Reason.MALFORMED_JSON,
                "text behind the document's end (line " + at.getLineNr() + ")"));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(isXml(raw) ? xml() : JsonItems.malformed(e));
    }
  }

  static boolean isXml(byte[] raw) {
    for (byte b : raw) {
      boolean before =
          b == ' ' || b == '\t' || b == '\r' || b == '\n' || b < 0; // a byte order mark
      if (!before) {
        return b == '<';
      }
    }
    return false;
  }

  private static Decoded.Rejected xml() {
    return new Decoded.Rejected(
        Reason.MALFORMED_JSON, "this is XML; the format reads JSON: ask the source for that");
  }

  /** The parser stands at the first token of a value, and at its last one afterwards. */
  private void value(JsonParser in, List<Target> targets, int depth) throws IOException {
    List<Integer> here = new ArrayList<>();
    for (Target target : targets) {
      if (target.steps().size() == depth
          && in.currentToken()
              == (target.members() ? JsonToken.START_OBJECT : JsonToken.START_ARRAY)) {
        here.add(target.layout());
      }
    }
    if (!here.isEmpty()) {
      items(in, here);
    } else if (in.currentToken() == JsonToken.START_OBJECT) {
      while (!enough && in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        List<Target> further = new ArrayList<>();
        for (Target target : targets) {
          if (target.steps().size() > depth && target.steps().get(depth).equals(name)) {
            further.add(target);
          }
        }
        if (further.isEmpty()) {
          in.skipChildren();
        } else {
          value(in, further, depth + 1);
        }
      }
    } else {
      in.skipChildren();
    }
  }

  private void items(JsonParser in, List<Integer> candidates) throws IOException {
    found = true;
    boolean members = in.currentToken() == JsonToken.START_OBJECT;
    JsonToken end = members ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    int number = 0;
    while (!enough && in.nextToken() != end) {
      if (members) {
        in.nextToken();
      }
      JsonNode item = in.readValueAsTree();
      enough = !taker.take(item, number++, candidates);
    }
  }

  private Optional<Decoded.Rejected> single(byte[] raw) {
    List<Integer> singles = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      if (layouts.get(i).outer() == Layout.Outer.ONE) {
        singles.add(i);
      }
    }
    if (singles.isEmpty() || raw.length > MAX_SINGLE_BYTES) {
      return Optional.of(
          new Decoded.Rejected(Reason.WRONG_DOCUMENT, "no list of items in it: " + wanted()));
    }
    return parse(
        raw,
        in -> {
          JsonNode whole = in.readValueAsTree();
          for (int i : singles) {
            JsonNode item = JsonItem.at(whole, layouts.get(i).head());
            if (!found && !item.isMissingNode()) {
              found = true;
              taker.take(item, 0, sameHead(singles, i));
            }
          }
        });
  }

  private List<Integer> sameHead(List<Integer> all, int as) {
    return all.stream().filter(i -> layouts.get(i).head().equals(layouts.get(as).head())).toList();
  }

  private String wanted() {
    return String.join(
        ", ",
        layouts.stream()
            .filter(l -> l.outer() != Layout.Outer.ONE)
            .map(l -> String.join("/", l.head()) + (l.head().isEmpty() ? "[]" : "/[]"))
            .toList());
  }

  /** What stands outside of the items, for those who ask for it; first in the document's order. */
  static Map<List<String>, List<String>> outside(byte[] raw, List<List<String>> paths) {
    Map<List<String>, List<String>> words = new LinkedHashMap<>();
    if (paths.isEmpty()) {
      return words;
    }
    try (JsonParser in = JsonItems.parser(raw)) {
      in.nextToken();
      outside(in, paths, 0, words);
    } catch (IOException e) {
      return words; // the walk itself will tell what is wrong
    }
    return words;
  }

  private static void outside(
      JsonParser in, List<List<String>> paths, int depth, Map<List<String>, List<String>> words)
      throws IOException {
    List<List<String>> ending = paths.stream().filter(p -> p.size() == depth).toList();
    boolean list = in.currentToken() == JsonToken.START_ARRAY;
    if (!ending.isEmpty()) {
      if (in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
        String word = in.getText();
        ending.forEach(path -> words.putIfAbsent(path, List.of(word)));
      }
      in.skipChildren();
      return;
    }
    if (!list && in.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    JsonToken end = list ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
    int number = 0;
    while (in.nextToken() != end) {
      String name = list ? String.valueOf(number++) : in.currentName();
      if (!list) {
        in.nextToken();
      }
      List<List<String>> further = paths.stream().filter(p -> p.get(depth).equals(name)).toList();
      if (further.isEmpty()) {
        in.skipChildren();
      } else {
        outside(in, further, depth + 1, words);
      }
    }
  }
}
