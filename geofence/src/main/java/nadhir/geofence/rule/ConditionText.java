package nadhir.geofence.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as a person wrote it, taken apart into names, numbers, units, texts and signs. Length
 * and depth are looked at here, in one pass without recursion: GeoTools' parser goes down one level
 * of its stack for each parenthesis, and tries each several times.
 */
record ConditionText(String written, List<Token> tokens) {
  /** Longer conditions are refused: nobody can check them by eye. */
  static final int MAX_CHARACTERS = 1_000;

  /** Parentheses within parentheses; and so many {@code NOT} in all. */
  static final int MAX_DEPTH = 6;

  private static final Set<String> KEYWORDS =
      Set.of("AND", "OR", "NOT", "BETWEEN", "IN", "LIKE", "ILIKE", "IS", "NULL");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>\\d+(\\.\\d+)?([eE][+-]?\\d+)?)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)"
              + "|(?<text>'([^']|'')*')"
              + "|(?<sign><=|>=|<>|[=<>(),+*/-])");

  private static final Pattern UNIT = Pattern.compile(" ?(?<unit>[\\p{L}%°][\\p{L}²³/]*)");

  ConditionText {
    tokens = List.copyOf(tokens);
  }

  enum Kind {
    NAME,
    KEYWORD,
    NUMBER,
    /** Behind a number. */
    UNIT,
    TEXT,
    SIGN
  }

  /**
   * @param from its first character, from 0
   */
  record Token(Kind kind, String text, int from) {
    int to() {
      return from + text.length();
    }

    boolean isName(String name) {
      return kind == Kind.NAME && text.equals(name);
    }
  }

  /** Throws {@link Misread} where it is too long, too deep, or holds what no condition has. */
  static ConditionText read(String written) {
    if (written.length() > MAX_CHARACTERS) {
      throw new Misread(
          0,
          "a condition has at most "
              + MAX_CHARACTERS
              + " characters, this one has "
              + written.length());
    }
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(written);
    int at = 0;
    while (at < written.length()) {
      if (Character.isWhitespace(written.charAt(at))) {
        at++;
        continue;
      }
      matcher.region(at, written.length());
      if (!matcher.lookingAt()) {
        throw new Misread(at, strange(written, at));
      }
      tokens.add(new Token(kind(matcher), matcher.group(), at));
      at = matcher.end();
      if (matcher.group("number") != null) {
        large(tokens.getLast());
        at = unit(written, at, tokens);
      }
    }
    deep(tokens);
    return new ConditionText(written, tokens);
  }

  /** The first name that is written so. */
  Optional<Token> name(String text) {
    return tokens.stream().filter(token -> token.isName(text)).findFirst();
  }

  private static String strange(String written, int at) {
    return switch (written.charAt(at)) {
      case '\'' -> "a quote is opened here and not closed";
      case '"' -> "names stand without quotes, texts in single ones";
      default -> "'" + written.substring(at, at + 1) + "' has no meaning in a condition";
    };
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    if (matcher.group("text") != null) {
      return Kind.TEXT;
    }
    if (matcher.group("sign") != null) {
      return Kind.SIGN;
    }
    return isKeyword(matcher.group()) ? Kind.KEYWORD : Kind.NAME;
  }

  private static boolean isKeyword(String word) {
    return KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  private static int unit(String written, int at, List<Token> tokens) {
    Matcher unit = UNIT.matcher(written).region(at, written.length());
    if (!unit.lookingAt() || isKeyword(unit.group("unit"))) {
      return at;
    }
    tokens.add(new Token(Kind.UNIT, unit.group("unit"), unit.start("unit")));
    return unit.end();
  }

  /**
   * GeoTools' parser throws at a whole number that is no {@code long}, and calls 1e999 infinite.
   */
  private static void large(Token number) {
    boolean whole = number.text().chars().allMatch(Character::isDigit);
    if (whole
        ? new BigInteger(number.text()).bitLength() >= Long.SIZE
        : Double.isInfinite(Double.parseDouble(number.text()))) {
      throw new Misread(number.from(), "this number is too large: " + number.text());
    }
  }

  private static void deep(List<Token> tokens) {
    int depth = 0;
    int nots = 0;
    for (Token token : tokens) {
      switch (token.text()) {
        case "(" -> depth++;
        case ")" -> depth--;
        default -> nots += token.text().equalsIgnoreCase("NOT") ? 1 : 0;
      }
      if (depth > MAX_DEPTH || nots > MAX_DEPTH) {
        throw new Misread(
            token.from(), "a condition is nested at most " + MAX_DEPTH + " levels deep");
      }
      if (depth < 0) {
        throw new Misread(token.from(), "this parenthesis closes nothing");
      }
    }
  }
}
