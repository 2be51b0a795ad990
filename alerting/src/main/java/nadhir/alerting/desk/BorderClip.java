package nadhir.alerting.desk;

import java.util.List;
import java.util.Optional;
import nadhir.core.alert.Clipping;
import nadhir.core.geo.Area;
import nadhir.core.site.Borders;
import nadhir.core.site.Neighbour;

/** Cuts areas for the public off at the border, and says who must be told beyond it. */
final class BorderClip {
  private final Borders borders;

  BorderClip(Borders borders) {
    this.borders = borders;
  }

  /**
   * @param area what is left on this side; empty where nothing is
   * @param clipping empty where nothing was cut off
   */
  record Clipped(Optional<Area> area, Optional<Clipping> clipping) {}

  Clipped clip(Area meant) {
    Optional<AreaShapes.Cut> cut =
        borders.territory().map(territory -> AreaShapes.inside(meant, territory));
    if (cut.isEmpty() || cut.get().lostShare() == 0) {
      return new Clipped(Optional.of(meant), Optional.empty());
    }
    int percent = (int) StrictMath.max(1, StrictMath.rint(100 * cut.get().lostShare()));
    return new Clipped(cut.get().left(), Optional.of(new Clipping(percent, reached(meant))));
  }

  private List<String> reached(Area meant) {
    return borders.neighbours().stream()
        .filter(neighbour -> AreaShapes.overlap(meant, neighbour.area()))
        .map(Neighbour::id)
        .toList();
  }
}
