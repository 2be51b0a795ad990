package nadhir.core.feed.gauge;

import java.util.List;

/** Where a word stands in an item of a document. */
sealed interface Place {
  /** In JSON: {@code up} items further out, then by names of members and numbers of elements. */
  record Inside(int up, List<String> steps) implements Place {
    public Inside {
      steps = List.copyOf(steps);
    }
  }

  /** In JSON: from the document's beginning, outside of all items. */
  record InDocument(List<String> steps) implements Place {
    public InDocument {
      steps = List.copyOf(steps);
    }
  }

  /** In CSV: the column under this heading. */
  record ByName(String column) implements Place {}

  /** In CSV: the column with this number, from 1. */
  record ByNumber(int column) implements Place {}

  /** The topic that a broker published it under: the whole, or one level of it, from 1. */
  record Topic(int level) implements Place {
    static final int WHOLE = 0;
  }

  /** Nowhere: the site says it itself. */
  record Fixed(String text) implements Place {}
}
