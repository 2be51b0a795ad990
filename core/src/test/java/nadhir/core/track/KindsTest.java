package nadhir.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nadhir.core.feed.ais.AisMessage;
import nadhir.core.geo.LatLon;
import nadhir.core.id.FeedId;
import org.junit.jupiter.api.Test;

/** What speaks, and what of it is a ship. */
class KindsTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final LatLon HERE = new LatLon(29.47, 34.96);

  private final ShipTracker tracker =
      new ShipTracker(TrackSettings.of(new FeedId("ais")), Places.NONE, TrackListener.NOBODY);

  private void position(int type, String mmsi) {
    tracker.hear(
        new AisMessage.Position(
            type,
            mmsi,
            Optional.of(HERE),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty()),
        AT);
  }

  private void buoy(String mmsi, LatLon place) {
    tracker.hear(new AisMessage.Aid(21, mmsi, "NORTH BUOY", Optional.of(place), false), AT);
  }

  private String kinds() {
    return tracker.vessels(AT).stream()
        .map(v -> v.mmsi() + " " + v.kind() + v.name().map(n -> " " + n).orElse(""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void theNumberAndTheMessageSayWhatItIs() {
    position(1, "438000001");
    position(18, "438000002");
    position(19, "438000003");
    position(27, "438000004");
    position(9, "111438001");
    position(1, "972111222");
    position(1, "004380001");
    buoy("994381001", HERE);
    assertEquals(
        """
        004380001 STATION
        111438001 AIRCRAFT
        438000001 CLASS_A
        438000002 CLASS_B
        438000003 CLASS_B
        438000004 CLASS_A
        972111222 BEACON
        994381001 AID NORTH BUOY
        """,
        kinds());
  }

  @Test
  void whoLiesFixedIsNoShipNear() {
    position(1, "438000001");
    buoy("994381001", HERE);
    position(1, "972111222");
    assertEquals(
        1, tracker.vesselsNear(HERE, 1_000, AT).size(), "the ship, not the buoy or the beacon");
  }

  @Test
  void nobodyMovesAShipByCallingItABuoy() {
    position(1, "438000001");
    buoy("438000001", new LatLon(29.40, 34.90));
    buoy("994381001", new LatLon(0, 0));
    assertEquals("438000001 CLASS_A\n", kinds());
    assertEquals(HERE, tracker.vessels(AT).getFirst().place());
  }
}
