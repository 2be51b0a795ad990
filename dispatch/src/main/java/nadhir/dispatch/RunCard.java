package nadhir.dispatch;

import java.util.List;
import nadhir.core.dispatch.Unit;
import nadhir.core.site.Words;

/**
 * What an incident of one kind needs, the most urgent need first.
 *
 * @param name the key that rules and commands use: {@code flood}
 * @param standBy its units only make ready where they are, and whatever happens may take them
 */
public record RunCard(String name, Words title, boolean standBy, List<Need> needs) {
  /** A run card asks for at most so many needs. */
  public static final int MAX_NEEDS = 20;

  public RunCard {
    needs = List.copyOf(needs);
    if (needs.isEmpty() || needs.size() > MAX_NEEDS) {
      throw new IllegalArgumentException("a run card has 1 to " + MAX_NEEDS + " needs");
    }
  }

  /**
   * So many units that can do, or are, one thing.
   *
   * @param what a skill or a kind of the site's units, as {@code by} says
   */
  public record Need(By by, String what, int count) {
    /** One need asks for at most so many units. */
    public static final int MAX_COUNT = 50;

    public Need {
      if (what.isEmpty() || count < 1 || count > MAX_COUNT) {
        throw new IllegalArgumentException("a need has a name and asks for 1 to 50 units");
      }
    }

    /** Whether {@code unit} is one of those asked for. */
    public boolean isMetBy(Unit unit) {
      return switch (by) {
        case SKILL -> unit.skills().contains(what);
        case KIND -> unit.kind().equals(what);
      };
    }
  }

  /** What a need looks at. */
  public enum By {
    SKILL,
    KIND
  }
}
