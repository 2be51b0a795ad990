package nadhir.geofence.impact.quake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;

/**
 * Intensity at a place from the contours of a ShakeMap: the highest contour that encloses it.
 *
 * <p>A contour ends at the map's edge where its ground goes on outside, so that a line may be open
 * and what it encloses cannot be told from the line alone. Therefore lines are counted on the way
 * from a place that is known to lie inside all of them: an even number of crossings of a level
 * means that the place is inside that level, too. The way is straight and stays within the map's
 * box, so it does not matter which way the lines go on beyond the edge.
 *
 * <p>That place is a corner of the highest contour that is closed, or the epicentre where none is.
 * Places beyond the box around all contours are not covered. Longitude and latitude are taken for
 * flat, as the map's own grid is; a map across the antimeridian is not covered at all.
 */
public final class ShakeContours {
  /** More corners than this are not looked at: no ShakeMap comes near, and a zone must not wait. */
  static final int MAX_CORNERS = 1_000_000;

  private static final double ANTIMERIDIAN_SPAN_DEG = 180;

  private final List<Level> levels;
  private final LatLon epicentre;
  private final Box box;

  private ShakeContours(List<Level> levels, LatLon epicentre, Box box) {
    this.levels = levels;
    this.epicentre = epicentre;
    this.box = box;
  }

  /** All lines of one intensity. */
  public record Level(double mmi, List<List<LatLon>> lines) {
    public Level {
      lines = lines.stream().map(List::copyOf).filter(line -> line.size() > 1).toList();
    }

    List<List<LatLon>> closed() {
      return lines.stream().filter(line -> line.getFirst().equals(line.getLast())).toList();
    }
  }

  /**
   * What the map says of a place.
   *
   * @param atLeast the highest contour around it; empty when it lies outside the lowest
   * @param below the next higher contour of the map; empty inside the highest
   */
  public record Reading(Optional<Double> atLeast, Optional<Double> below) {}

  /** Empty when there is no line, or nothing that the lines could be counted from. */
  public static Optional<ShakeContours> of(List<Level> levels, LatLon epicentre) {
    List<Level> drawn =
        levels.stream()
            .filter(level -> !level.lines().isEmpty())
            .sorted(Comparator.comparingDouble(Level::mmi))
            .toList();
    long corners =
        drawn.stream().flatMap(level -> level.lines().stream()).mapToLong(List::size).sum();
    if (drawn.isEmpty() || corners > MAX_CORNERS) {
      return Optional.empty();
    }
    Box box = Box.around(drawn);
    boolean anchored =
        drawn.stream().anyMatch(level -> !level.closed().isEmpty()) || box.holds(epicentre);
    return box.eastDeg - box.westDeg > ANTIMERIDIAN_SPAN_DEG || !anchored
        ? Optional.empty()
        : Optional.of(new ShakeContours(drawn, epicentre, box));
  }

  /** Empty beyond the map. */
  public Optional<Reading> at(LatLon place) {
    if (!box.holds(place)) {
      return Optional.empty();
    }
    Optional<Double> atLeast =
        levels.reversed().stream()
            .filter(level -> encloses(level, place))
            .findFirst()
            .map(Level::mmi);
    Optional<Double> below =
        levels.stream()
            .map(Level::mmi)
            .filter(mmi -> atLeast.isEmpty() || mmi > atLeast.get())
            .findFirst();
    return Optional.of(new Reading(atLeast, below));
  }

  /**
   * Levels below the highest closed ring are counted from that ring. Of the ones above, closed
   * rings are asked directly, and where a line is open only the epicentre can be counted from: it
   * is taken to lie inside.
   */
  private boolean encloses(Level level, LatLon place) {
    Optional<Level> top = levels.reversed().stream().filter(l -> !l.closed().isEmpty()).findFirst();
    if (top.isPresent() && level.mmi() < top.get().mmi()) {
      LatLon anchor = top.get().closed().getFirst().getFirst();
      return crossings(level.lines(), anchor, place) % 2 == 0;
    }
    boolean open = level.closed().size() < level.lines().size();
    if (open && box.holds(epicentre)) {
      return crossings(level.lines(), epicentre, place) % 2 == 0;
    }
    return level.closed().stream().filter(ring -> isInside(ring, place)).count() % 2 == 1;
  }

  /** Even-odd: the way due east beyond the ring crosses it an odd number of times. */
  private static boolean isInside(List<LatLon> ring, LatLon place) {
    double beyondDeg = ring.stream().mapToDouble(LatLon::lonDeg).max().orElseThrow() + 1;
    return crossings(ring, place.lonDeg(), place.latDeg(), beyondDeg, place.latDeg()) % 2 == 1;
  }

  private static int crossings(List<List<LatLon>> lines, LatLon from, LatLon to) {
    int count = 0;
    for (List<LatLon> line : lines) {
      count += crossings(line, from.lonDeg(), from.latDeg(), to.lonDeg(), to.latDeg());
    }
    return count;
  }

  /** A corner that lies on the way counts as left of it, so that none is counted twice. */
  private static int crossings(List<LatLon> line, double x1, double y1, double x2, double y2) {
    int count = 0;
    for (int i = 1; i < line.size(); i++) {
      double ax = line.get(i - 1).lonDeg();
      double ay = line.get(i - 1).latDeg();
      double bx = line.get(i).lonDeg();
      double by = line.get(i).latDeg();
      double a = side(x1, y1, x2, y2, ax, ay);
      double b = side(x1, y1, x2, y2, bx, by);
      if (a >= 0 != b >= 0) {
        double from = side(ax, ay, bx, by, x1, y1);
        double to = side(ax, ay, bx, by, x2, y2);
        count += from >= 0 != to >= 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** Positive where a place lies left of the way from 1 to 2. */
  private static double side(double x1, double y1, double x2, double y2, double x, double y) {
    return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
  }

  private record Box(double westDeg, double southDeg, double eastDeg, double northDeg) {
    static Box around(List<Level> levels) {
      List<LatLon> all = new ArrayList<>();
      levels.forEach(level -> level.lines().forEach(all::addAll));
      var lon = all.stream().mapToDouble(LatLon::lonDeg).summaryStatistics();
      var lat = all.stream().mapToDouble(LatLon::latDeg).summaryStatistics();
      return new Box(lon.getMin(), lat.getMin(), lon.getMax(), lat.getMax());
    }

    boolean holds(LatLon place) {
      return place.lonDeg() >= westDeg
          && place.lonDeg() <= eastDeg
          && place.latDeg() >= southDeg
          && place.latDeg() <= northDeg;
    }
  }
}
