package nadhir.core.site;

import java.util.List;
import java.util.Optional;
import nadhir.core.geo.Area;

/**
 * Where a site's authority ends.
 *
 * @param territory inside it the public is told; empty where no border is near
 */
public record Borders(Optional<Area> territory, List<Neighbour> neighbours) {
  public static final Borders NONE = new Borders(Optional.empty(), List.of());

  public Borders {
    neighbours = List.copyOf(neighbours);
  }
}
