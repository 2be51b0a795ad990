package nadhir.ops.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nadhir.core.json.DomainJson;
import nadhir.core.yaml.Nearest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The contract of the API, {@code openapi.yaml}, as a judge of bodies: each place that does not fit
 * is named by its pointer. A body that is one of several kinds is judged by its {@code type} alone.
 */
final class Contract {
  private static final String NAME = "/openapi.yaml";

  /** A body can have a fault at each letter; nobody reads the thousandth. */
  private static final int MAX_LOOKED_AT = 1_000;

  private static final String URN = "urn:nadhir:openapi";
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  private final JsonNode document;
  private final SchemaRegistry schemas;
  private final Map<String, Pattern> addresses = new LinkedHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    document.path("paths").fieldNames().forEachRemaining(a -> addresses.put(a, pattern(a)));
    String definitions = definitions(document);
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            registry ->
                registry
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ENGLISH)
                            .build())
                    .resourceLoaders(r -> r.resources(Map.of(URN, definitions))));
  }

  /** The contract of this version; it lies on the class path. */
  static Contract load() {
    try (var in = Contract.class.getResourceAsStream(NAME)) {
      var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Object tree = new Load(LoadSettings.builder().setLabel(NAME).build()).loadFromString(yaml);
      return new Contract(DomainJson.mapper().valueToTree(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schemas alone: the judge need not know the rest of the document. */
  private static String definitions(JsonNode document) {
    ObjectNode alone = DomainJson.mapper().createObjectNode();
    alone.set("$defs", document.at("/components/schemas"));
    return alone.toString().replace("\"#/components/schemas/", "\"#/$defs/");
  }

  private static Pattern pattern(String address) {
    return Pattern.compile(
        PARAMETER.splitAsStream(address).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
  }

  /**
   * The address as the contract writes it, {@code …/lanes/{lane}/picture}, that covers the path.
   */
  Optional<String> address(String path) {
    return addresses.entrySet().stream()
        .filter(a -> a.getValue().matcher(path).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  JsonNode document() {
    return document;
  }

  /** What in {@code body} does not fit the schema of that name; empty when all does. */
  List<Fault> check(String schema, JsonNode body) {
    JsonNode mapping = document.at("/components/schemas/" + schema + "/discriminator/mapping");
    if (!mapping.isObject()) {
      return faults(judge(schema).validate(body));
    }
    if (!body.isObject()) {
      return List.of(Fault.at("#", "must be an object"));
    }
    String type = body.path("type").asText("");
    if (mapping.has(type)) {
      return faults(judge(type).validate(body));
    }
    List<String> types = new ArrayList<>();
    mapping.fieldNames().forEachRemaining(types::add);
    return List.of(
        body.has("type")
            ? Fault.at("#/type", "is no type of " + schema + Nearest.hint(type, types))
            : Fault.at("#", "required property 'type' not found"));
  }

  private Schema judge(String schema) {
    return schemas.getSchema(SchemaLocation.of(URN + "#/$defs/" + schema));
  }

  /** That none of several schemas fits says less than why the meant one does not. */
  private static List<Fault> faults(List<Error> all) {
    List<Error> errors = all.stream().limit(MAX_LOOKED_AT).filter(e -> !isOrNull(e)).toList();
    Set<String> told = new HashSet<>();
    for (Error error : errors) {
      if (!isChoice(error)) {
        String place = pointer(error);
        while (told.add(place) && place.length() > 1) {
          place = place.substring(0, place.lastIndexOf('/'));
        }
      }
    }
    return errors.stream()
        .filter(e -> !isChoice(e) || !told.contains(pointer(e)))
        .map(e -> Fault.at(pointer(e), e.getMessage()))
        .distinct()
        .toList();
  }

  private static boolean isChoice(Error error) {
    return error.getKeyword().equals("oneOf");
  }

  /** The other half of {@code oneOf: [X, null]}. */
  private static boolean isOrNull(Error error) {
    return error.getKeyword().equals("type") && error.getSchemaNode().asText().equals("null");
  }

  private static String pointer(Error error) {
    return "#" + error.getInstanceLocation();
  }
}
