package nadhir.core.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.effect.PendingEffect;
import nadhir.core.journal.Head;

/**
 * What is durable of a lane, as the watch sees it.
 *
 * @param nextWakeUp the earliest wake-up that a desk waits for
 * @param effects asked for and not ended, in order of asking
 */
public record WatchView(
    Head head,
    Instant at,
    Optional<Instant> nextWakeUp,
    List<PendingEffect> effects,
    String siteSha256) {
  static WatchView of(Desks desks, Head head) {
    WatchLog log = desks.log();
    return new WatchView(
        head, desks.at(), log.nextWakeUp(), log.pendingEffects(), log.siteSha256());
  }
}
