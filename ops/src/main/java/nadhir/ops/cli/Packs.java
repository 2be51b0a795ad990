package nadhir.ops.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nadhir.core.yaml.Parsed;
import nadhir.drills.scenario.Scenario;
import nadhir.ops.drill.ScenarioReader;
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

  /** The pack that a scenario or recording lies in, else Aqaba's. */
  static Path siteOf(Path file) {
    for (Path p = file.toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.isRegularFile(p.resolve("site.yaml"))) {
        return p;
      }
    }
    return aqaba();
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
    Parsed<Scenario> parsed = ScenarioReader.read(path, pack);
    if (!parsed.mistakes().isEmpty()) {
      SiteCheck.list(folder, parsed.mistakes(), out);
    }
    return parsed.value();
  }
}
