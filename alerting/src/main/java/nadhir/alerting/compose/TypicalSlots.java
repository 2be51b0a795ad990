package nadhir.alerting.compose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.geo.LatLon;
import nadhir.core.id.ZoneId;
import nadhir.core.risk.Slot;
import nadhir.core.site.Words;

/** Values as long as they usually are, for looking at a text before its day comes. */
final class TypicalSlots {
  private static final ZoneId SOMEWHERE = new ZoneId("somewhere");
  private static final Instant EVENING = Instant.parse("2026-11-20T14:30:00Z");

  /** Twelve letters: the middle of the names of Aqaba's zones. */
  static final Map<ZoneId, Words> ZONES = Map.of(SOMEWHERE, Words.of(Map.of("en", "Some-quarter")));

  private TypicalSlots() {}

  /** One set for each word that can be chosen, the other choices being the longest ones. */
  static List<SortedMap<String, Slot>> of(Message message, SortedMap<String, Words> words) {
    SortedMap<String, Slot> longest = new TreeMap<>();
    longest.put("time", new Slot.Time(EVENING));
    longest.put("sent", new Slot.Time(EVENING));
    longest.put("span", new Slot.Span(EVENING, EVENING.plusSeconds(2100)));
    longest.put("places", new Slot.Places(List.of(SOMEWHERE)));
    longest.put("position", new Slot.Position(new LatLon(29.47, 34.969)));
    message.wordings().values().stream()
        .flatMap(w -> w.gaps().stream())
        .filter(g -> g.kind() == Gap.Kind.NUMBER)
        .forEach(g -> longest.put(g.slot(), new Slot.Number(12.5, 1)));
    message.choices().forEach((name, keys) -> longest.put(name, longest(keys, words)));
    List<SortedMap<String, Slot>> all = new ArrayList<>(List.of(longest));
    message
        .choices()
        .forEach(
            (name, keys) -> {
              for (String key : keys) {
                SortedMap<String, Slot> other = new TreeMap<>(longest);
                other.put(name, new Slot.Word(key));
                all.add(other);
              }
            });
    return all;
  }

  private static Slot longest(List<String> keys, SortedMap<String, Words> words) {
    return keys.stream()
        .max(Comparator.comparingInt(key -> length(words.get(key))))
        .<Slot>map(Slot.Word::new)
        .orElseThrow();
  }

  private static int length(Words words) {
    return words == null
        ? 0
        : words.byLanguage().values().stream().mapToInt(String::length).max().orElse(0);
  }
}
