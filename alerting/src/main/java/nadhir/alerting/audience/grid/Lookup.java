package nadhir.alerting.audience.grid;

import java.util.Arrays;
import java.util.List;
import nadhir.core.geo.Area;

/** Finds who is inside one area, row by row. Used once. */
final class Lookup {
  private final View view;
  private final int known;
  private final List<Part> parts;
  private final Ranges found = new Ranges();

  /** The first {@link #count} of them reach into the row at hand. */
  private final Part[] here;

  private int count;

  Lookup(View view, Area area) {
    this.view = view;
    this.known = view.moves().size();
    this.parts = Part.of(area, view.packed().frame());
    this.here = new Part[parts.size()];
  }

  Inside run() {
    Moves.Newest newest = view.moves().newest(known, view.packed());
    var row = new Row(view.packed().frame().columns());
    int last = parts.stream().mapToInt(Part::lastRow).max().orElseThrow();
    for (int r = parts.stream().mapToInt(Part::firstRow).min().orElseThrow(); r <= last; r++) {
      row.clear();
      count = 0;
      for (Part part : parts) {
        if (part.firstRow() <= r && r <= part.lastRow()) {
          part.paint(r, row);
          here[count++] = part;
        }
      }
      take(r, row, newest);
    }
    return new Inside(view.packed().persons(), found, moved(newest), view.merged() + known);
  }

  private void take(int r, Row row, Moves.Newest newest) {
    PackedPeople packed = view.packed();
    row.runs(
        (fromColumn, toColumn, full) -> {
          int from = packed.start(r, fromColumn);
          int to = packed.start(r, toColumn);
          if (full) {
            newest.addStaying(from, to, found);
          } else if (from < to) {
            ask(from, to, fromColumn, toColumn - 1, newest);
          }
        });
  }

  private void ask(int from, int to, int fromColumn, int toColumn, Moves.Newest newest) {
    PackedPeople packed = view.packed();
    for (int i = 0; i < count; i++) {
      here[i].enter(fromColumn, toColumn);
    }
    for (int stand = from; stand < to; stand++) {
      if (coversHere(packed.latDeg(stand), packed.lonDeg(stand)) && !newest.hasLeft(stand)) {
        found.add(stand, stand + 1);
      }
    }
  }

  private boolean coversHere(double latDeg, double lonDeg) {
    for (int i = 0; i < count; i++) {
      if (here[i].coversHere(latDeg, lonDeg)) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(double latDeg, double lonDeg) {
    for (Part part : parts) {
      if (part.covers(latDeg, lonDeg)) {
        return true;
      }
    }
    return false;
  }

  /** Those inside who have moved since they were packed. */
  private int[] moved(Moves.Newest newest) {
    int[] persons = new int[newest.count()];
    int count = 0;
    for (int i = 0; i < newest.count(); i++) {
      int line = newest.lines()[i];
      if (covers(view.moves().latDeg(line), view.moves().lonDeg(line))) {
        persons[count++] = view.moves().person(line);
      }
    }
    return Arrays.copyOf(persons, count);
  }
}
