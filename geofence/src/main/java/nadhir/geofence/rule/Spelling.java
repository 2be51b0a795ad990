package nadhir.geofence.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nadhir.core.yaml.Nearest;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.rule.ConditionText.Kind;
import nadhir.geofence.rule.ConditionText.Token;

/**
 * Spells a condition out as ECQL: units behind numbers are checked against the fact's own and left
 * away, and words that people use are written as the facts behind them. {@code certainty =
 * observed} is {@code certainty_rank = 4}, {@code severity >= severe} is {@code severity_rank >=
 * 3}, and {@code gauge.observed}, a living gauge sees the danger now, is {@code gauges_over >= 1}.
 */
final class Spelling {
  private static final Map<String, Integer> CERTAINTIES =
      Map.of("observed", 4, "likely", 3, "possible", 2, "unlikely", 1, "unknown", 0);

  private static final Map<String, Integer> SEVERITIES =
      Map.of("extreme", 4, "severe", 3, "moderate", 2, "minor", 1, "unknown", 0);

  private static final List<String> COMPARISONS = List.of("=", "<", "<=", ">", ">=");

  private final List<Token> tokens;
  private final StringBuilder ecql = new StringBuilder();
  private final int[] writtenAt;
  private int next;

  private Spelling(ConditionText text) {
    this.tokens = text.tokens();
    // The longest replacement is of gauge.observed: never more than twice as long.
    this.writtenAt = new int[2 * text.written().length() + 1];
  }

  /** Throws {@link Misread} for a wrong unit. */
  static Spelling of(ConditionText text, boolean facts) {
    var spelling = new Spelling(text);
    int done = 0;
    while (spelling.next < spelling.tokens.size()) {
      Token token = spelling.tokens.get(spelling.next);
      spelling.put(" ".repeat(token.from() - done), done);
      done = facts ? spelling.fact(token) : spelling.same(token);
    }
    spelling.writtenAt[spelling.ecql.length()] = text.written().length();
    return spelling;
  }

  String ecql() {
    return ecql.toString();
  }

  /** The offset of what was written for a character of the ECQL. */
  int writtenAt(int offset) {
    return writtenAt[Math.clamp(offset, 0, ecql.length())];
  }

  private void put(String text, int from) {
    for (int i = 0; i < text.length(); i++) {
      writtenAt[ecql.length() + i] = from;
    }
    ecql.append(text);
  }

  private int same(Token token) {
    for (int i = 0; i < token.text().length(); i++) {
      put(token.text().substring(i, i + 1), token.from() + i);
    }
    next++;
    return token.to();
  }

  private int fact(Token token) {
    if (token.kind() == Kind.UNIT) {
      unit(token);
      next++;
      return token.to();
    }
    if (token.isName("gauge.observed")) {
      put(Facts.GAUGES_OVER.key() + " >= 1", token.from());
      next++;
      return token.to();
    }
    if (token.isName("certainty")) {
      return ranked(token, Facts.CERTAINTY_RANK, CERTAINTIES);
    }
    if (token.isName("severity")) {
      return ranked(token, Facts.SEVERITY_RANK, SEVERITIES);
    }
    return same(token);
  }

  private int ranked(Token name, Facts fact, Map<String, Integer> ranks) {
    List<String> words = ranks.keySet().stream().sorted().toList();
    if (next + 2 >= tokens.size() || !COMPARISONS.contains(tokens.get(next + 1).text())) {
      throw new Misread(
          name.from(), "'" + name.text() + "' is compared with one of " + String.join(", ", words));
    }
    Token word = tokens.get(next + 2);
    if (!ranks.containsKey(word.text())) {
      String hint = Nearest.hint(word.text(), words);
      throw new Misread(
          word.from(),
          "'"
              + word.text()
              + "' is no "
              + name.text()
              + (hint.isEmpty() ? ": these are " + String.join(", ", words) : hint));
    }
    put(fact.key() + " " + tokens.get(next + 1).text() + " " + ranks.get(word.text()), name.from());
    next += 3;
    return word.to();
  }

  private void unit(Token unit) {
    Optional<Facts> fact = before(next).or(() -> after(next));
    if (fact.isEmpty()) {
      throw new Misread(unit.from(), "'" + unit.text() + "' belongs to no fact");
    }
    String right = fact.get().unit();
    if (right.isEmpty()) {
      throw new Misread(
          unit.from(), "'" + fact.get().key() + "' is a plain number, without " + unit.text());
    }
    if (!right.equals(unit.text())) {
      throw new Misread(
          unit.from(), "'" + fact.get().key() + "' is in " + right + ", not in " + unit.text());
    }
  }

  private Optional<Facts> before(int index) {
    return facts(tokens.subList(0, index).reversed().stream());
  }

  private Optional<Facts> after(int index) {
    return facts(tokens.subList(index, tokens.size()).stream());
  }

  private static Optional<Facts> facts(Stream<Token> tokens) {
    Predicate<Token> name = token -> token.kind() == Kind.NAME;
    return tokens.filter(name).flatMap(token -> Facts.find(token.text()).stream()).findFirst();
  }
}
