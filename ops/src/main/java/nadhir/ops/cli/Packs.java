package nadhir.ops.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nadhir.core.site.pack.Mistake;
import nadhir.core.site.pack.Parsed;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;
import nadhir.ops.site.SitePack;
import nadhir.ops.site.SitePackReader;

/** Reads what commands are given: packs and scenarios. Mistakes are printed, all of them. */
final class Packs {
  private Packs() {}

  /** Nadhir's own folder, where the launcher stands. */
  static Path home() {
    return Path.of(System.getProperty("nadhir.home", ".")).toAbsolutePath().normalize();
  }

  static Path aqaba() {
    return home().resolve("ops/sites/aqaba");
  }

  static Optional<SitePack> site(Path folder, PrintWriter out) {
    Parsed<SitePack> parsed = SitePackReader.read(folder);
    if (!parsed.mistakes().isEmpty()) {
      SiteCheck.list(folder, parsed.mistakes(), out);
    }
    return parsed.value();
  }

  /** A scenario or recording: its folder, or its main file. */
  static Optional<Scenario> scenario(Path path, SitePack pack, PrintWriter out) {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    try {
      Parsed<Scenario> parsed = ScenarioFile.parse(ScenarioFolder.read(path), pack.keys());
      if (!parsed.mistakes().isEmpty()) {
        SiteCheck.list(folder, parsed.mistakes(), out);
      }
      return parsed.value();
    } catch (IOException e) {
      var missing = new Mistake(path.toString(), 0, "there is no scenario or recording to read");
      SiteCheck.list(folder, List.of(missing), out);
      return Optional.empty();
    }
  }
}
