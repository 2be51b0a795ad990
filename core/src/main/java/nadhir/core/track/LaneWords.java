package nadhir.core.track;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import nadhir.core.event.Input;
import nadhir.core.id.UnitId;

/**
 * What a lane knows of its units, followed entry by entry: by the rules of the desk that folds the
 * same words, so that both know the same. One thread folds, any may ask.
 */
public final class LaneWords {
  private final ConcurrentSkipListMap<UnitId, UnitWord> words = new ConcurrentSkipListMap<>();

  /** The lane begins here, at what a snapshot has. */
  public void restore(List<UnitWord> known) {
    known.forEach(word -> words.put(word.unit(), word));
    words
        .keySet()
        .retainAll(known.stream().map(UnitWord::unit).collect(Collectors.toUnmodifiableSet()));
  }

  /** One that is earlier than what is known changes nothing. */
  public void fold(Input.UnitHeard heard) {
    words.compute(
        heard.unit(),
        (_, before) -> {
          if (before == null) {
            return UnitWord.of(heard);
          }
          int order = heard.seenAt().compareTo(before.seenAt());
          return order < 0 ? before : UnitWord.of(heard).with(order == 0 && before.silent());
        });
  }

  public void fold(Input.UnitSilent word) {
    words.computeIfPresent(
        word.unit(),
        (_, before) -> before.seenAt().isAfter(word.since()) ? before : before.with(true));
  }

  public Optional<UnitWord> of(UnitId unit) {
    return Optional.ofNullable(words.get(unit));
  }

  /** The units that it has word of, by id. */
  public List<UnitId> units() {
    return List.copyOf(words.keySet());
  }
}
