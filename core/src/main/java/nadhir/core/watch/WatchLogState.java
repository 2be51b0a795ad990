package nadhir.core.watch;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.desk.DeskState;
import nadhir.core.effect.PendingEffect;
import nadhir.core.event.Input;
import nadhir.core.id.MemberId;

/**
 * What the watch keeps of its own lane.
 *
 * @param keeper who has the watch; the only part that differs between two runs of the same inputs
 * @param wakeUps by {@code desk|key}
 * @param effects asked for and not ended, in order of asking
 * @param answers to the latest commands, oldest first
 */
public record WatchLogState(
    Keeper keeper,
    String siteSha256,
    SortedMap<String, Instant> wakeUps,
    List<PendingEffect> effects,
    List<Given> answers,
    SortedMap<String, Input.FeedHealthChanged> feeds)
    implements DeskState {
  public WatchLogState {
    wakeUps = Collections.unmodifiableSortedMap(new TreeMap<>(wakeUps));
    effects = List.copyOf(effects);
    answers = List.copyOf(answers);
    feeds = Collections.unmodifiableSortedMap(new TreeMap<>(feeds));
  }

  /** The member that took the watch last, and its fencing number. */
  public record Keeper(MemberId member, long epoch) {
    static final Keeper NOBODY = new Keeper(new MemberId("nobody"), 0);
  }

  /** The answer that a command id got. */
  public record Given(String command, Answer answer) {}

  /** The same without the keeper: equal for equal inputs. */
  WatchLogState comparable() {
    return new WatchLogState(Keeper.NOBODY, siteSha256, wakeUps, effects, answers, feeds);
  }
}
