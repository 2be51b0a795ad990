package nadhir.geofence.engine;

import java.util.Arrays;
import java.util.List;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Rule;

/** The rules that hold and where: in the order of the file, and for each by the zones' ids. */
public final class Holding {
  private static final int FIRST_SIZE = 8;

  private static final long[] NOTHING = {};

  private final List<Rule> rules;
  private final List<Zone> zones;
  private long[] pairs = NOTHING;
  private int size;
  private boolean inOrder = true;
  private final Work work = new Work();

  Holding(List<Rule> rules, List<Zone> zones) {
    this.rules = rules;
    this.zones = zones;
  }

  void add(int rule, int zone) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, Math.max(FIRST_SIZE, 2 * size));
    }
    long pair = (long) rule << 32 | zone;
    inOrder &= size == 0 || pairs[size - 1] < pair;
    pairs[size++] = pair;
  }

  /** A rule whose condition holds in several ways is there once. */
  Holding done() {
    if (!inOrder) {
      long[] distinct = Arrays.stream(pairs, 0, size).sorted().distinct().toArray();
      pairs = distinct;
      size = distinct.length;
      inOrder = true;
    }
    return this;
  }

  Work count() {
    return work;
  }

  public int size() {
    return size;
  }

  public Rule rule(int index) {
    return rules.get((int) (pairs[index] >>> 32));
  }

  public Zone zone(int index) {
    return zones.get((int) pairs[index]);
  }

  /** Words of bit sets that were put together. */
  public int words() {
    return work.words;
  }

  /** Clauses that the index had left, and that were looked at one by one. */
  public int clauses() {
    return work.clauses;
  }

  /** Pairs of a clause and a zone that were looked at. */
  public int pairs() {
    return work.pairs;
  }

  /** Zones whose facts were worked out. */
  public int zonesAsked() {
    return work.zones;
  }

  /** What it took. */
  static final class Work {
    int words;
    int clauses;
    int pairs;
    int zones;
  }
}
