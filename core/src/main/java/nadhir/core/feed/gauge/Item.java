package nadhir.core.feed.gauge;

import java.util.List;
import java.util.OptionalInt;

/** One item of a document (an element of a list, a row, a message) as places see it. */
interface Item {
  /** The words at a place: none where nothing or null stands there, several for a list. */
  List<String> words(Place place);

  /**
   * Which of several this is, counted from 0, in the list that is {@code up} items further out;
   * empty when that list has only one, or it is not known.
   */
  OptionalInt amongSeveral(int up);

  /** For a person, where nothing better is known: {@code line 17}. */
  String where();
}
