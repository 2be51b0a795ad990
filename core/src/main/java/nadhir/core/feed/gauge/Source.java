package nadhir.core.feed.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a word comes from: the first of some places that has one, or the part of it that {@code
 * cut} takes out.
 */
record Source(List<Place> places, Optional<Cut> cut) {
  Source {
    places = List.copyOf(places);
  }

  static Source fixed(String text) {
    return new Source(List.of(new Place.Fixed(text)), Optional.empty());
  }

  /** The first word that is there and not empty. */
  Optional<String> of(Item item) {
    for (Place place : places) {
      for (String word : item.words(place)) {
        String taken = taken(word);
        if (!taken.isEmpty()) {
          return Optional.of(taken);
        }
      }
    }
    return Optional.empty();
  }

  /** All words of the first place that has any: a list of flags, say. */
  List<String> all(Item item) {
    for (Place place : places) {
      List<String> taken = new ArrayList<>();
      for (String word : item.words(place)) {
        String part = taken(word);
        if (!part.isEmpty()) {
          taken.add(part);
        }
      }
      if (!taken.isEmpty()) {
        return taken;
      }
    }
    return List.of();
  }

  private String taken(String word) {
    String plain = word.strip();
    return cut.isEmpty() ? plain : cut.get().of(plain).orElse("");
  }
}
