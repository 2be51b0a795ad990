package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DistressAndStatedTest {

  @Test
  void oneHazardForEachBeaconThatMovesWithIt() {
    assertEquals(
        """
        16:25 opened H1 r1 972111222 29.47,34.969
        16:26 opened H2 r1 972333444 29.48,34.969
        16:26 revised H1 r2 972111222 29.469,34.969
        16:27 revised H1 r3 972111222 29.469,34.969
        17:26 ended H2 nothing-more-heard
        17:27 ended H1 nothing-more-heard
        """,
        play(
            """
            16:25 distress 972111222 29.47,34.969
            16:26 distress 972333444 29.48,34.969
            16:26 distress 972111222 29.469,34.969
            16:27 distress 972111222 ?
            18:00 wait
            """));
  }

  @Test
  void testsRepeatsOldOnesAndWithdrawalsChangeNothing() {
    assertEquals(
        """
        16:25 ignored ais:972111222/1 test
        16:25 opened H1 r1 972111222 29.47,34.969
        16:26 ignored ais:972111222/2 repeated
        16:26 ignored ais:972111222/4 older-than-known
        16:26 ignored ais:972111222/5 not-withdrawable
        """,
        play(
            """
            16:25 distress 972111222 29.47,34.969 test
            16:25 distress 972111222 29.47,34.969
            16:26 distress 972111222 29.46,34.969 id=ais:972111222/2
            16:26 distress 972111222 29.46,34.969 u=16:24
            16:26 distress 972111222 29.46,34.969 deleted
            """));
  }

  @Test
  void aBeaconThatGoesOnAfterTheRescueIsIgnoredForTenMinutes() {
    assertEquals(
        """
        16:25 opened H1 r1 972111222 29.47,34.969
        16:44 ended H1 seen
        16:45 ignored ais:972111222/2 recently-ended
        16:53:59 ignored ais:972111222/3 recently-ended
        16:54 opened H2 r1 972111222 29.47,34.969
        """,
        play(
            """
            16:25 distress 972111222 29.47,34.969
            16:44 end H1
            16:45 distress 972111222 29.47,34.969
            16:53:59 distress 972111222 29.47,34.969
            16:54 distress 972111222 29.47,34.969
            """));
  }

  @Test
  void aBeaconThatWasSilentTooLongOpensAgainAtOnce() {
    assertEquals(
        """
        16:25 opened H1 r1 972111222 29.47,34.969
        17:25 ended H1 nothing-more-heard
        17:26 opened H2 r1 972111222 29.47,34.969
        """,
        play(
            """
            16:25 distress 972111222 29.47,34.969
            17:26 distress 972111222 29.47,34.969
            """));
  }

  @Test
  void anOperatorOpensAndEndsAHazardOfAnyTypeOfTheSite() {
    assertEquals(
        """
        15:00 opened H1 r1 fire SEVERE
        15:10 ended H1 seen
        15:11 refused already-ended
        15:11 refused unknown-hazard
        15:12 refused unknown-type
        15:12 refused bad-title
        15:12 refused bad-until
        15:12 refused not-an-operator
        """,
        play(
            """
            15:00 open fire
            15:10 end H1
            15:11 end H1
            15:11 end haz-99
            15:12 open volcano
            15:12 open fire untitled
            15:12 open fire until=15:10
            15:12 open fire as-viewer
            """));
  }

  @Test
  void aStatedHazardEndsAtItsOwnTimeOrWhenItsTypeDoes() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning SEVERE
        15:00 opened H2 r1 fire SEVERE
        21:00 ended H1 its-time-is-over
        21/03:00 ended H2 nothing-more-heard
        """,
        play(
            """
            15:00 open weather-warning until=21:00
            15:00 open fire
            22/00:00 wait
            """));
  }

  @Test
  void anAuthoritysWarningIsRevisedAndTakenBackLikeAnyText() {
    assertEquals(
        """
        15:00 opened H1 r1 weather-warning MODERATE
        16:00 revised H1 r2 weather-warning SEVERE
        16:05 ignored jmd:1 older-than-known
        17:00 withdrawn H1 r3 weather-warning SEVERE
        """,
        play(
            """
            15:00 warning jmd:1 MODERATE until=21:00
            16:00 warning jmd:1 SEVERE until=18:00
            16:05 warning jmd:1 MINOR u=15:30
            17:00 warning jmd:1 SEVERE deleted
            22:00 wait
            """));
  }
}
