package nadhir.geofence.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;
import nadhir.geofence.rule.row.RowTest;

/**
 * The area index: a grid over all places from which a clause with a distance bound can reach one of
 * its zones. A cell knows those clauses, and the zones that any of them can reach from there.
 * Clauses without such a bound are in every cell and outside of all.
 */
final class Ground {
  /** Cells along one side, at most. */
  static final int MAX_SIDE = 64;

  /** For all cells together; with more clauses cells are larger. 16 MB. */
  static final int MAX_WORDS = 1 << 21;

  /** A clause with more zones is entered with one box around all of theirs. */
  static final int MAX_BOXES = 16;

  /**
   * What a place leaves.
   *
   * @param nothing no clause at all
   */
  record Cell(long[] clauses, long[] zones, boolean nothing) {
    Cell(long[] clauses, long[] zones) {
      this(clauses, zones, Bits.isEmpty(clauses));
    }
  }

  private final Box box;
  private final int side;
  private final double perLat;
  private final double perLon;
  private final Cell[] cells;
  private final Cell outside;

  private Ground(Box box, int side, Cell[] cells, Cell outside) {
    this.box = box;
    this.side = side;
    this.perLat = side / StrictMath.max(box.northDeg() - box.southDeg(), 1e-9);
    this.perLon = side / StrictMath.max(box.eastDeg() - box.westDeg(), 1e-9);
    this.cells = cells;
    this.outside = outside;
  }

  Cell at(LatLon place) {
    double lat = place.latDeg();
    double lon = place.lonDeg();
    return lat >= box.southDeg()
            && lat <= box.northDeg()
            && lon >= box.westDeg()
            && lon <= box.eastDeg()
        ? cells[row(lat) * side + column(lon)]
        : outside;
  }

  long words() {
    return (cells.length + 1L) * (outside.clauses().length + outside.zones().length);
  }

  private int row(double latDeg) {
    return Math.min(side - 1, (int) ((latDeg - box.southDeg()) * perLat));
  }

  private int column(double lonDeg) {
    return Math.min(side - 1, (int) ((lonDeg - box.westDeg()) * perLon));
  }

  /** A box in which a bit is to be set, in the cells' clauses or in their zones. */
  private record Entry(boolean ofZone, int index, Box box) {}

  /**
   * @param clauses all of one hazard type
   * @param zonesOf the zones of each of them
   * @param zones boxes of all zones
   */
  static Ground of(List<Clause> clauses, List<long[]> zonesOf, List<Box> zones) {
    var making = new Making(clauses.size(), zones);
    double[] farthestKm = new double[zones.size()];
    for (int clause = 0; clause < clauses.size(); clause++) {
      Optional<RowTest.Within> distance = clauses.get(clause).distance();
      if (distance.isEmpty()) {
        Bits.set(making.clausesEverywhere, clause);
      } else {
        making.clause(clause, zonesOf.get(clause), distance.get().most(), farthestKm);
      }
    }
    for (int zone = 0; zone < zones.size(); zone++) {
      if (farthestKm[zone] > 0) {
        making.enter(true, zone, Reach.widened(zones.get(zone), farthestKm[zone]));
      }
    }
    return making.ground();
  }

  private static final class Making {
    private final List<Box> zones;
    private final long[] clausesEverywhere;
    private final long[] zonesEverywhere;
    private final List<Entry> entries = new ArrayList<>();

    Making(int clauses, List<Box> zones) {
      this.zones = zones;
      this.clausesEverywhere = new long[Bits.words(clauses)];
      this.zonesEverywhere = new long[Bits.words(zones.size())];
    }

    void clause(int clause, long[] itsZones, double km, double[] farthestKm) {
      List<Box> boxes = new ArrayList<>();
      for (int zone = 0; zone < zones.size(); zone++) {
        if (Bits.has(itsZones, zone)) {
          boxes.add(zones.get(zone));
          farthestKm[zone] = StrictMath.max(farthestKm[zone], StrictMath.max(km, 1e-3));
        }
      }
      if (boxes.size() > MAX_BOXES) {
        boxes = List.of(boxes.stream().reduce(Reach::around).orElseThrow());
      }
      boxes.forEach(box -> enter(false, clause, Reach.widened(box, km)));
    }

    void enter(boolean ofZone, int index, Optional<Box> box) {
      if (box.isPresent()) {
        entries.add(new Entry(ofZone, index, box.get()));
      } else {
        Bits.set(ofZone ? zonesEverywhere : clausesEverywhere, index);
      }
    }

    Ground ground() {
      var outside = new Cell(clausesEverywhere, zonesEverywhere);
      if (entries.isEmpty()) {
        return new Ground(new Box(0, 0, 0, 0), 1, new Cell[] {outside}, outside);
      }
      Box box = entries.stream().map(Entry::box).reduce(Reach::around).orElseThrow();
      int words = clausesEverywhere.length + zonesEverywhere.length;
      int side = Math.clamp((int) StrictMath.sqrt((double) MAX_WORDS / words), 1, MAX_SIDE);
      long[][] clauses = new long[side * side][];
      long[][] reached = new long[side * side][];
      for (int cell = 0; cell < side * side; cell++) {
        clauses[cell] = clausesEverywhere.clone();
        reached[cell] = zonesEverywhere.clone();
      }
      var ground = new Ground(box, side, new Cell[side * side], outside);
      entries.forEach(entry -> ground.fill(entry, entry.ofZone() ? reached : clauses));
      for (int cell = 0; cell < side * side; cell++) {
        var made = new Cell(clauses[cell], reached[cell]);
        ground.cells[cell] = made.nothing() ? outside.nothing() ? outside : made : made;
      }
      return ground;
    }
  }

  private void fill(Entry entry, long[][] bits) {
    int toRow = row(entry.box().northDeg());
    int toColumn = column(entry.box().eastDeg());
    for (int row = row(entry.box().southDeg()); row <= toRow; row++) {
      for (int column = column(entry.box().westDeg()); column <= toColumn; column++) {
        Bits.set(bits[row * side + column], entry.index());
      }
    }
  }
}
