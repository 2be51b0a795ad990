package nadhir.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.yaml.SiteFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages tell people to write into {@code site.yaml} is right. */
class FeedPagesTest {
  private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  private static final String HEAD =
      """
      id: test-town
      name: {ar: بلدة, en: Test town}
      timeZone: Asia/Amman
      languages: [ar, en]
      centre: {lat: 29.5, lon: 35.0}
      capSender: test-town.example
      smsSender: TestTown
      levels: [{id: green, rank: 0, name: {ar: أخضر, en: green}, colour: "#00aa00"}]
      hazardTypes:
        - {id: flash-flood, name: {ar: سيل, en: flood}, capCategory: Met, staysFor: 6 h}
      feeds:
      """;

  @ParameterizedTest
  @ValueSource(strings = {"feeds-gauges.md", "feeds-webhook.md"})
  void everyFeedThatAPageShowsHasNoMistake(String page) throws IOException {
    List<String> blocks = blocks(Files.readString(Path.of("..", "docs", page)));
    assertFalse(blocks.isEmpty());
    for (String block : blocks) {
      var parsed =
          SiteInfoParser.parse(new SiteFile("site.yaml", HEAD + block.stripIndent().indent(2)));
      assertEquals(List.of(), parsed.mistakes(), block);
    }
  }

  private static List<String> blocks(String page) {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(page);
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }
}
