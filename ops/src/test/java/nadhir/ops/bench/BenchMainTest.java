package nadhir.ops.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import nadhir.core.feed.FeedFormats;
import nadhir.core.sim.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of {@code ./nadhir bench}; measuring itself takes minutes and is no test. */
class BenchMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return BenchMain.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  @Test
  void withoutANameItTellsWhatThereIs() {
    assertEquals(0, run());
    for (Work work : Works.ALL) {
      assertTrue(out.toString().contains("  " + work.name() + " "), out.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deocde | There is nothing to measure by the name 'deocde', did you mean 'decode'?",
        "decode asi | There is nothing to measure by the name 'asi', did you mean 'ais'?",
      })
  void theNearestRightNameIsToldAndNothingIsMeasured(String words, String sentence) {
    assertEquals(2, run(words.split(" ")));
    assertEquals("nadhir: " + sentence, err.toString().strip());
    assertEquals("", out.toString());
  }

  @Test
  void eachFormatIsMeasuredOnTheSampleThatGivesMost() {
    Samples.samples();
    List<String> all = FormatSamples.all();
    assertTrue(
        all.containsAll(
            List.of(
                "ais marine/dma_stream_example.txt",
                "nwis-json flood/usgs_nwis_iv_mult_flags.json",
                "usgs-geojson earthquake/usgs_all_week_2023-04-07_prettyprinted.geojson")),
        all.toString());
    assertEquals(FeedFormats.names().size(), all.size() + FormatSamples.without().size());
  }
}
