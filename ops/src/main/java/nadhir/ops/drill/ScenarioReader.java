package nadhir.ops.drill;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import nadhir.core.site.pack.Mistake;
import nadhir.core.site.pack.Parsed;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.scenario.ScenarioFile;
import nadhir.drills.scenario.ScenarioFolder;
import nadhir.drills.scenario.SiteKeys;
import nadhir.ops.site.SitePack;

/** Reads a scenario or recording for a site, with every mistake at once. */
public final class ScenarioReader {
  private ScenarioReader() {}

  /**
   * @param path the folder, or its {@code scenario.yaml} or {@code recording.yaml}
   */
  public static Parsed<Scenario> read(Path path, SitePack pack) {
    try {
      return ScenarioFile.parse(ScenarioFolder.read(path), keys(pack));
    } catch (NoSuchFileException e) {
      return failed(path, e.getReason() == null ? "there is no such file" : e.getReason());
    } catch (IOException e) {
      return failed(path, "it cannot be read: " + e.getMessage());
    }
  }

  private static Parsed<Scenario> failed(Path path, String reason) {
    return Parsed.failed(List.of(new Mistake(path.toString(), 0, reason)));
  }

  private static SiteKeys keys(SitePack pack) {
    return new SiteKeys(
        pack.info().timeZone(),
        new TreeSet<>(pack.messages().messages().keySet()),
        names(pack.runCards(), card -> card.name()),
        names(pack.units(), unit -> unit.id().value()),
        names(pack.info().hazardTypes(), type -> type.id().value()),
        names(pack.info().levels(), level -> level.id().value()),
        names(pack.zones(), zone -> zone.id().value()));
  }

  private static <T> TreeSet<String> names(Collection<T> things, Function<T, String> name) {
    return new TreeSet<>(things.stream().map(name).toList());
  }
}
