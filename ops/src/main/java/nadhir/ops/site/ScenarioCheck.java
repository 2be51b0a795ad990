package nadhir.ops.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;

/** Reads all scenarios that lie in a pack, so that a broken one is found before the drill. */
public final class ScenarioCheck {
  private ScenarioCheck() {}

  /** Every mistake of every folder in {@code scenarios}; files are named relative to the pack. */
  public static List<Mistake> mistakes(SitePack pack) {
    Path scenarios = pack.folder().resolve("scenarios");
    if (!Files.isDirectory(scenarios)) {
      return List.of();
    }
    List<Mistake> mistakes = new ArrayList<>();
    try (var folders = Files.list(scenarios)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        mistakes.addAll(mistakes(folder, pack));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mistakes;
  }

  private static List<Mistake> mistakes(Path folder, SitePack pack) {
    String name = "scenarios/" + folder.getFileName();
    try {
      Parsed<Scenario> scenario = ScenarioFile.parse(ScenarioFolder.read(folder), pack.keys());
      return scenario.mistakes().stream().map(m -> m.in(name + "/" + m.file())).toList();
    } catch (IOException e) {
      return List.of(new Mistake(name, 0, "cannot be read: " + e.getMessage()));
    }
  }
}
