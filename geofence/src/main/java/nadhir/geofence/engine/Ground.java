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
 *
 * <p>Where distances are to centres a cell knows more: which {@link Circles} have all of it inside,
 * and which none of it.
 */
final class Ground {
  /** Cells along one side, at most. */
  static final int MAX_SIDE = 64;

  /** For all cells together; with more clauses cells are larger. 16 MB. */
  static final int MAX_WORDS = 1 << 21;

  /** A clause with more zones is entered with one box around all of theirs. */
  static final int MAX_BOXES = 16;

  /** What a place leaves. */
  record Cell(long[] clauses, long[] zones) {}

  private final Grid grid;

  /** The last is for all that is outside. */
  private final Cell[] cells;

  private final Positions positions;
  private final int words;

  /** For each cell the clauses that are left with distances to centres, then those around it. */
  private final long[] near;

  private Ground(Grid grid, Cell[] cells, Circles circles) {
    this.grid = grid;
    this.cells = cells;
    this.positions = new Positions(grid);
    this.words = cells[0].clauses().length;
    this.near = new long[cells.length * 2 * words];
    for (int cell = 0; cell < cells.length; cell++) {
      System.arraycopy(cells[cell].clauses(), 0, near, 2 * cell * words, words);
      if (cell < grid.cells()) {
        narrow(cell, circles);
      }
    }
  }

  private void narrow(int cell, Circles circles) {
    var middle = Centres.Point.of(grid.middle(cell));
    double radiusKm = grid.radiusKm(cell);
    for (int word = 0; word < words; word++) {
      int at = 2 * cell * words + word;
      for (long left = near[at] & circles.clauses[word]; left != 0; left &= left - 1) {
        int clause = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        if (circles.isAroundNone(clause, middle, radiusKm)) {
          near[at] &= ~(1L << clause);
        } else if (circles.isAroundAll(clause, middle, radiusKm)) {
          near[at + words] |= 1L << clause;
        }
      }
    }
  }

  Cell at(LatLon place) {
    return cells[grid.at(place)];
  }

  /** Where in {@link #near} the sets of a place begin. */
  int nearAt(LatLon place) {
    return 2 * grid.at(place) * words;
  }

  Centres.Point point(LatLon place) {
    return positions.of(place);
  }

  long[] near() {
    return near;
  }

  long words() {
    return near.length + (long) cells.length * (words + cells[0].zones().length);
  }

  /** A box in which a bit is to be set, in the cells' clauses or in their zones. */
  private record Entry(boolean ofZone, int index, Box box) {}

  /**
   * @param clauses all of one hazard type
   * @param zonesOf the zones of each of them
   * @param zones boxes of all zones
   */
  static Ground of(List<Clause> clauses, List<long[]> zonesOf, List<Box> zones, Circles circles) {
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
    return making.ground(circles);
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

    Ground ground(Circles circles) {
      Box box = entries.stream().map(Entry::box).reduce(Reach::around).orElse(new Box(0, 0, 0, 0));
      int words = 3 * clausesEverywhere.length + zonesEverywhere.length;
      int side = Math.clamp((int) StrictMath.sqrt((double) MAX_WORDS / words), 1, MAX_SIDE);
      var grid = new Grid(box, entries.isEmpty() ? 1 : side);
      Cell[] cells = new Cell[grid.cells() + 1];
      for (int cell = 0; cell < cells.length; cell++) {
        cells[cell] = new Cell(clausesEverywhere.clone(), zonesEverywhere.clone());
      }
      for (Entry entry : entries) {
        grid.each(
            entry.box(),
            cell ->
                Bits.set(
                    entry.ofZone() ? cells[cell].zones() : cells[cell].clauses(), entry.index()));
      }
      return new Ground(grid, cells, circles);
    }
  }
}
