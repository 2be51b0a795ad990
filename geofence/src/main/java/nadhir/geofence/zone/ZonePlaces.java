package nadhir.geofence.zone;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.core.track.Places;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Zones as the places that ships and vehicles enter and leave: who covers a position is for the
 * {@link ZoneIndex} to say, how far the next border is for {@link Borders}.
 */
public final class ZonePlaces implements Places {
  /** How far is looked for borders; nothing is said of what is farther away. */
  private static final double LOOK_M = 10_000;

  /** Distances to borders are good to 1 %. */
  private static final double SURE = 0.98;

  private final ZoneIndex index;
  private final STRtree tree = new STRtree();

  private record Leaf(ZoneId id, Borders borders) {}

  public ZonePlaces(List<Zone> zones) {
    this.index = ZoneIndex.over(zones);
    for (Zone zone : zones) {
      tree.insert(Shapes.bounds(zone.area()), new Leaf(zone.id(), new Borders(zone.area())));
    }
    tree.build();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Around around(LatLon position) {
    List<ZoneId> inside = index.zonesAt(position);
    List<ZoneId> notLeft = new ArrayList<>();
    boolean guarded = false;
    double sameWithinM = LOOK_M - GUARD_M;
    for (Leaf leaf : (List<Leaf>) tree.query(Shapes.around(position, LOOK_M))) {
      boolean in = inside.contains(leaf.id());
      double borderM = leaf.borders().distanceM(position);
      double outsideM = in ? -borderM : borderM;
      if (outsideM <= MARGIN_M) {
        notLeft.add(leaf.id());
      }
      guarded |= outsideM <= GUARD_M;
      sameWithinM = StrictMath.min(sameWithinM, toNextLineM(outsideM));
    }
    Collections.sort(notLeft);
    return new Around(inside, notLeft, guarded, SURE * sameWithinM);
  }

  /** Metres until it is in, has left, or is guarded no more. */
  private static double toNextLineM(double outsideM) {
    double border = StrictMath.abs(outsideM);
    double margin = StrictMath.abs(outsideM - MARGIN_M);
    double guard = StrictMath.abs(outsideM - GUARD_M);
    return StrictMath.min(border, StrictMath.min(margin, guard));
  }
}
