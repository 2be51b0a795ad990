package nadhir.alerting.compose;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.text.WordingRules;
import nadhir.core.site.Words;

/**
 * All that {@code messages.yaml} holds.
 *
 * @param words the site's words by key, for gaps and for what every text needs ({@link Phrase})
 * @param messages by key
 */
public record Messages(
    WordingRules rules, SortedMap<String, Words> words, SortedMap<String, Message> messages) {
  public Messages {
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    messages = Collections.unmodifiableSortedMap(new TreeMap<>(messages));
  }

  public Optional<Message> find(String key) {
    return Optional.ofNullable(messages.get(key));
  }

  /** All messages for people who compose, by key. */
  public List<MessageSheet> sheets() {
    return messages.values().stream().map(MessageSheet::of).toList();
  }

  /** Words that the printing of gaps needs; the parser demands all of them. */
  public Words phrase(Phrase phrase) {
    return words.get(phrase.key());
  }

  /** Keys of {@code words} that must be there. */
  public enum Phrase {
    /** Between two names of a list. */
    LIST_COMMA("list-comma"),
    /** Behind a list that is not complete. */
    LIST_MORE("list-more"),
    /** In place of names, for an area that was drawn. */
    DRAWN_AREA("drawn-area"),
    NORTH("north"),
    SOUTH("south"),
    EAST("east"),
    WEST("west");

    private final String key;

    Phrase(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
