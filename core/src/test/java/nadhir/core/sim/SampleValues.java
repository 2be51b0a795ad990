package nadhir.core.sim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.Id;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.site.Words;

/**
 * Made-up values of every kind of record, always the same ones in the same order: every case of a
 * sealed choice, and every Optional once filled and once empty. For tests that must know each kind,
 * also those that are added later.
 */
public final class SampleValues {
  private static final Instant START = Instant.parse("2026-11-20T12:40:00.250Z");
  private static final String TEXT = "سيل في وادي اليتم \"29.5\" – go up";

  private int drawn;

  /** The records below a sealed interface. */
  public static List<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(c -> kinds(c).stream()).toList()
        : List.of(type);
  }

  /** Some values of {@code type}, a record or sealed interface. */
  public <T> List<T> of(Class<T> type) {
    return variants(type, false).stream().map(type::cast).toList();
  }

  private List<Object> variants(Class<?> type, boolean empty) {
    if (type.equals(Area.class)) {
      return List.of(area());
    } else if (type.equals(Words.class)) {
      return List.of(Words.arEn("الشامية", "Shamiya"));
    } else if (type.equals(Actor.Person.class)) {
      return List.of(person());
    } else if (type.isSealed()) {
      return kinds(type).stream().flatMap(k -> variants(k, empty).stream()).toList();
    } else if (type.isRecord() && !Id.class.isAssignableFrom(type)) {
      return records(type, empty);
    }
    return List.of(plain(type));
  }

  /** All components' first values, then each further value of one of them, then all empty. */
  private List<Object> records(Class<?> type, boolean empty) {
    var components = type.getRecordComponents();
    List<List<Object>> choices = new ArrayList<>();
    for (RecordComponent c : components) {
      choices.add(values(c.getGenericType(), empty));
    }
    List<Object> found = new ArrayList<>();
    found.add(make(type, choices, -1, 0));
    for (int i = 0; i < choices.size(); i++) {
      for (int v = 1; v < choices.get(i).size(); v++) {
        found.add(make(type, choices, i, v));
      }
    }
    if (!empty && Stream.of(components).anyMatch(SampleValues::isOptional)) {
      found.add(records(type, true).getFirst());
    }
    return found;
  }

  private static boolean isOptional(RecordComponent c) {
    return c.getType() == Optional.class
        || c.getType() == OptionalDouble.class
        || c.getType() == OptionalInt.class;
  }

  private List<Object> values(Type type, boolean empty) {
    if (type == OptionalDouble.class) {
      return List.of(empty ? OptionalDouble.empty() : OptionalDouble.of(1.5 + drawn++));
    } else if (type == OptionalInt.class) {
      return List.of(empty ? OptionalInt.empty() : OptionalInt.of(1 + drawn++));
    } else if (type instanceof ParameterizedType p) {
      return List.of(container(p, empty));
    }
    return variants((Class<?>) type, empty);
  }

  private Object container(ParameterizedType type, boolean empty) {
    var arguments = type.getActualTypeArguments();
    List<Object> inside = values(arguments[arguments.length - 1], empty);
    if (type.getRawType() == Optional.class) {
      return empty ? Optional.empty() : Optional.of(inside.getFirst());
    } else if (type.getRawType() == List.class) {
      return inside;
    } else if (type.getRawType() == SortedMap.class) {
      var map = new TreeMap<String, Object>();
      inside.forEach(v -> map.put("key-" + map.size(), v));
      return map;
    }
    throw new IllegalArgumentException("no sample for " + type);
  }

  private static Object make(Class<?> type, List<List<Object>> choices, int changed, int to) {
    var arguments = new Object[choices.size()];
    var types = new Class<?>[choices.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = choices.get(i).get(i == changed ? to : 0);
      types[i] = type.getRecordComponents()[i].getType();
    }
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("no sample for " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample for " + type, e);
    }
  }

  private Object plain(Class<?> type) {
    drawn++;
    if (Id.class.isAssignableFrom(type)) {
      return make(type, List.of(List.of(type.getSimpleName().toLowerCase() + "-" + drawn)), -1, 0);
    } else if (type.isEnum()) {
      return type.getEnumConstants()[drawn % type.getEnumConstants().length];
    } else if (type == String.class) {
      return TEXT + " " + drawn;
    } else if (type == Instant.class) {
      return START.plusSeconds(60L * drawn);
    } else if (type == Duration.class) {
      return Duration.ofMinutes(drawn);
    } else if (type == boolean.class || type == Boolean.class) {
      return drawn % 2 == 0;
    } else if (type == int.class || type == Integer.class) {
      return drawn;
    } else if (type == long.class || type == Long.class) {
      return 1L + drawn;
    } else if (type == double.class || type == Double.class) {
      return drawn % 80 + 0.25;
    }
    throw new IllegalArgumentException("no sample for " + type);
  }

  private static Area area() {
    var ring =
        List.of(
            new LatLon(29.5, 35.0),
            new LatLon(29.5, 35.1),
            new LatLon(29.6, 35.1),
            new LatLon(29.5, 35.0));
    return new Area(
        List.of(new Area.Polygon(ring, List.of(ring))),
        List.of(new Area.Circle(new LatLon(29.36, 34.96), 500.5)));
  }

  private Actor.Person person() {
    return new Actor.Person(
        (nadhir.core.id.PersonRef) plain(nadhir.core.id.PersonRef.class),
        List.of(Role.OPERATOR, Role.APPROVER));
  }
}
