package nadhir.core.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks to an array inside a JSON document and hands out its elements one by one, so that a
 * document which breaks off still gives what stood before the break, and a large one is never held
 * as a whole tree.
 */
public final class JsonItems {
  /** Nesting deeper than this is malformed. */
  static final int MAX_DEPTH = 60;

  /** A single text longer than this is malformed. */
  static final int MAX_TEXT = 1024 * 1024;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(MAX_TEXT)
                      .build())
              .build());

  private static final ObjectReader WHOLE =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final List<String> path;
  private final Consumer<JsonNode> item;
  private boolean found;

  private JsonItems(List<String> path, Consumer<JsonNode> item) {
    this.path = path;
    this.item = item;
  }

  /**
   * Gives each element of the array at {@code path} to {@code item}.
   *
   * @return what is wrong with the document as a whole: too large, malformed, or no such array
   */
  public static Optional<Decoded.Rejected> each(
      byte[] raw, List<String> path, Consumer<JsonNode> item) {
    if (raw.length > FeedDecoder.MAX_BYTES) {
      return Optional.of(
          new Decoded.Rejected(
              Reason.TOO_LARGE, raw.length + " bytes, at most " + FeedDecoder.MAX_BYTES));
    }
    var items = new JsonItems(path, item);
    try (JsonParser in = MAPPER.createParser(raw)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        items.descend(in, 0);
        if (in.nextToken() != null) {
          return malformed("text behind the document's end", in);
        }
      }
    } catch (IOException e) {
      return Optional.of(malformed(e));
    }
    return items.found
        ? Optional.empty()
        : Optional.of(
            new Decoded.Rejected(
                Reason.WRONG_DOCUMENT, "no list '" + String.join("/", path) + "' in it"));
  }

  /** One member of the object that the document is; empty when it has none, or is malformed. */
  public static Optional<JsonNode> member(byte[] raw, String name) {
    try (JsonParser in = MAPPER.createParser(raw)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = in.currentName().equals(name);
        in.nextToken();
        if (wanted) {
          return Optional.of(MAPPER.readTree(in));
        }
        in.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The whole document as a tree; empty when it is malformed. For small documents. */
  public static Optional<JsonNode> whole(byte[] raw) {
    try {
      return Optional.of(WHOLE.readTree(raw)).filter(tree -> !tree.isMissingNode());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A parser with the limits that hold for all documents; it can read trees. */
  public static JsonParser parser(byte[] raw) throws IOException {
    return MAPPER.createParser(raw);
  }

  private void descend(JsonParser in, int depth) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean onPath = in.currentName().equals(path.get(depth));
      JsonToken value = in.nextToken();
      boolean last = depth == path.size() - 1;
      if (onPath && last && value == JsonToken.START_ARRAY) {
        found = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
          item.accept(MAPPER.readTree(in));
        }
      } else if (onPath && !last && value == JsonToken.START_OBJECT) {
        descend(in, depth + 1);
      } else {
        in.skipChildren();
      }
    }
  }

  private static Optional<Decoded.Rejected> malformed(String what, JsonParser in) {
    var at = in.currentLocation();
    return Optional.of(
        new Decoded.Rejected(
            Reason.MALFORMED_JSON,
            what + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
  }

  /** What a parser stumbled over: wrong JSON, or bytes that are no text at all. */
  public static Decoded.Rejected malformed(IOException e) {
    if (!(e instanceof JsonProcessingException json)) {
      return new Decoded.Rejected(Reason.MALFORMED_JSON, String.valueOf(e.getMessage()));
    }
    var at = json.getLocation();
    var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    return new Decoded.Rejected(Reason.MALFORMED_JSON, json.getOriginalMessage() + where);
  }
}
