package nadhir.core.sim;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The recorded inputs that tests read in place, never copied into this repository.
 *
 * <p>The folder is the system property {@code nadhir.samples}; without it (a test started by hand)
 * {@code ../../shared/data} relative to a module. Where the folder or a file is missing, the test
 * is skipped with the reason; on CI ({@code CI=true}) it fails, because there the samples are
 * always present and a silent skip would hide a broken set-up.
 */
public final class Samples {

  private static final String PROPERTY = "nadhir.samples";
  private static final String DEFAULT_FOLDER = "../../shared/data";

  private Samples() {}

  /** The folder of samples, absolute and normalised. */
  public static Path samples() {
    var folder = Path.of(System.getProperty(PROPERTY, DEFAULT_FOLDER)).toAbsolutePath().normalize();
    return present(folder, Files.isDirectory(folder));
  }

  /** One sample, for example {@code earthquake/usgs_all_day_2016-11-03.geojson}. */
  public static Path sample(String relative) {
    var file = samples().resolve(relative).normalize();
    return present(file, Files.exists(file));
  }

  private static Path present(Path path, boolean exists) {
    if (exists) {
      return path;
    }
    var reason =
        "Sample missing: " + path + " (say where the samples are with -D" + PROPERTY + "=FOLDER)";
    if ("true".equalsIgnoreCase(System.getenv("CI"))) {
      throw new AssertionError(reason + "; CI=true demands it");
    }
    return Assumptions.<Path>abort(reason);
  }
}
