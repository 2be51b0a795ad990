package nadhir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nadhir.core.command.Command;
import nadhir.core.event.Event;
import nadhir.core.json.DomainJson;
import nadhir.geofence.desk.Explanation;
import nadhir.geofence.desk.Why;
import nadhir.geofence.impact.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures that the console's tests read ({@code golden.test.ts}) are such as the house gives:
 * a moment of the Friday evening, thinned, with one of each kind that the evening does not bring.
 * The commands that its forms send ({@code reports.test.tsx}) are such as the house takes.
 */
class ConsoleGoldenTest {
  private static final Path FOLDER = Path.of("web/console/src/wire/golden");
  private final ContractWitness witness = new ContractWitness();

  private static JsonNode read(String file) throws IOException {
    return DomainJson.mapper().readTree(Files.readString(FOLDER.resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({"picture.json, Picture", "site.json, Site", "explanation.json, Explained"})
  void fitsTheContract(String file, String schema) throws IOException {
    witness.fits(schema, read(file), file);
  }

  @Test
  void theFormsSendCommandsThatTheHouseReads() throws IOException {
    for (JsonNode command : read("commands.json")) {
      witness.fits("Command", command, "commands.json");
      new Bodies(witness.contract).read(command, Command.class);
    }
  }

  @Test
  void theExplanationHoldsEachKindOfReason() throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (JsonNode rule : read("explanation.json").get("rules")) {
      DomainJson.read(rule.toString(), Explanation.class)
          .reasons()
          .forEach(why -> kinds.add(why.getClass().getSimpleName()));
    }
    Set<String> all = new TreeSet<>();
    Stream.of(Why.class.getPermittedSubclasses()).forEach(kind -> all.add(kind.getSimpleName()));
    assertEquals(all, kinds);
  }

  @Test
  void theConsoleHasWordsForEachFactOfARule() throws IOException {
    String words = Files.readString(Path.of("web/kit/src/i18n/words/why.ts"));
    assertEquals(
        List.of(),
        Facts.keys().stream().filter(fact -> !words.contains("'fact." + fact + "': {")).toList());
  }

  @Test
  void theLogHoldsKindsOfEventsThatTheHouseKnows() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (JsonNode line : read("picture.json").at("/objects/log")) {
      String type = line.at("/event/type").textValue();
      String name = "nadhir.core.event." + type.replace('.', '$');
      try {
        Class.forName(name).asSubclass(Event.class);
      } catch (ClassNotFoundException e) {
        unknown.add(type);
      }
    }
    assertEquals(List.of(), unknown);
  }
}
