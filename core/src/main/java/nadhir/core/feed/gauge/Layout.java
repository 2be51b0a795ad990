package nadhir.core.feed.gauge;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** Where the items of a document are. */
sealed interface Layout {
  /**
   * In JSON.
   *
   * @param head from the document's beginning to the outermost items
   * @param outer what the outermost items are
   * @param inner from an item to the list of the items in it, level by level
   * @param has an outermost item without a value at one of these is of another shape
   */
  record Json(List<String> head, Outer outer, List<List<String>> inner, List<List<String>> has)
      implements Layout {
    public Json {
      head = List.copyOf(head);
      inner = inner.stream().map(List::copyOf).toList();
      has = has.stream().map(List::copyOf).toList();
    }

    /** How many items stand within one another; {@code ..} can go up one less. */
    int levels() {
      return inner.size() + 1;
    }
  }

  /** The outermost items of a JSON document. */
  enum Outer {
    /** The elements of a list. */
    LIST,
    /** The members of an object. */
    MEMBERS,
    /** What stands there is one item. */
    ONE
  }

  /**
   * In CSV, or whatever parts columns by a character.
   *
   * @param quote empty for none
   * @param comment lines that begin with it are left out; empty for none
   * @param header the first line names the columns
   * @param skip further lines that are left out behind the header
   */
  record Csv(
      char delimiter,
      Optional<Character> quote,
      Optional<String> comment,
      boolean header,
      int skip,
      Charset charset)
      implements Layout {}
}
