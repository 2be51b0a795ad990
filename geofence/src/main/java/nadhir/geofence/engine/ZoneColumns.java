package nadhir.geofence.engine;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Condition;
import nadhir.geofence.rule.row.Compiler;
import nadhir.geofence.rule.row.RowTest;
import nadhir.geofence.rule.row.Slots;
import nadhir.geofence.zone.ZoneProperties;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/**
 * The site's zones, sorted by id, with their properties in columns: numbers in rows, texts as the
 * set of zones that have each. A rule's {@code zones:} becomes a set of zones once, when the rules
 * are made ready.
 */
final class ZoneColumns {
  private final List<Zone> zones;
  private final List<String> names;
  private final List<SortedMap<String, Object>> properties;
  private final Map<String, Map<String, BitSet>> byText = new HashMap<>();
  private final double[][] numbers;
  private final Map<Condition, BitSet> known = new HashMap<>();
  private final Compiler compiler = new Compiler(ZoneProperties.NUMBERS::indexOf);

  ZoneColumns(Collection<Zone> zones) {
    this.zones = zones.stream().sorted(Comparator.comparing(Zone::id)).toList();
    this.names = List.copyOf(ZoneProperties.namesIn(zones));
    this.properties = this.zones.stream().map(zone -> ZoneProperties.of(zone, names)).toList();
    this.numbers = new double[properties.size()][];
    for (int zone = 0; zone < numbers.length; zone++) {
      var values = properties.get(zone);
      numbers[zone] =
          ZoneProperties.NUMBERS.stream().mapToDouble(n -> number(values.get(n))).toArray();
      for (var value : values.entrySet()) {
        if (value.getValue() instanceof String text) {
          byText
              .computeIfAbsent(value.getKey(), _ -> new TreeMap<>())
              .computeIfAbsent(text, _ -> new BitSet())
              .set(zone);
        }
      }
    }
  }

  private static double number(Object value) {
    return value instanceof Double number ? number : Double.NaN;
  }

  List<Zone> zones() {
    return zones;
  }

  /** The zones, by their place in {@link #zones}, that a condition lets in. */
  BitSet where(Condition condition) {
    return known.computeIfAbsent(condition, c -> where(c.filter()));
  }

  private BitSet where(Filter filter) {
    return switch (filter) {
      case And and -> {
        BitSet all = everywhere();
        and.getChildren().forEach(child -> all.and(where(child)));
        yield all;
      }
      case Or or -> {
        BitSet any = new BitSet();
        or.getChildren().forEach(child -> any.or(where(child)));
        yield any;
      }
      case Not not -> {
        BitSet others = everywhere();
        others.andNot(where(not.getFilter()));
        yield others;
      }
      case PropertyIsEqualTo equal
          when equal.isMatchingCase()
              && equal.getExpression1() instanceof PropertyName name
              && equal.getExpression2() instanceof Literal literal
              && literal.getValue() instanceof String text
              && byText.containsKey(name.getPropertyName()) ->
          (BitSet) byText.get(name.getPropertyName()).getOrDefault(text, new BitSet()).clone();
      default -> leaf(filter);
    };
  }

  private BitSet everywhere() {
    BitSet all = new BitSet();
    all.set(0, zones.size());
    return all;
  }

  private BitSet leaf(Filter filter) {
    List<String> used = Slots.names(filter);
    return used.stream().allMatch(ZoneProperties.NUMBERS::contains)
        ? ofNumbers(compiler.compile(filter))
        : used.size() == 1 ? ofText(filter, used.getFirst()) : ofRows(filter);
  }

  private BitSet ofNumbers(RowTest test) {
    BitSet holding = new BitSet();
    for (int zone = 0; zone < numbers.length; zone++) {
      holding.set(zone, test.holds(numbers[zone]));
    }
    return holding;
  }

  /** Each text of a column is asked about once. */
  private BitSet ofText(Filter filter, String name) {
    BitSet holding = new BitSet();
    var asked = Slots.on(filter, _ -> 0);
    byText
        .getOrDefault(name, Map.of())
        .forEach(
            (text, having) -> {
              if (asked.holds(_ -> text)) {
                holding.or(having);
              }
            });
    return holding;
  }

  private BitSet ofRows(Filter filter) {
    BitSet holding = new BitSet();
    var asked = Slots.on(filter, names::indexOf);
    for (int zone = 0; zone < zones.size(); zone++) {
      var values = properties.get(zone);
      holding.set(zone, asked.holds(column -> values.get(names.get(column))));
    }
    return holding;
  }
}
