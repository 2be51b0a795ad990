package nadhir.geofence.impact.quake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.json.DomainJson;
import nadhir.core.sim.Samples;
import nadhir.geofence.impact.quake.ShakeContours.Level;
import org.junit.jupiter.api.Test;

/** Places are written "east,north" in degrees. */
class ShakeContoursTest {
  private static final LatLon CENTRE = new LatLon(5, 5);

  private static LatLon place(String text) {
    String[] parts = text.split(",");
    return new LatLon(Double.parseDouble(parts[1]), Double.parseDouble(parts[0]));
  }

  private static List<LatLon> line(String places) {
    return List.of(places.split(" ")).stream().map(ShakeContoursTest::place).toList();
  }

  private static String read(Optional<ShakeContours> map, String... places) {
    var told = new StringBuilder();
    for (String place : places) {
      var reading = map.orElseThrow().at(place(place));
      told.append(place)
          .append(" ")
          .append(
              reading
                  .map(r -> said(r.atLeast(), "outside") + " to " + said(r.below(), "top"))
                  .orElse("not covered"))
          .append("\n");
    }
    return told.toString();
  }

  private static String said(Optional<Double> mmi, String without) {
    return mmi.map(m -> String.format(Locale.ROOT, "%.1f", m)).orElse(without);
  }

  @Test
  void theHighestContourAroundAPlaceCounts() {
    var map =
        ShakeContours.of(
            List.of(
                new Level(6, List.of(line("3,3 7,3 7,7 3,7 3,3"))),
                new Level(4, List.of(line("0,0 10,0 10,10 0,10 0,0"))),
                new Level(5, List.of(line("2,2 8,2 8,8 2,8 2,2")))),
            CENTRE);
    assertEquals(
        """
        5,5 6.0 to top
        2.5,5 5.0 to 6.0
        1,1 4.0 to 5.0
        9.9,9.9 4.0 to 5.0
        11,5 not covered
        """,
        read(map, "5,5", "2.5,5", "1,1", "9.9,9.9", "11,5"));
  }

  @Test
  void aLowWithinIsNotInside() {
    var map =
        ShakeContours.of(
            List.of(
                new Level(4, List.of(line("0,0 10,0 10,10 0,10 0,0"), line("1,1 3,1 3,3 1,3 1,1"))),
                new Level(5, List.of(line("6,6 8,6 8,8 6,8 6,6")))),
            CENTRE);
    assertEquals(
        """
        7,7 5.0 to top
        5,5 4.0 to 5.0
        2,2 outside to 4.0
        """,
        read(map, "7,7", "5,5", "2,2"));
  }

  /** The map ends at 10 east: 4 and 5 run out of it, and only 6 is whole. */
  @Test
  void aLineThatEndsAtTheEdgeStillSeparates() {
    var map =
        ShakeContours.of(
            List.of(
                new Level(4, List.of(line("10,0 0,0 0,10 10,10"))),
                new Level(5, List.of(line("10,2 2,2 2,8 10,8"))),
                new Level(6, List.of(line("4,4 6,4 6,6 4,6 4,4")))),
            CENTRE);
    assertEquals(
        """
        5,5 6.0 to top
        9.5,5 5.0 to 6.0
        9.5,1 4.0 to 5.0
        9.5,9 4.0 to 5.0
        """,
        read(map, "5,5", "9.5,5", "9.5,1", "9.5,9"));
  }

  @Test
  void withoutAWholeLineTheEpicentreIsInside() {
    var open =
        List.of(
            new Level(4, List.of(line("10,0 0,0 0,10 10,10"))),
            new Level(5, List.of(line("10,4 4,4 4,6 10,6"))));
    assertEquals(
        """
        9,5 5.0 to top
        1,1 4.0 to 5.0
        """,
        read(ShakeContours.of(open, new LatLon(5, 9)), "9,5", "1,1"));
    assertTrue(ShakeContours.of(open, new LatLon(50, 50)).isEmpty());
  }

  @Test
  void twoLobesOfTheHighestAreBothInside() {
    var map =
        ShakeContours.of(
            List.of(
                new Level(4, List.of(line("0,0 10,0 10,10 0,10 0,0"))),
                new Level(7, List.of(line("1,1 3,1 3,3 1,3 1,1"), line("6,6 8,6 8,8 6,8 6,6")))),
            CENTRE);
    assertEquals(
        """
        2,2 7.0 to top
        7,7 7.0 to top
        4.5,4.5 4.0 to 7.0
        """,
        read(map, "2,2", "7,7", "4.5,4.5"));
  }

  @Test
  void nothingDrawnIsNoMap() {
    assertTrue(ShakeContours.of(List.of(), CENTRE).isEmpty());
    assertTrue(ShakeContours.of(List.of(new Level(5, List.of(line("1,1")))), CENTRE).isEmpty());
  }

  @Test
  void aMapAcrossTheAntimeridianIsNotRead() {
    var ring = line("-179,0 179,0 179,10 -179,10 -179,0");
    assertTrue(ShakeContours.of(List.of(new Level(5, List.of(ring))), CENTRE).isEmpty());
  }

  /**
   * A real ShakeMap (the scenario of New Madrid, M 7.7) whose lower contours end at the map's edges
   * in open lines: its epicentre, Memphis, Little Rock, St. Louis, Nashville, Birmingham,
   * Chattanooga and the corner of the map. Expected were, before this class was, the levels that a
   * flood fill from the epicentre on a grid of 0.01° reaches without crossing a line.
   */
  @Test
  void aRealMapIsRead() throws IOException {
    JsonNode file =
        DomainJson.mapper()
            .readTree(Files.readString(Samples.sample("earthquake/shakemap_cont_mi.json")));
    var map = ShakeContours.of(levels(file), new LatLon(35.5426, -90.4365));
    assertEquals(
        """
        -90.4365,35.5426 8.5 to 9.0
        -90.0490,35.1495 7.0 to 7.5
        -92.2896,34.7465 6.0 to 6.5
        -90.1994,38.6270 5.5 to 6.0
        -86.7816,36.1627 5.0 to 5.5
        -86.8025,33.5207 4.5 to 5.0
        -85.3097,35.0456 4.0 to 4.5
        -94.5000,39.5000 4.0 to 4.5
        -84.0000,35.0000 not covered
        """,
        read(
            map,
            "-90.4365,35.5426",
            "-90.0490,35.1495",
            "-92.2896,34.7465",
            "-90.1994,38.6270",
            "-86.7816,36.1627",
            "-86.8025,33.5207",
            "-85.3097,35.0456",
            "-94.5000,39.5000",
            "-84.0000,35.0000"));
  }

  private static List<Level> levels(JsonNode file) {
    List<Level> levels = new ArrayList<>();
    for (JsonNode feature : file.path("features")) {
      List<List<LatLon>> lines = new ArrayList<>();
      for (JsonNode points : feature.path("geometry").path("coordinates")) {
        List<LatLon> line = new ArrayList<>();
        points.forEach(p -> line.add(new LatLon(p.get(1).asDouble(), p.get(0).asDouble())));
        lines.add(line);
      }
      levels.add(new Level(feature.path("properties").path("value").asDouble(), lines));
    }
    return levels;
  }
}
