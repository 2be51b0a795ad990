package nadhir.ops.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of everything that plays a drill. */
final class DrillOptions {
  @Option(
      names = "--speed",
      paramLabel = "N|max",
      converter = Speed.class,
      description = "lane seconds per wall second, or max for as fast as it goes")
  Optional<OptionalDouble> speed = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "repeats a run: same seed, same entries (default: the scenario's)")
  Optional<Long> seed = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "writes the drill's report there")
  Optional<Path> report = Optional.empty();

  /** {@code max} is an empty number. */
  static final class Speed implements ITypeConverter<OptionalDouble> {
    private static final double MAX = 100_000;

    @Override
    public OptionalDouble convert(String text) {
      if (text.equals("max")) {
        return OptionalDouble.empty();
      }
      try {
        double speed = Double.parseDouble(text);
        if (speed > 0 && speed <= MAX) {
          return OptionalDouble.of(speed);
        }
      } catch (NumberFormatException _) {
        // said below
      }
      throw new TypeConversionException(
          "'" + text + "' is no speed: a number up to 100000, or max");
    }
  }
}
