package nadhir.core.feed.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.feed.Reason;
import nadhir.core.feed.Refusal;
import nadhir.core.feed.Within;
import nadhir.core.feed.xml.XmlElement;
import nadhir.core.geo.Area;
import nadhir.core.geo.Box;
import nadhir.core.geo.LatLon;
import nadhir.core.geo.WeighedLine;

/**
 * Where an alert holds: the polygons and circles of all its areas together. Empty polygons are as
 * good as none.
 *
 * @param points circles of radius 0: where something happened
 * @param drawn anything at all was drawn that can be read, near or far
 * @param doubts what could not be used of it
 */
record CapArea(
    List<Area.Polygon> polygons,
    List<Area.Circle> circles,
    List<LatLon> points,
    boolean drawn,
    List<Refusal> doubts) {
  /** Places of a polygon; one with more is drawn with fewer. */
  static final int MAX_PLACES = 100;

  /** Polygons, and circles, of one alert; the others are left out. */
  static final int MAX_SHAPES = 50;

  /** Shapes that cannot be used, of one alert, are told up to here. */
  static final int MAX_DOUBTS = 20;

  CapArea {
    polygons = List.copyOf(polygons);
    circles = List.copyOf(circles);
    points = List.copyOf(points);
    doubts = List.copyOf(doubts);
  }

  /**
   * @param within shapes that lie elsewhere are left out
   */
  static CapArea read(List<XmlElement> areas, Optional<Within> within) {
    var reading = new Reading(within);
    areas.forEach(reading::area);
    return reading.done();
  }

  /** Both together. */
  CapArea and(CapArea other) {
    return new CapArea(
        distinct(polygons, other.polygons),
        distinct(circles, other.circles),
        distinct(points, other.points),
        drawn || other.drawn,
        Stream.concat(doubts.stream(), other.doubts.stream()).limit(MAX_DOUBTS).toList());
  }

  private static <T> List<T> distinct(List<T> a, List<T> b) {
    List<T> all = new ArrayList<>(a);
    b.stream().filter(one -> !all.contains(one)).forEach(all::add);
    return all.size() > MAX_SHAPES ? all.subList(0, MAX_SHAPES) : all;
  }

  /** It is drawn, and all of it lies elsewhere. */
  boolean isElsewhere() {
    return drawn && polygons.isEmpty() && circles.isEmpty() && points.isEmpty();
  }

  Optional<Area> area() {
    return polygons.isEmpty() && circles.isEmpty()
        ? Optional.empty()
        : Optional.of(new Area(polygons, circles));
  }

  /** The first circle's centre. A polygon has no place of its own. */
  Optional<LatLon> place() {
    return points.stream()
        .findFirst()
        .or(() -> circles.stream().map(Area.Circle::centre).findFirst());
  }

  /** What has been read so far. */
  private static final class Reading {
    private final List<Area.Polygon> polygons = new ArrayList<>();
    private final List<Area.Circle> circles = new ArrayList<>();
    private final List<LatLon> points = new ArrayList<>();
    private final List<Refusal> doubts = new ArrayList<>();
    private final Optional<Within> within;
    private boolean drawn;

    Reading(Optional<Within> within) {
      this.within = within;
    }

    void area(XmlElement area) {
      boolean shaped = false;
      for (XmlElement polygon : area.all("polygon")) {
        shaped = each(polygon, this::polygon) || shaped;
      }
      for (XmlElement circle : area.all("circle")) {
        shaped = each(circle, this::circle) || shaped;
      }
      int codes = area.all("geocode").size();
      if (!shaped && codes > 0) {
        doubt(new Refusal(Reason.AREA_BY_CODE, codes + " geocodes and no shape"));
      }
    }

    private void doubt(Refusal refusal) {
      if (doubts.size() < MAX_DOUBTS) {
        doubts.add(refusal);
      }
    }

    private interface Shape {
      void read(String text) throws Refusal;
    }

    /** Whether something stands there, be it usable or not. */
    private boolean each(XmlElement element, Shape shape) {
      if (element.text().isBlank()) {
        return false;
      }
      try {
        shape.read(element.text());
      } catch (Refusal e) {
        doubt(e);
      }
      return true;
    }

    private void polygon(String text) throws Refusal {
      List<LatLon> ring = CapShapes.ring(text);
      drawn = true;
      if (within.isEmpty()
          || Box.around(ring).distanceM(within.get().centre()) <= within.get().radiusM()) {
        room(polygons.size(), "polygons");
        polygons.add(new Area.Polygon(new WeighedLine(ring).atMost(MAX_PLACES), List.of()));
      }
    }

    private void circle(String text) throws Refusal {
      var round = CapShapes.round(text);
      boolean point = round.radiusM() == 0;
      Optional<Area.Circle> circle = point ? Optional.empty() : Optional.of(round.circle());
      drawn = true;
      if (within.isEmpty()
          || within.get().distanceM(round.centre()) <= within.get().radiusM() + round.radiusM()) {
        room(circles.size() + points.size(), "circles");
        circle.ifPresentOrElse(circles::add, () -> points.add(round.centre()));
      }
    }

    private static void room(int size, String what) throws Refusal {
      if (size >= MAX_SHAPES) {
        throw new Refusal(Reason.BAD_AREA, "more than " + MAX_SHAPES + " " + what);
      }
    }

    CapArea done() {
      return new CapArea(polygons, circles, points, drawn, doubts);
    }
  }
}
