package nadhir.core.feed.gauge;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How an item says when it was measured. */
sealed interface TimeSpec {
  /**
   * In its own words.
   *
   * @param parts joined by a blank: date and time can stand in two columns
   * @param zone of local times; without one, a time that has no offset is refused
   * @param abbreviations by their letters in capitals; where there are any, the last word of a time
   *     is one of them
   */
  record Stated(
      List<Source> parts,
      Format format,
      Optional<ZoneId> zone,
      SortedMap<String, ZoneOffset> abbreviations,
      Overlap overlap)
      implements TimeSpec {
    public Stated {
      parts = List.copyOf(parts);
      abbreviations = Collections.unmodifiableSortedMap(new TreeMap<>(abbreviations));
    }
  }

  /**
   * Not at all: it is as old as its receipt. Only for what a broker passes on as it comes; of a
   * document that is fetched, or a message that the broker had kept, nobody knows the age.
   */
  record Received() implements TimeSpec {}

  /** How it is written. */
  sealed interface Format {
    /** ISO 8601, date and time; of an interval ({@code from/to}) its end. */
    record Iso() implements Format {}

    /** Seconds since 1970, perhaps with a fraction. */
    record EpochSeconds() implements Format {}

    record EpochMillis() implements Format {}

    /** A pattern of {@link java.time.format.DateTimeFormatter}, with English names. */
    record Pattern(String letters) implements Format {}
  }

  /** Which of the two moments is meant by a local time that comes twice when clocks go back. */
  enum Overlap {
    /**
     * Where the document has it twice, in the document's order; else the later one, unless that
     * lies ahead of the receipt.
     */
    NEAREST,
    EARLIER,
    LATER,
    REJECT
  }
}
