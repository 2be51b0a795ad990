package nadhir.alerting.audience.grid;

import java.util.ArrayList;
import java.util.List;
import nadhir.core.geo.Area;

/** A polygon or circle of an area, seen through a frame. Used by one thread. */
sealed interface Part permits PolygonPart, CirclePart {
  static List<Part> of(Area area, Frame frame) {
    List<Part> parts = new ArrayList<>();
    area.polygons().forEach(polygon -> parts.add(new PolygonPart(polygon, frame)));
    area.circles().forEach(circle -> parts.add(new CirclePart(circle, frame)));
    return parts;
  }

  int firstRow();

  int lastRow();

  /** Paints the cells of one of its rows. */
  void paint(int row, Row into);

  /** Makes ready for {@link #coversHere} in these cells of the row that was painted last. */
  void enter(int fromColumn, int toColumn);

  /** As {@link #covers}, for places in the cells that were entered. */
  boolean coversHere(double latDeg, double lonDeg);

  /** Exactly, for any place; what is on the edge is inside. */
  boolean covers(double latDeg, double lonDeg);
}
