package nadhir.core.yaml;

import java.util.Locale;

/** What can be wrong with any key of any file; consoles have words for each in their languages. */
public enum YamlFault {
  MISSING,
  EMPTY,
  UNKNOWN,
  NO_TEXT,
  NO_NUMBER,
  NOT_WHOLE,
  NO_LIST,
  NO_MAP;

  /** {@code key.no-number}. */
  public String key() {
    return "key." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Saying said(String english, String... gaps) {
    return Saying.of(english, key(), gaps);
  }
}
