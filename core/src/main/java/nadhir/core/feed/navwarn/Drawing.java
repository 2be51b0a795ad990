package nadhir.core.feed.navwarn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.geo.Area;
import nadhir.core.geo.Area.Circle;
import nadhir.core.geo.Area.Polygon;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.Sphere;

/**
 * The places in a warning's text. {@code IN AREA BOUND BY} positions make a polygon, {@code WITHIN
 * TWO MILES OF} them circles; a position alone, or along a trackline, is only a place.
 *
 * @param positions all that can be, in order
 */
record Drawing(List<LatLon> positions, Optional<Area> area) {
  /** Positions beyond this are left out, with whatever they would draw. */
  static final int MAX_POSITIONS = 400;

  static final int MAX_SHAPES = 40;

  private static final Pattern BETWEEN = Pattern.compile("^[,; ]*(?:AND )?$");

  /** A, B, C, AA: the items of a list share what was said before the first. */
  private static final Pattern NEXT_ITEM = Pattern.compile("^[.,;:) ]*[A-Z]{1,2}\\. ?$");

  /** What the positions of a run draw. */
  private sealed interface Shape {
    record Bound() implements Shape {}

    record Around(double radiusM) implements Shape {}

    record Nothing() implements Shape {}
  }

  static Drawing of(String text) {
    var drawer = new Drawer(text);
    return drawer.draw();
  }

  Optional<LatLon> nearest(LatLon to) {
    return positions.stream().min(Comparator.comparingDouble(p -> Sphere.distanceM(p, to)));
  }

  /** Whether it lies in one of the polygons, whose borders may be far away. */
  boolean contains(LatLon place) {
    return area.stream()
        .flatMap(a -> a.polygons().stream())
        .anyMatch(p -> isInside(place, p.outer()));
  }

  /** Even number of crossings to the east: outside. */
  private static boolean isInside(LatLon place, List<LatLon> ring) {
    boolean inside = false;
    for (int i = 1; i < ring.size(); i++) {
      LatLon a = ring.get(i - 1);
      LatLon b = ring.get(i);
      boolean crosses = a.latDeg() > place.latDeg() != b.latDeg() > place.latDeg();
      double along = (place.latDeg() - a.latDeg()) / (b.latDeg() - a.latDeg());
      double lonDeg = a.lonDeg() + along * (b.lonDeg() - a.lonDeg());
      inside ^= crosses && place.lonDeg() < lonDeg;
    }
    return inside;
  }

  /** Reads a text from its start to its end. */
  private static final class Drawer {
    private final String text;
    private final List<LatLon> positions = new ArrayList<>();
    private final List<Polygon> polygons = new ArrayList<>();
    private final List<Circle> circles = new ArrayList<>();
    private Shape shape = new Shape.Nothing();
    private final List<Optional<LatLon>> run = new ArrayList<>();

    Drawer(String text) {
      this.text = text;
    }

    Drawing draw() {
      Matcher m = Position.PATTERN.matcher(text);
      int end = 0;
      for (int count = 0; count < MAX_POSITIONS && m.find(); count++) {
        String gap = text.substring(end, m.start());
        if (run.isEmpty() || !BETWEEN.matcher(gap).matches()) {
          endRun();
          shape = NEXT_ITEM.matcher(gap).matches() ? shape : shape(gap);
        }
        run.add(Position.of(m));
        end = m.end();
      }
      endRun();
      boolean drawn = !polygons.isEmpty() || !circles.isEmpty();
      return new Drawing(
          List.copyOf(positions),
          drawn ? Optional.of(new Area(polygons, circles)) : Optional.empty());
    }

    /** By the words in front of the positions; the last ones count. */
    private static Shape shape(String words) {
      int bound = words.lastIndexOf("BOUND BY");
      int track = Math.max(words.lastIndexOf("TRACKLINE"), words.lastIndexOf("JOINING"));
      Optional<Radius.Found> radius = Radius.last(words);
      int around = radius.map(Radius.Found::at).orElse(-1);
      if (bound > Math.max(track, around)) {
        return new Shape.Bound();
      }
      return around > track
          ? new Shape.Around(radius.orElseThrow().radiusM())
          : new Shape.Nothing();
    }

    /** An area with a corner that cannot be is not drawn: it would be another one. */
    private void endRun() {
      List<LatLon> places = run.stream().flatMap(Optional::stream).toList();
      boolean whole = places.size() == run.size() && polygons.size() + circles.size() < MAX_SHAPES;
      positions.addAll(places);
      if (whole && !places.isEmpty()) {
        switch (shape) {
          case Shape.Bound() -> polygon(places).ifPresent(polygons::add);
          case Shape.Around(double radiusM) ->
              places.stream()
                  .limit(MAX_SHAPES - polygons.size() - circles.size())
                  .forEach(p -> circles.add(new Circle(p, radiusM)));
          case Shape.Nothing() -> {}
        }
      }
      run.clear();
    }

    /** Not across the date line, where "between" could mean the other side of the earth. */
    private static Optional<Polygon> polygon(List<LatLon> corners) {
      List<LatLon> ring = new ArrayList<>(corners);
      if (!ring.getFirst().equals(ring.getLast())) {
        ring.add(ring.getFirst());
      }
      double west = ring.stream().mapToDouble(LatLon::lonDeg).min().orElseThrow();
      double east = ring.stream().mapToDouble(LatLon::lonDeg).max().orElseThrow();
      return ring.size() >= 4 && east - west <= 180
          ? Optional.of(new Polygon(ring, List.of()))
          : Optional.empty();
    }
  }
}
