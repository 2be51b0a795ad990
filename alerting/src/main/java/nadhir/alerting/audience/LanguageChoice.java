package nadhir.alerting.audience;

import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.Wording;

/** The wording that somebody is told in. */
public final class LanguageChoice {
  private static final String FALLBACK = "en";

  private LanguageChoice() {}

  /**
   * The wording in {@code language} (a BCP 47 tag), else in its main language ({@code de} for
   * {@code de-CH}), else in English, else the first.
   */
  public static Wording of(AlertMessage message, String language) {
    String main = language.split("-", 2)[0];
    Wording best = message.wordings().getFirst();
    int bestRank = 0;
    for (Wording wording : message.wordings()) {
      int rank = rank(wording.language(), language, main);
      if (rank > bestRank) {
        best = wording;
        bestRank = rank;
      }
    }
    return best;
  }

  private static int rank(String offered, String wanted, String main) {
    if (offered.equals(wanted)) {
      return 3;
    }
    if (offered.equals(main)) {
      return 2;
    }
    return offered.equals(FALLBACK) ? 1 : 0;
  }
}
