package nadhir.alerting.text;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a site wants its texts: the part {@code wording} of {@code messages.yaml}. Languages are keys
 * here, so that no code knows one.
 *
 * @param mandatory the languages that every alert must have, told against each other
 * @param exerciseMarks the word at both ends of a text in a drill, by language
 * @param segments how many SMS segments a text may take, by language; elsewhere {@link
 *     #OTHER_SEGMENTS}
 * @param extraInDrill segments more where the exercise marks are added
 * @param gsm7 languages that must stay in the GSM-7 alphabet
 * @param capitals words that may stand in capitals, such as {@code VHF}
 * @param actions by language, pieces of text of which one must be in each SMS: what to do
 */
public record WordingRules(
    List<String> mandatory,
    SortedMap<String, String> exerciseMarks,
    SortedMap<String, Integer> segments,
    int extraInDrill,
    List<String> gsm7,
    List<String> capitals,
    SortedMap<String, List<String>> actions) {
  public static final int OTHER_SEGMENTS = 2;

  /** Twilio takes no longer body. */
  public static final int MAX_CHARACTERS = 1600;

  public WordingRules {
    mandatory = List.copyOf(mandatory);
    exerciseMarks = Collections.unmodifiableSortedMap(new TreeMap<>(exerciseMarks));
    segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    gsm7 = List.copyOf(gsm7);
    capitals = List.copyOf(capitals);
    SortedMap<String, List<String>> copy = new TreeMap<>();
    actions.forEach((language, words) -> copy.put(language, List.copyOf(words)));
    actions = Collections.unmodifiableSortedMap(copy);
  }

  /** The segments that a text in {@code language} may take. */
  public int budget(String language, boolean drill) {
    return segments.getOrDefault(language, OTHER_SEGMENTS) + (drill ? extraInDrill : 0);
  }

  /** The mark of {@code language}, else that of the last mandatory language. */
  public String exerciseMark(String language) {
    String mark = exerciseMarks.get(language);
    return mark != null ? mark : exerciseMarks.getOrDefault(mandatory.getLast(), "EXERCISE");
  }
}
