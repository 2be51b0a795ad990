package nadhir.core.feed.gauge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/**
 * The marks that a source puts on its values, all in capitals.
 *
 * @param from where they stand
 * @param glued they can be glued to the number ({@code 12.3e}) or stand in its place ({@code ***});
 *     then only marks that are listed are taken
 * @param unusable the value must not be used: ice, equipment, maintenance
 * @param estimates the value is an estimate
 * @param harmless they say nothing that matters here: provisional, approved
 */
record Flags(
    Optional<Source> from,
    boolean glued,
    List<String> unusable,
    List<String> estimates,
    List<String> harmless) {
  private static final Pattern APART = Pattern.compile("[\\s,;:]+");

  Flags {
    unusable = capitals(unusable);
    estimates = capitals(estimates);
    harmless = capitals(harmless);
  }

  private static List<String> capitals(List<String> marks) {
    return marks.stream().map(mark -> mark.toUpperCase(Locale.ROOT)).toList();
  }

  /** The marks beside a value. */
  SequencedSet<String> beside(Item item, Optional<Source> own) {
    var marks = new LinkedHashSet<String>();
    own.or(() -> from).ifPresent(source -> source.all(item).forEach(m -> marks.addAll(apart(m))));
    return marks;
  }

  /** {@code P:e} are two marks. */
  static List<String> apart(String text) {
    List<String> marks = new ArrayList<>();
    for (String mark : APART.split(text.toUpperCase(Locale.ROOT))) {
      if (!mark.isEmpty()) {
        marks.add(mark);
      }
    }
    return marks;
  }

  boolean knows(String mark) {
    return unusable.contains(mark) || estimates.contains(mark) || harmless.contains(mark);
  }

  Optional<String> unusable(SequencedSet<String> marks) {
    return marks.stream().filter(unusable::contains).findFirst();
  }

  boolean isEstimate(SequencedSet<String> marks) {
    return marks.stream().anyMatch(estimates::contains);
  }
}
