package nadhir.geofence.zone.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a shape, all its parts, on the lattice. */
final class Drawing {
  private Drawing() {}

  /** Whether the lattice should reach to it. */
  static boolean isDrawable(Shape shape) {
    return shape.discs().stream().allMatch(Disc::flat);
  }

  /** Empty when it would take more than {@code most} squares and edges in cells. */
  static Optional<Footprint> of(Lattice lattice, Shape shape, long most) {
    List<Footprint> parts = new ArrayList<>();
    for (Rings polygon : shape.polygons()) {
      PolygonRaster.draw(lattice, polygon, most).ifPresent(parts::add);
    }
    for (Disc disc : shape.discs()) {
      DiscRaster.draw(lattice, disc, most).ifPresent(parts::add);
    }
    if (parts.size() < shape.polygons().size() + shape.discs().size()) {
      return Optional.empty();
    }
    return Optional.of(parts.size() == 1 ? parts.getFirst() : Footprint.union(parts));
  }
}
