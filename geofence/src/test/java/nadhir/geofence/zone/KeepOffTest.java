package nadhir.geofence.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.track.FixedPoint;
import nadhir.geofence.AqabaPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepOffTest {
  @Test
  void severalPointsAreNamedAfterTheirZone() {
    assertEquals(
        Optional.of(
            List.of(
                new FixedPoint("pier", new LatLon(29.475, 34.976), 300),
                new FixedPoint("pier-2", new LatLon(29.469, 34.974), 250))),
        KeepOff.read("pier", "29.475 34.976 300; 29.469 34.974 250"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "29.4 34.9",
        "29.4 34.9 300 1",
        "29.4, 34.9, 300",
        "north",
        "95 34 300",
        "29 34 0",
        "29 34 NaN",
        "29 34 300;"
      })
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), KeepOff.read("pier", text));
  }

  @Test
  void aqabaKeepsShipsOffItsTerminalsAndItsReef() {
    List<FixedPoint> points = KeepOff.of(AqabaPack.realZones());
    assertEquals(
        List.of(
            "container-terminal",
            "marine-park",
            "marine-park-2",
            "new-port",
            "oil-terminals",
            "old-port",
            "passenger-terminal"),
        points.stream().map(FixedPoint::id).toList());
    assertTrue(points.stream().allMatch(p -> p.keepOffM() <= 300));
  }
}
