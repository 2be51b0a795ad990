package nadhir.core.fusion;

import static nadhir.core.fusion.Play.play;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VesselTest {

  @Test
  void oneHazardForEachShipAndTroubleThatEndsWithTheEpisode() {
    assertEquals(
        """
        16:00 opened H1 r1 ADRIFT 438111222
        16:01 opened H2 r1 AGROUND 438111222
        16:02 revised H1 r2 ADRIFT 438111222
        16:02 ignored ais:a repeated
        16:05 ended H1 episode-over
        16:06 ignored ais:a withdraws-nothing-known
        16:10 opened H3 r1 ADRIFT 438111222
        """,
        play(
            """
            16:00 vessel ais:a ADRIFT 438111222 29.47,34.969
            16:01 vessel ais:b AGROUND 438111222 29.47,34.969
            16:02 vessel ais:a ADRIFT 438111222 29.48,34.969
            16:02 vessel ais:a ADRIFT 438111222 29.48,34.969
            16:05 vessel ais:a ADRIFT 438111222 29.48,34.969 deleted
            16:06 vessel ais:a ADRIFT 438111222 29.48,34.969 deleted
            16:10 vessel ais:c ADRIFT 438111222 29.48,34.969
            """));
  }

  @Test
  void twoShipsOnACollisionCourseAreOneMatterWhicheverIsToldOf() {
    assertEquals(
        """
        16:00 opened H1 r1 COLLISION_COURSE 438111222+438333444
        16:01 revised H1 r2 COLLISION_COURSE 438333444+438111222
        16:02 opened H2 r1 COLLISION_COURSE 438111222+jetty
        16:03 ignored ais:a older-than-known
        """,
        play(
            """
            16:00 vessel ais:a COLLISION_COURSE 438111222 29.47,34.969 other=438333444
            16:01 vessel ais:b COLLISION_COURSE 438333444 29.47,34.969 other=438111222
            16:02 vessel ais:c COLLISION_COURSE 438111222 29.47,34.969 other=jetty
            16:03 vessel ais:a COLLISION_COURSE 438111222 29.47,34.969 other=438333444 u=15:59
            """));
  }

  @Test
  void anEpisodeThatAPersonEndedStaysEndedAndTheNextOpensAnew() {
    assertEquals(
        """
        16:00 opened H1 r1 ADRIFT 438111222
        16:05 ended H1 seen
        16:06 ignored ais:a hazard-ended
        16:30 opened H2 r1 ADRIFT 438111222
        18:30 ended H2 nothing-more-heard
        18:40 opened H3 r1 ADRIFT 438111222
        """,
        play(
            """
            16:00 vessel ais:a ADRIFT 438111222 29.47,34.969
            16:05 end H1
            16:06 vessel ais:a ADRIFT 438111222 29.48,34.969
            16:30 vessel ais:b ADRIFT 438111222 29.48,34.969
            18:40 vessel ais:b ADRIFT 438111222 29.49,34.969
            """));
  }
}
