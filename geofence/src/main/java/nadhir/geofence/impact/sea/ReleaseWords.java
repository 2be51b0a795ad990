package nadhir.geofence.impact.sea;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nadhir.core.site.Conditions;
import nadhir.core.site.Conditions.Current;
import nadhir.core.site.Conditions.Wind;

/**
 * What a person wrote of a release, as far as it is understood: {@code "chlorine, tank container,
 * wind 340 6 m/s"}. The substance is known by its name or UN number ({@link Substance#named}); the
 * size by a word; wind and current by direction and speed (m/s, kn, km/h). A release whose size is
 * not told counts as a road tanker.
 */
public final class ReleaseWords {
  private static final Pattern WIND = flow("wind|ريح|رياح");
  private static final Pattern CURRENT = flow("current|تيار");
  private static final double MPS_PER_KN = 1852.0 / 3_600;

  private ReleaseWords() {}

  private static Pattern flow(String word) {
    return Pattern.compile(
        "(?:" + word + ") (\\d{1,3})°?[ /]+(\\d{1,2}(?:\\.\\d)?) ?(m/s|knots|kn|kt|km/h)?\\b");
  }

  public static Substance.Size size(String text) {
    String words = words(text);
    if (has(words, "rail car", "tank car", "storage tank")) {
      return Substance.Size.RAIL_CAR;
    }
    if (has(words, "ton cylinder")) {
      return Substance.Size.TON_CYLINDERS;
    }
    if (has(words, "cylinder", "أسطوانة")) {
      return Substance.Size.CYLINDERS;
    }
    return has(words, "small", "drum", "صغير") ? Substance.Size.SMALL : Substance.Size.TRUCK;
  }

  /** What is told of wind and current; the rest is unknown. */
  public static Conditions conditions(String text) {
    return new Conditions(
        flow(WIND, text, Wind.MOST_MPS).map(f -> new Wind(f.deg(), f.mps())),
        flow(CURRENT, text, Current.MOST_MPS).map(f -> new Current(f.deg(), f.mps())));
  }

  private record Flow(double deg, double mps) {}

  private static Optional<Flow> flow(Pattern pattern, String text, double mostMps) {
    var found = pattern.matcher(words(text));
    if (!found.find() || Integer.parseInt(found.group(1)) > 360) {
      return Optional.empty();
    }
    double speed = Double.parseDouble(found.group(2));
    double mps =
        switch (Optional.ofNullable(found.group(3)).orElse("m/s")) {
          case "km/h" -> speed / 3.6;
          case "kn", "kt", "knots" -> speed * MPS_PER_KN;
          default -> speed;
        };
    return mps > mostMps
        ? Optional.empty()
        : Optional.of(new Flow(Double.parseDouble(found.group(1)), mps));
  }

  private static boolean has(String words, String... any) {
    return Stream.of(any).anyMatch(words::contains);
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
