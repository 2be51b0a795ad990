package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Callers, satellites and beacons of one sinking are one incident. */
class DistressTest {

  @Test
  void aBeaconConfirmsACallMovesItAndItsPersonsAreKept() {
    assertEquals(
        """
        16:00 opened H1 r1 CALL 29.47,34.969 persons 3
        16:10 revised H1 r2 972111222 29.48,34.96 persons 3
        16:11 revised H1 r3 972111222 29.481,34.96 persons 3
        16:12 revised H1 r4 972111222 29.481,34.96 persons 4
        """,
        play(
            """
            16:00 call 29.47,34.969 persons=3
            16:10 distress 972111222 29.48,34.96
            16:11 distress 972111222 29.481,34.96
            16:12 call 29.46,34.97 persons=4
            """));
  }

  @Test
  void aCallWithTheShipsNumberIsThatShipHoweverFarTheOldPositionWas() {
    assertEquals(
        """
        16:00 opened H1 r1 438111222 29.47,34.969
        16:20 revised H1 r2 438111222 29.2,34.9
        """,
        play(
            """
            16:00 call 29.47,34.969 mmsi=438111222
            16:20 distress 438111222 29.20,34.90 kind=NAV_STATUS
            """));
  }

  @Test
  void beaconsInSightOfEachOtherAreOneSinkingUntilOneDriftsAway() {
    // 0.005 degrees of latitude are 556 m; 0.018 are 2 km
    assertEquals(
        """
        16:00 opened H1 r1 970111222 29.47,34.969
        16:01 revised H1 r2 970111222 29.47,34.969 of [970111222, 972333444]
        16:02 revised H1 r3 970111222 29.471,34.969 of [970111222, 972333444]
        16:30 opened H2 r1 972333444 29.452,34.969
        16:31 revised H2 r2 972333444 29.451,34.969
        """,
        play(
            """
            16:00 distress 970111222 29.470,34.969 kind=SART
            16:01 distress 972333444 29.475,34.969
            16:02 distress 970111222 29.471,34.969 kind=SART
            16:30 distress 972333444 29.452,34.969
            16:31 distress 972333444 29.451,34.969
            """));
  }

  @Test
  void whenTheFirstBeaconDiesTheOtherGivesThePlace() {
    assertEquals(
        """
        16:00 opened H1 r1 970111222 29.47,34.969
        16:10 revised H1 r2 970111222 29.47,34.969 of [970111222, 972333444]
        16:20 revised H1 r3 972333444 29.474,34.969 of [970111222, 972333444]
        """,
        play(
            """
            16:00 distress 970111222 29.470,34.969 kind=SART
            16:10 distress 972333444 29.473,34.969
            16:20 distress 972333444 29.474,34.969
            """));
  }

  @Test
  void reachGrowsWithDriftAndEndsAfterAnHour() {
    // 5 km at once; 1 m/s for half an hour are 1.8 km more
    assertEquals(
        """
        16:00 opened H1 r1 CALL 29.4,34.9
        16:00 opened H2 r1 972111222 29.455,34.9
        16:30 revised H1 r2 972333444 29.345,34.9
        17:00 ended H2 nothing-more-heard
        17:30 ended H1 nothing-more-heard
        17:31 opened H3 r1 COSPAS_SARSAT 29.4,34.9
        """,
        play(
            """
            16:00 call 29.40,34.90
            16:00 distress 972111222 29.455,34.90
            16:30 distress 972333444 29.345,34.90
            17:31 call 29.40,34.90 kind=COSPAS_SARSAT
            """));
  }

  @Test
  void anUnsureWordDoesNotMoveWhatIsSurelyKnown() {
    assertEquals(
        """
        16:00 opened H1 r1 972111222 29.47,34.969
        16:05 revised H1 r2 972111222 29.47,34.969
        16:21 revised H1 r3 CALL 29.46,34.98
        """,
        play(
            """
            16:00 distress 972111222 29.470,34.969
            16:05 call 29.45,34.99
            16:21 call 29.46,34.98
            """));
  }

  @Test
  void aCallAfterTheEndIsNoEchoOfTheBeacon() {
    assertEquals(
        """
        16:00 opened H1 r1 972111222 29.47,34.969
        16:30 ended H1 seen
        16:31 ignored ais:972111222/2 recently-ended
        16:32 opened H2 r1 CALL 29.47,34.969
        """,
        play(
            """
            16:00 distress 972111222 29.470,34.969
            16:30 end H1
            16:31 distress 972111222 29.470,34.969
            16:32 call 29.470,34.969
            """));
  }

  @Test
  void aPersonMakesTwoIncidentsOne() {
    assertEquals(
        """
        16:00 opened H1 r1 CALL 29.4,34.9 persons 2
        16:05 opened H2 r1 972111222 29.47,34.9
        16:06 revised H1 r2 972111222 29.47,34.9 persons 2
        16:06 ended H2 same-as H1
        16:07 revised H1 r3 972111222 29.471,34.9 persons 2
        16:08 refused unknown-hazard
        """,
        play(
            """
            16:00 call 29.40,34.90 persons=2
            16:05 distress 972111222 29.47,34.90
            16:06 merge H2 H1
            16:07 distress 972111222 29.471,34.90
            16:08 merge H2 H1
            """));
  }

  @Test
  void whatAPersonTypesIsLookedAt() {
    assertEquals(
        """
        16:00 refused bad-mmsi
        16:00 refused bad-persons
        16:00 refused in-the-future
        16:00 refused too-long-ago
        16:00 refused bad-source
        16:00 refused bad-title
        16:00 refused not-an-operator
        """,
        play(
            """
            16:00 call 29.4,34.9 mmsi=12345678
            16:00 call 29.4,34.9 persons=0
            16:00 call 29.4,34.9 o=16:02
            16:00 call 29.4,34.9 o=19/15:59
            16:00 call 29.4,34.9 source=
            16:00 call 29.4,34.9 title=LONG
            16:00 call 29.4,34.9 as-viewer
            """
                .replace("LONG", "x".repeat(119))));
  }
}
