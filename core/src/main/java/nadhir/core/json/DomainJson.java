package nadhir.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * The JSON of everything that is journaled, shown and sent between members.
 *
 * <p>Records are written by component, in order; ids and {@code Words} as plain text and plain
 * object; a sealed choice carries {@code "type":"Outer.Record"}; an empty Optional is {@code null};
 * times are ISO 8601. Reading is strict: unknown, missing and doubled names, {@code null} for a
 * primitive, numbers that are not finite and trailing text are all {@link Malformed}. The same
 * value always gives the same bytes.
 */
public final class DomainJson {
  /** Nesting deeper than this is refused. */
  public static final int MAX_DEPTH = 60;

  private static final ObjectMapper MAPPER = build();

  private DomainJson() {}

  /** The text is not what the type asks for; the message names the place and the fault. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written: " + value.getClass(), e);
    }
  }

  /** The value as a tree, for changes that the console follows. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new Malformed("null where " + type.getSimpleName() + " is needed", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new Malformed(reason(e), e);
    }
  }

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  private static String reason(JsonProcessingException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text =
        root instanceof JsonProcessingException j ? j.getOriginalMessage() : root.getMessage();
    var at = e.getLocation();
    return (text == null ? root.getClass().getSimpleName() : text)
        + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
  }

  private static ObjectMapper build() {
    var mapper =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new DomainModule())
            .annotationIntrospector(new SealedTypes())
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
    mapper.configure(JsonParser.Feature.ALLOW_COMMENTS, false);
    return mapper;
  }
}
