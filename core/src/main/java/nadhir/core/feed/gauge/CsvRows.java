package nadhir.core.feed.gauge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a table into rows and columns (RFC 4180, with any delimiter, and lines that end with or
 * without a carriage return). Blank lines and comments are left out.
 */
final class CsvRows {
  /** Characters in a row; a longer one is told and left out. */
  static final int MAX_ROW = 16 * 1024;

  /** Columns in a row; what stands behind them is not read. */
  static final int MAX_COLUMNS = 500;

  /** One row, or what is wrong with it. */
  sealed interface Row {
    int line();

    record Cells(int line, List<String> cells) implements Row {}

    record TooLong(int line, String why) implements Row {}
  }

  private final String text;
  private final Layout.Csv layout;
  private int at;
  private int line = 1;

  CsvRows(byte[] raw, Layout.Csv layout) {
    this.text = decoded(raw, layout.charset());
    this.layout = layout;
  }

  /** Letters that are none in this character set become question marks; numbers stay readable. */
  private static String decoded(byte[] raw, Charset charset) {
    Charset marked = marked(raw, charset);
    try {
      String text =
          marked
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(raw))
              .toString();
      return plainBlanks(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replaced letters cannot fail", e);
    }
  }

  /** Tables that were made from web pages are filled with blanks that do not break. */
  private static String plainBlanks(String text) {
    return text.replace('\u00A0', ' ').replace('\u2007', ' ').replace('\u202F', ' ');
  }

  /** A byte order mark says more than the site. */
  private static Charset marked(byte[] raw, Charset charset) {
    if (raw.length >= 2 && raw[0] == (byte) 0xFF && raw[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (raw.length >= 2 && raw[0] == (byte) 0xFE && raw[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    boolean utf8 =
        raw.length >= 3 && raw[0] == (byte) 0xEF && raw[1] == (byte) 0xBB && raw[2] == (byte) 0xBF;
    return utf8 ? StandardCharsets.UTF_8 : charset;
  }

  boolean hasNext() {
    while (at < text.length() && isLeftOut()) {
      skipLine();
    }
    return at < text.length();
  }

  private boolean isLeftOut() {
    if (layout.comment().filter(c -> text.startsWith(c, at)).isPresent()) {
      return true;
    }
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (c == layout.delimiter() || !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
    line++;
  }

  /** The next row; ask {@link #hasNext} first. */
  Row next() {
    int begin = at;
    int beginLine = line;
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      String cell = isQuoted() ? quoted() : plain();
      if (at < 0 || at - begin > MAX_ROW) {
        boolean open = at < 0;
        at = begin;
        line = beginLine;
        skipLine();
        return new Row.TooLong(
            beginLine,
            open ? "a quoted text without an end" : "more than " + MAX_ROW + " characters");
      }
      if (cells.size() < MAX_COLUMNS) {
        cells.add(cell);
      }
      more = at < text.length() && text.charAt(at) == layout.delimiter();
      if (more) {
        at++;
      }
    }
    endLine();
    return new Row.Cells(beginLine, cells);
  }

  private boolean isQuoted() {
    return layout.quote().isPresent()
        && at < text.length()
        && text.charAt(at) == layout.quote().get();
  }

  /** Up to the delimiter or the line's end. */
  private String plain() {
    int begin = at;
    while (at < text.length() && text.charAt(at) != layout.delimiter() && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(begin, at).strip();
  }

  /** Up to the closing quote; what follows it up to the delimiter belongs to the cell. */
  private String quoted() {
    char quote = layout.quote().orElseThrow();
    var cell = new StringBuilder();
    int limit = Math.min(text.length(), at + MAX_ROW + 2);
    at++;
    while (at < limit) {
      char c = text.charAt(at++);
      if (c == quote && at < text.length() && text.charAt(at) == quote) {
        cell.append(quote);
        at++;
      } else if (c == quote) {
        return cell.append(plain()).toString().strip();
      } else {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      }
    }
    at = -1;
    return "";
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  /** Leaves out {@code lines} rows, whatever is in them. */
  void skip(int lines) {
    for (int i = 0; i < lines && hasNext(); i++) {
      next();
    }
  }
}
