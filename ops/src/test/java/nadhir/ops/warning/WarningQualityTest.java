package nadhir.ops.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import nadhir.core.sim.MadeDocument;
import nadhir.ops.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How good the rules' warnings were over real recordings; makes docs/warning-quality.md. */
class WarningQualityTest {
  private static final Path SITES = Path.of("src", "test", "sites");

  @TempDir private Path folder;

  @Test
  void thePageSaysHowGoodTheWarningsAre() throws IOException {
    MadeDocument.mustSay(
        "warning-quality.md",
        """
        # How good the warnings are

        Rules over real recordings, as `./nadhir rules try --over RECORDING` shows them. `./nadhir docs` makes this page
        from the samples and the test sites in `ops/src/test/sites`; nothing in it is written by hand.

        A warning counts as *in time* when the rule fired for the place before the thing began there, and was not over
        long before (the horizon). *Late* is a word on what had begun already, a *false alarm* a firing that nothing
        followed. The *shortest lead* is what one can count on.

        ## The flash flood of 27 May 2018 on the Patapsco River

        %s
        ## A week of the world's earthquakes, 31 March to 7 April 2023, and five towns of California

        Felt means that at least 20 people told the U.S. Geological Survey so of an earthquake at most 40 km from the
        town; strong that its community intensity was 5 or more besides, and nothing was. People told of earthquakes
        near three of the towns, the other two are there for false alarms. The missed one had magnitude 2.3. The sample
        holds the last version of each earthquake, played ten minutes after its origin, so that every first word is
        late, and how late is not measured here; *in time* are those that followed one in the same place.

        %s
        ## Real AIS streams, and nobody in distress

        %s"""
            .formatted(
                table("warning/patapsco", Patapsco.record(folder.resolve("patapsco"))),
                table("warning/felt", RealWeek.record(folder.resolve("week"))),
                table("foreign/queenscliff", RealCoast.record(folder.resolve("coast")))));
  }

  private static String table(String site, Path recording) {
    var ran =
        Ran.of(
            "rules",
            "try",
            "--over",
            recording.toString(),
            "--site",
            SITES.resolve(site).toString(),
            "--markdown");
    assertEquals(0, ran.code(), ran.err());
    return ran.out();
  }
}
