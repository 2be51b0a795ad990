package nadhir.core.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nadhir.core.site.Words;

/** Turns a node into a value, or writes a mistake down and gives a stand-in. */
final class YamlValues {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private YamlValues() {}

  static String text(YamlNode node, String what) {
    Optional<String> text = YamlShape.text(node.raw());
    if (text.isEmpty()) {
      node.mistake(
          YamlFault.NO_TEXT.said(
              quoted(what) + " must be text, not " + YamlShape.shown(node.raw()), "name", what));
    } else if (text.get().isEmpty()) {
      node.mistake(YamlFault.EMPTY.said(quoted(what) + " is empty", "name", what));
    }
    return text.orElse("");
  }

  static double number(YamlNode node, String what) {
    OptionalDouble number = YamlShape.number(node.raw());
    if (number.isEmpty()) {
      node.mistake(
          YamlFault.NO_NUMBER.said(
              quoted(what) + " must be a plain number, not " + YamlShape.shown(node.raw()),
              "name",
              what));
    }
    return number.orElse(0);
  }

  static Duration duration(YamlNode node, String key) {
    String text = text(node, key);
    Optional<Duration> duration = DurationText.parse(text);
    if (duration.isEmpty() && !text.isEmpty()) {
      node.mistake(
          quoted(key) + " must be a time span such as 90 s, 5 min, 2 h, not '" + text + "'");
    }
    return duration.orElse(Duration.ZERO);
  }

  /** A map from language tag to text. */
  static Optional<Words> words(YamlNode map) {
    SortedMap<String, String> byLanguage = new TreeMap<>();
    map.entries((language, text) -> Optional.of(text(text, language))).forEach(byLanguage::put);
    for (String language : byLanguage.keySet()) {
      if (!LANGUAGE.matcher(language).matches()) {
        map.mistake(language, "'" + language + "' is no language tag such as ar or en");
      }
    }
    return map.make(() -> new Words(byLanguage));
  }

  /** The constant that {@code text} names; the first one, with a mistake, where none is named. */
  static <E extends Enum<E>> E chosen(YamlNode map, String key, String text, Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-"))) {
        return constant;
      }
      names.add(name);
    }
    if (!text.isEmpty()) {
      map.mistake(key, "'" + key + "' must be one of " + names + ", not '" + text + "'");
    }
    return type.getEnumConstants()[0];
  }

  /** What to say after an unknown key: the nearest known one, or all of them. */
  static String known(String key, Collection<String> known) {
    String hint = Nearest.hint(key, known);
    return hint.isEmpty()
        ? "; known are " + String.join(", ", known.stream().distinct().toList())
        : hint;
  }

  static String quoted(String what) {
    return what.contains(" ") || what.equals("this") ? what : "'" + what + "'";
  }
}
