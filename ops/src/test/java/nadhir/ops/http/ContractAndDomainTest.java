package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.command.Command;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.Unit;
import nadhir.core.dispatch.UnitState;
import nadhir.core.event.DispatchEvent;
import nadhir.core.geo.Area;
import nadhir.core.hazard.Hazard;
import nadhir.core.id.Id;
import nadhir.core.json.DomainJson;
import nadhir.core.lane.Actor;
import nadhir.core.report.HazardReport;
import nadhir.core.risk.Assessment;
import nadhir.core.sim.SampleValues;
import nadhir.core.sim.TestSite;
import nadhir.core.site.Gauge;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.geofence.desk.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract and the records of the domain say the same: each record has a schema of its name,
 * each component a property, and nothing more. A record or component that is added, renamed or
 * removed breaks this until the contract follows.
 */
class ContractAndDomainTest {
  private static final Contract CONTRACT = Contract.load();

  /** What stands in the picture and the site as records. */
  private static final List<Class<?>> SHOWN =
      List.of(
          Hazard.class,
          HazardReport.class,
          Assessment.class,
          AlertMessage.class,
          AudienceCounts.class,
          DeliveryCounts.class,
          Incident.class,
          DispatchEvent.Recommended.class,
          Assignment.class,
          UnitState.class,
          Unit.class,
          Gauge.class,
          SiteInfo.class,
          Actor.class,
          Explanation.class);

  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalDouble.class, OptionalInt.class);

  private static JsonNode schema(Class<?> type) {
    return CONTRACT.document().at("/components/schemas").path(name(type));
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
  }

  /** All records, choices and enums that {@code roots} are made of. */
  private static Set<Class<?>> closure(List<Class<?>> roots) {
    Set<Class<?>> all = new LinkedHashSet<>();
    roots.forEach(r -> collect(r, all));
    return all;
  }

  private static void collect(Type type, Set<Class<?>> all) {
    if (type instanceof ParameterizedType p) {
      Stream.of(p.getActualTypeArguments()).forEach(a -> collect(a, all));
      return;
    }
    var raw = (Class<?>) type;
    boolean ours = raw.getName().startsWith("nadhir.");
    if (!ours || Id.class.isAssignableFrom(raw) || raw == Words.class || !all.add(raw)) {
      return;
    }
    if (raw.isSealed()) {
      SampleValues.kinds(raw).forEach(k -> collect(k, all));
    } else if (raw.isRecord()) {
      Stream.of(raw.getRecordComponents()).forEach(c -> collect(c.getGenericType(), all));
    }
  }

  static Stream<Class<?>> everything() {
    List<Class<?>> roots = new ArrayList<>(SHOWN);
    roots.add(Command.class);
    return closure(roots).stream();
  }

  static Stream<Class<?>> sent() {
    return closure(List.of(Command.class)).stream();
  }

  static Stream<Class<?>> commands() {
    return SampleValues.kinds(Command.class).stream();
  }

  static Stream<Class<?>> records() {
    return everything().filter(Class::isRecord);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyTypeHasASchemaOfItsNameThatSaysTheSame(Class<?> type) {
    JsonNode schema = schema(type);
    assertTrue(schema.isObject(), name(type) + " is not in the contract");
    if (type.isEnum()) {
      assertEquals(constants(type), texts(schema.get("enum")), name(type));
    } else if (type.isSealed()) {
      assertEquals(kinds(type), keys(schema.at("/discriminator/mapping")), name(type));
      assertEquals(kinds(type).size(), schema.get("oneOf").size(), name(type));
    } else {
      assertEquals(names(type), keys(schema.get("properties")), name(type));
      assertEquals(names(type), new TreeSet<>(texts(schema.get("required"))), name(type));
    }
  }

  @ParameterizedTest
  @MethodSource("sent")
  void whatIsSentMayHoldNothingElse(Class<?> type) {
    if (type.isRecord()) {
      assertFalse(schema(type).path("additionalProperties").asBoolean(true), name(type));
    }
  }

  @Test
  void theContractHoldsNoRecordThatTheDomainDoesNot() {
    Set<String> known = new TreeSet<>();
    everything().forEach(t -> known.add(name(t)));
    JsonNode all = CONTRACT.document().at("/components/schemas");
    Predicate<String> dotted = n -> n.contains(".");
    Set<String> unknown = new TreeSet<>(keys(all).stream().filter(dotted).toList());
    unknown.removeAll(known);
    assertEquals(Set.of(), unknown);
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyValueOfTheDomainFits(Class<?> type) {
    for (JsonNode json : samples(type)) {
      assertEquals(List.of(), CONTRACT.check(name(type), json), json::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandGoesThroughTheContractAndComesBackTheSame(Class<?> type) {
    for (JsonNode json : samples(type)) {
      assertEquals(List.of(), CONTRACT.check("Command", json), json::toString);
      Command read = new Bodies(CONTRACT).read(json, Command.class);
      assertEquals(type, read.getClass());
      assertEquals(json, DomainJson.tree(read));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandThatLacksAPartOrHasOneTooManyDoesNotFit(Class<?> type) {
    ObjectNode whole = samples(type).getFirst().deepCopy();
    for (String part : names(type)) {
      ObjectNode without = whole.deepCopy();
      without.remove(part);
      assertFalse(CONTRACT.check("Command", without).isEmpty(), part);
    }
    assertFalse(CONTRACT.check("Command", whole.deepCopy().put("more", 1)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aPartOfTheWrongKindDoesNotFitAndOnlyAnOptionalMayBeNull(Class<?> type) {
    ObjectNode whole = samples(type).getFirst().deepCopy();
    for (RecordComponent part : type.getRecordComponents()) {
      ObjectNode wrong = whole.deepCopy();
      wrong.putArray(part.getName()).addArray().addArray();
      assertFalse(CONTRACT.check("Command", wrong).isEmpty(), part + " takes lists of lists");
      ObjectNode empty = whole.deepCopy();
      empty.putNull(part.getName());
      boolean optional = OPTIONAL.contains(part.getType());
      assertEquals(optional, CONTRACT.check("Command", empty).isEmpty(), part + " as null");
    }
  }

  @Test
  void theContractSaysOfEachCommandWhichRoleItNeeds() {
    commands()
        .forEach(
            type -> {
              Command command = DomainJson.read(samples(type).getFirst().toString(), Command.class);
              String said = schema(type).path("description").asText();
              for (var role : nadhir.core.lane.Role.values()) {
                assertEquals(
                    Permissions.of(command).contains(role),
                    said.contains(role.name()),
                    name(type) + " and " + role + ": " + said);
              }
            });
  }

  /** Made-up values, with the made-up numbers and digests that the contract bounds put right. */
  private static List<JsonNode> samples(Class<?> type) {
    List<? extends Object> values;
    if (type == SiteInfo.class) {
      values = List.of(TestSite.info());
    } else if (type == Area.Polygon.class) {
      values = new SampleValues().of(Area.class).getFirst().polygons();
    } else {
      values = new SampleValues().of(type);
    }
    List<JsonNode> samples = new ArrayList<>();
    for (Object value : values) {
      JsonNode json = DomainJson.tree(value);
      json.findParents("decimals").forEach(n -> ((ObjectNode) n).put("decimals", 2));
      json.findParents("mmsi").forEach(n -> ((ObjectNode) n).put("mmsi", "438000001"));
      json.findParents("scenarioSha256")
          .forEach(n -> ((ObjectNode) n).put("scenarioSha256", "0a".repeat(32)));
      samples.add(json);
    }
    return samples;
  }

  private static List<String> constants(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
  }

  private static Set<String> kinds(Class<?> type) {
    Set<String> kinds = new TreeSet<>();
    SampleValues.kinds(type).forEach(k -> kinds.add(name(k)));
    return kinds;
  }

  /** As they stand in JSON: the components, and the type where it is one of several. */
  private static Set<String> names(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Stream.of(type.getRecordComponents()).forEach(c -> names.add(c.getName()));
    if (Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)) {
      names.add("type");
    }
    return names;
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  /** Names of the domain must not hide one another in the flat list of schemas. */
  @Test
  void noTwoTypesShareAName() {
    var byName = new TreeMap<String, Class<?>>();
    everything()
        .forEach(
            t -> {
              Class<?> other = byName.put(name(t), t);
              assertEquals(null, other, name(t));
            });
  }
}
