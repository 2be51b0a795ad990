package nadhir.geofence.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Rule;

/**
 * The rules that hold and where: in the order of the file, and for each by the zones' ids. To be
 * read by one thread.
 */
public final class Holding {
  private static final int FIRST_SIZE = 8;

  private static final long[] NOTHING = {};

  private final List<Rule> rules;
  private final List<Zone> zones;
  private long[] pairs = NOTHING;
  private int size;
  private boolean inOrder = true;

  /** Clauses that hold in all of their zones, as a set until somebody reads it. */
  private long[] whole;

  private final ClauseTable table;
  private int words;
  private int clauses;
  private int pairsAsked;
  private int zonesAsked;

  Holding(List<Rule> rules, List<Zone> zones, ClauseTable table) {
    this.rules = rules;
    this.zones = zones;
    this.table = table;
  }

  void add(int rule, int zone) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(FIRST_SIZE, 2 * size));
    }
    long pair = (long) rule << 32 | zone;
    inOrder &= size == 0 || pairs[size - 1] < pair;
    pairs[size++] = pair;
  }

  /**
   * @param clauses taken over, not copied
   */
  void addAll(long[] clauses) {
    whole = clauses;
  }

  /** All pairs one by one; a rule whose condition holds in several ways is there once. */
  private void spellOut() {
    if (whole != null) {
      BitSet clauses = BitSet.valueOf(whole);
      whole = null;
      clauses.stream()
          .forEach(
              clause ->
                  BitSet.valueOf(table.zonesOf[clause]).stream()
                      .forEach(zone -> add(table.rules[clause], zone)));
    }
    if (!inOrder) {
      pairs = Arrays.stream(pairs, 0, size).sorted().distinct().toArray();
      size = pairs.length;
      inOrder = true;
    }
  }

  void countWords(int more) {
    words += more;
  }

  void countClauses(int more) {
    clauses += more;
  }

  void countPairs(int more) {
    pairsAsked += more;
  }

  void countZone() {
    zonesAsked++;
  }

  public int size() {
    spellOut();
    return size;
  }

  public Rule rule(int index) {
    spellOut();
    return rules.get((int) (pairs[index] >>> 32));
  }

  public Zone zone(int index) {
    spellOut();
    return zones.get((int) pairs[index]);
  }

  /** Words of bit sets that were put together. */
  public int words() {
    return words;
  }

  /** Clauses that the index had left, and that were looked at one by one. */
  public int clauses() {
    return clauses;
  }

  /** Pairs of a clause and a zone that were looked at. */
  public int pairs() {
    return pairsAsked;
  }

  /** Zones whose facts were worked out. */
  public int zonesAsked() {
    return zonesAsked;
  }
}
