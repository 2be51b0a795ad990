package nadhir.alerting.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadhir.core.alert.Clipping;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.site.Borders;
import nadhir.core.site.Neighbour;
import nadhir.core.site.Words;
import org.junit.jupiter.api.Test;

/**
 * The territory lies east of 35 degrees; west of it are two neighbours, north and south of 29.5.
 */
class BorderClipTest {
  private final BorderClip border =
      new BorderClip(
          new Borders(
              Optional.of(box(29, 35, 30, 36)),
              List.of(neighbour("north", 29.5), neighbour("south", 29.0))));

  private static Area box(double south, double west, double north, double east) {
    return Area.polygon(
        List.of(
            new LatLon(south, west),
            new LatLon(south, east),
            new LatLon(north, east),
            new LatLon(north, west),
            new LatLon(south, west)));
  }

  private static Neighbour neighbour(String id, double south) {
    var words = Words.arEn(id, id);
    return new Neighbour(id, words, words, words, box(south, 34, south + 0.5, 35));
  }

  @Test
  void whatLiesInsideStaysAsItIs() {
    Area inside = box(29.2, 35.1, 29.3, 35.2);
    var clipped = border.clip(inside);
    assertSame(inside, clipped.area().orElseThrow());
    assertEquals(Optional.empty(), clipped.clipping());
  }

  @Test
  void whatReachesBeyondIsCutAndTheNeighbourNamed() {
    var clipped = border.clip(box(29.2, 34.9, 29.3, 35.3));
    assertEquals(Optional.of(new Clipping(25, List.of("south"))), clipped.clipping());
    assertTrue(
        clipped.area().orElseThrow().polygons().getFirst().outer().stream()
            .allMatch(p -> p.lonDeg() >= 35));
    assertEquals(
        Optional.of(new Clipping(50, List.of("north", "south"))),
        border.clip(box(29.4, 34.9, 29.6, 35.1)).clipping());
  }

  @Test
  void aCircleThatCrossesTheBorderBecomesWhatIsLeftOfIt() {
    var clipped = border.clip(Area.circle(new LatLon(29.25, 35.0), 5_000));
    assertEquals(Optional.of(new Clipping(50, List.of("south"))), clipped.clipping());
    assertEquals(List.of(), clipped.area().orElseThrow().circles());
    Area inside = Area.circle(new LatLon(29.25, 35.2), 5_000);
    assertEquals(Optional.of(inside), border.clip(inside).area());
  }

  @Test
  void whatLiesBeyondAltogetherIsToldNobodyHere() {
    var clipped = border.clip(box(29.2, 34.5, 29.3, 34.6));
    assertEquals(Optional.empty(), clipped.area());
    assertEquals(Optional.of(new Clipping(100, List.of("south"))), clipped.clipping());
  }

  @Test
  void aSliverAlongTheBorderIsNoLoss() {
    Area along = box(29.2, 34.99999, 29.3, 35.3);
    assertEquals(Optional.of(along), border.clip(along).area());
    assertEquals(Optional.empty(), border.clip(along).clipping());
  }

  @Test
  void aPartThatLiesInsideStaysWhole() {
    Area both =
        new Area(
            List.of(
                box(29.2, 35.1, 29.3, 35.2).polygons().getFirst(),
                box(29.2, 34.9, 29.3, 35.1).polygons().getFirst()),
            List.of());
    var clipped = border.clip(both);
    assertEquals(both.polygons().getFirst(), clipped.area().orElseThrow().polygons().getFirst());
    assertEquals(33, clipped.clipping().orElseThrow().lostPercent());
  }

  @Test
  void withoutATerritoryNothingIsCut() {
    Area anywhere = box(0, 0, 1, 1);
    assertEquals(
        new BorderClip.Clipped(Optional.of(anywhere), Optional.empty()),
        new BorderClip(Borders.NONE).clip(anywhere));
  }
}
