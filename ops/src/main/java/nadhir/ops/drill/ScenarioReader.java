package nadhir.ops.drill;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Parsed;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;
import nadhir.ops.site.SitePack;

/** Reads a scenario or recording for a site, with every mistake at once. */
public final class ScenarioReader {
  private ScenarioReader() {}

  /**
   * @param path the folder, or its {@code scenario.yaml} or {@code recording.yaml}
   */
  public static Parsed<Scenario> read(Path path, SitePack pack) {
    try {
      return ScenarioFile.parse(ScenarioFolder.read(path), pack.keys());
    } catch (NoSuchFileException e) {
      return failed(path, e.getReason() == null ? "there is no such file" : e.getReason());
    } catch (IOException e) {
      return failed(path, "it cannot be read: " + e.getMessage());
    }
  }

  private static Parsed<Scenario> failed(Path path, String reason) {
    return Parsed.failed(List.of(new Mistake(path.toString(), 0, reason)));
  }
}
