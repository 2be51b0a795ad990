package nadhir.core.feed.navwarn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The series that a warning is numbered in, and its name in the texts. */
final class Series {
  private static final List<String> ROMAN =
      List.of(
          "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI");

  private Series() {}

  /** {@code NAVAREA-IV} for 4, {@code HYDROPAC} for P; empty for what the NGA does not have. */
  static Optional<String> ofCode(String code) {
    return switch (code.strip().toUpperCase(Locale.ROOT)) {
      case "A" -> Optional.of("HYDROLANT");
      case "P" -> Optional.of("HYDROPAC");
      case "C" -> Optional.of("HYDROARC");
      case String number when number.matches("\\d{1,2}") -> navarea(Integer.parseInt(number));
      case String _ -> Optional.empty();
    };
  }

  private static Optional<String> navarea(int number) {
    return number >= 1 && number <= ROMAN.size()
        ? Optional.of("NAVAREA-" + ROMAN.get(number - 1))
        : Optional.empty();
  }

  /** As the texts write it: {@code NAVAREA IV}. */
  static String ofText(String name) {
    return name.replaceAll("\\s+", "-");
  }
}
