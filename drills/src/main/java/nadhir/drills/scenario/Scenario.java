package nadhir.drills.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Role;
import nadhir.core.site.Words;

/**
 * All that a drill plays.
 *
 * @param speed lane seconds per wall second, when nobody says otherwise
 * @param fast spans that are played as fast as it goes, whatever the speed
 * @param people the scripted people with their roles
 * @param injects in order of time
 * @param sha256 of the scenario and all its files, hex
 */
public record Scenario(
    String name,
    Words title,
    Instant start,
    Instant end,
    double speed,
    List<Span> fast,
    long seed,
    SortedMap<PersonRef, List<Role>> people,
    List<Inject> injects,
    List<Reaction> reactions,
    String sha256) {
  /** More injects than this are no exercise any more. */
  public static final int MAX_INJECTS = 5_000;

  /** A drill lasts at most so long, in lane time. */
  public static final Duration MAX_LENGTH = Duration.ofDays(14);

  public Scenario {
    fast = List.copyOf(fast);
    people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
    injects = List.copyOf(injects);
    reactions = List.copyOf(reactions);
    if (!end.isAfter(start) || Duration.between(start, end).compareTo(MAX_LENGTH) > 0) {
      throw new IllegalArgumentException("a drill ends after it begins, within 14 days");
    }
    if (!(speed > 0 && speed <= 100_000)) {
      throw new IllegalArgumentException("a speed is more than 0 and at most 100000");
    }
    if (injects.size() > MAX_INJECTS) {
      throw new IllegalArgumentException("a scenario has at most 5000 injects");
    }
  }

  /** A scripted person, with the roles of the scenario; somebody else has none. */
  public Actor.Person actor(PersonRef who) {
    return new Actor.Person(who, people.getOrDefault(who, List.of()));
  }

  /** From {@code from} to {@code to}, in lane time. */
  public record Span(Instant from, Instant to) {
    public Span {
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException("a span ends after it begins");
      }
    }
  }
}
