package nadhir.core.feed.posted;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a report can be about. */
enum Kind {
  DISTRESS,
  FELT,
  STATED,
  GAUGE,
  WITHDRAWAL;

  /** As sites and reports write it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Kind> byKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Kind::key).toList();
  }
}
