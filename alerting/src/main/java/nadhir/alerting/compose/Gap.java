package nadhir.alerting.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nadhir.core.id.Id;

/**
 * A hole in a text, written in braces.
 *
 * @param slot the name of the slot that fills it; for {@link Kind#WORD} perhaps a key of {@code
 *     words} itself
 */
record Gap(Kind kind, String slot) implements Comparable<Gap> {
  /** What is printed there, and how it is written. */
  enum Kind {
    /** A moment: {@code 17:30}. */
    TIME("time"),
    /** A window: {@code 15:00-21:00}. */
    SPAN("span"),
    SPAN_FROM("span.from"),
    SPAN_TO("span.to"),
    /** The zones by name, or the words for a drawn area. */
    PLACES("places"),
    POSITION("position"),
    /** When the message that this one follows up was sent. */
    SENT("sent"),
    /** Words of the site, fixed by the text or chosen by whoever composes. */
    WORD("word:"),
    NUMBER("number:");

    private final String written;

    Kind(String written) {
      this.written = written;
    }

    private boolean isNamed() {
      return written.endsWith(":");
    }
  }

  /** Reads what stands between braces; empty when it is no gap that anybody can fill. */
  static Optional<Gap> parse(String written) {
    for (Kind kind : Kind.values()) {
      if (!kind.isNamed() && kind.written.equals(written)) {
        int dot = written.indexOf('.');
        return Optional.of(new Gap(kind, dot < 0 ? written : written.substring(0, dot)));
      }
      if (kind.isNamed() && written.startsWith(kind.written)) {
        String name = written.substring(kind.written.length());
        return Id.isValid(name) ? Optional.of(new Gap(kind, name)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** How all of them are written, for a hint. */
  static List<String> known() {
    return Arrays.stream(Kind.values())
        .map(k -> k.isNamed() ? k.written + "NAME" : k.written)
        .toList();
  }

  @Override
  public int compareTo(Gap other) {
    return toString().compareTo(other.toString());
  }

  /** As in the text: <code>{span.from}</code>. */
  @Override
  public String toString() {
    return "{" + kind.written + (kind.isNamed() ? slot : "") + "}";
  }
}
