package nadhir.drills.friday;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the raw files of "A Friday evening". Run {@link #main} in the module's folder to write them
 * anew; a test holds that the committed ones are what this makes.
 */
final class FridayEveningFiles {
  static final Path FOLDER = Path.of("../ops/sites/aqaba/scenarios/friday-evening");

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("HHmm");

  private FridayEveningFiles() {}

  /** Text by file name, relative to the scenario. */
  static SortedMap<String, String> make() {
    var files = new TreeMap<>(Quakes.documents());
    files.putAll(Warnings.documents());
    Gauges.documents().forEach((at, text) -> files.put("gauges/" + name(at) + ".json", text));
    Sea.lines()
        .forEach(
            (at, lines) -> files.put("ais/" + name(at) + ".nmea", String.join("\n", lines) + "\n"));
    return files;
  }

  private static String name(LocalTime at) {
    return at.format(NAME);
  }

  public static void main(String[] args) throws IOException {
    for (var file : make().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
