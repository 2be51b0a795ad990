package nadhir.alerting.compose;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;

/**
 * One message of {@code messages.yaml}: what an alert of this kind says, to whom, for how long.
 *
 * @param scope the widest scope that it may have
 * @param exerciseOnly refused in the live lane: its words speak of an exercise
 * @param choices for gaps that a person chooses words for: gap name to keys of {@code words}
 * @param wordings texts by language; the mandatory ones are there
 */
public record Message(
    String key,
    Kind kind,
    CapCodes cap,
    Scope scope,
    Audience audience,
    Duration validFor,
    boolean exerciseOnly,
    SortedMap<String, List<String>> choices,
    SortedMap<String, WordingTemplate> wordings) {
  public Message {
    SortedMap<String, List<String>> copy = new TreeMap<>();
    choices.forEach((name, keys) -> copy.put(name, List.copyOf(keys)));
    choices = Collections.unmodifiableSortedMap(copy);
    wordings = Collections.unmodifiableSortedMap(new TreeMap<>(wordings));
  }

  /** What a message is for. */
  public enum Kind {
    /** Warns, or updates a warning. */
    ALERT,
    /** Takes back what was sent in error (CAP Cancel). */
    CORRECTION,
    /** Says that the danger is over (CAP Update, urgency Past). */
    ALL_CLEAR
  }

  /** Names of the slots that fill its gaps, without fixed words; sorted. */
  public List<String> slots() {
    return wordings.values().stream()
        .flatMap(w -> w.gaps().stream())
        .filter(g -> g.kind() != Gap.Kind.WORD || choices.containsKey(g.slot()))
        .map(Gap::slot)
        .distinct()
        .sorted()
        .toList();
  }
}
