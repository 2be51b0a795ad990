package nadhir.dispatch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nadhir.core.yaml.SiteFile;
import nadhir.dispatch.RunCard;
import org.junit.jupiter.api.Test;

/** The units and run cards that Aqaba's site pack ships. */
class AqabaUnitsTest {
  private static final Path PACK = Path.of("../ops/sites/aqaba");

  @Test
  void everyUnitAndRunCardIsInOrder() throws IOException {
    var units = ResourcesFile.parse(file("resources.yaml"));
    assertEquals(List.of(), units.mistakes());
    var cards = RunCardsFile.parse(file("runcards.yaml"), units.get());
    assertEquals(List.of(), cards.mistakes());
    assertEquals(
        List.of("weather-watch", "flood", "shallala", "quake", "man-overboard", "chemical"),
        cards.get().stream().map(RunCard::name).toList());
    assertTrue(
        units.get().stream()
            .allMatch(u -> u.name().byLanguage().keySet().containsAll(List.of("ar", "en"))));
  }

  private static SiteFile file(String name) throws IOException {
    return new SiteFile(name, Files.readString(PACK.resolve(name)));
  }
}
