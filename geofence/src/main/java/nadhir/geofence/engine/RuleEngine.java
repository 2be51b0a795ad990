package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nadhir.core.geo.Box;
import nadhir.core.id.HazardTypeId;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Condition;
import nadhir.geofence.rule.Rule;

/**
 * All rules of a site, made ready to be asked at once. Immutable, can be asked by many threads;
 * with other rules or zones another engine is made.
 *
 * <p>Answered is where {@code when} and {@code zones} hold, as {@link Condition#holds} says it;
 * {@code for}, {@code quorum} and the like are the desk's.
 */
public final class RuleEngine {
  private final List<Rule> rules;
  private final List<Zone> zones;
  private final Map<HazardTypeId, ClauseTable> tables = new HashMap<>();
  private final Centres centres;

  private RuleEngine(List<Rule> rules, ZoneColumns columns) {
    this.rules = List.copyOf(rules);
    this.zones = columns.zones();
    this.centres = new Centres(zones);
    Map<HazardTypeId, List<ClauseTable.Entry>> entries = new HashMap<>();
    Map<Condition, List<Clause>> clauses = new HashMap<>();
    Map<Condition, long[]> where = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      long[] itsZones =
          where.computeIfAbsent(
              rule.zones(), condition -> Bits.of(columns.where(condition), zones.size()));
      for (Clause clause : clauses.computeIfAbsent(rule.when(), RuleEngine::clauses)) {
        entries
            .computeIfAbsent(rule.hazard(), _ -> new ArrayList<>())
            .add(new ClauseTable.Entry(i, clause, itsZones));
      }
    }
    List<Box> boxes = zones.stream().map(Reach::of).toList();
    entries.forEach((type, its) -> tables.put(type, new ClauseTable(its, boxes, centres)));
  }

  private static List<Clause> clauses(Condition when) {
    return Clause.of(CompiledCondition.of(when).test());
  }

  /**
   * @param rules in the order of the file
   */
  public static RuleEngine of(List<Rule> rules, Collection<Zone> zones) {
    return new RuleEngine(rules, new ZoneColumns(zones));
  }

  /** Size of its sets of bits, in words of 8 bytes; by far the most of it. */
  long indexWords() {
    return tables.values().stream().mapToLong(ClauseTable::words).sum();
  }

  /** Which rules hold and where. */
  public Holding holding(Question question) {
    ClauseTable table = tables.get(question.type());
    var answer = new Holding(rules, zones, table);
    if (table != null) {
      new Asking(table, zones, centres, question, answer).ask();
    }
    return answer;
  }
}
