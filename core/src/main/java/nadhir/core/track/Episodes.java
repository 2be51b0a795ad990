package nadhir.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadhir.core.report.Observation.VesselTrouble;
import nadhir.core.track.Conclusion.Phase;

/**
 * Troubles of single ships that were told and are not over. While one lasts it is told again every
 * {@link #AGAIN_MS}, so that its hazard follows the ship and does not lapse.
 */
final class Episodes {
  static final long AGAIN_MS = 600_000;

  /** At once; one beyond it is not told, neither its beginning nor its end. */
  static final int MAX_EPISODES = 1_000;

  /**
   * Doubtful positions told within {@link #DOUBTS_MS}. Where satellite signals are disturbed it is
   * said of all ships, and ten say it as well as a hundred.
   */
  static final int MOST_DOUBTS = 10;

  static final long DOUBTS_MS = 600_000;

  private final Teller teller;
  private final List<Episode> open = new ArrayList<>();
  private final byte[] ofSlot = new byte[TrackTable.SLOTS];
  private final Allowance doubts = new Allowance(MOST_DOUBTS, DOUBTS_MS);
  private volatile long untold; // one thread counts, any reads

  private static final class Episode {
    final int slot;
    final VesselTrouble trouble;
    final long sinceMs;
    long toldMs;

    Episode(int slot, VesselTrouble trouble, long sinceMs, long toldMs) {
      this.slot = slot;
      this.trouble = trouble;
      this.sinceMs = sinceMs;
      this.toldMs = toldMs;
    }
  }

  Episodes(Teller teller) {
    this.teller = teller;
  }

  /** Beginnings that were not told because of a limit. */
  long untold() {
    return untold;
  }

  void begins(int slot, VesselTrouble trouble, long sinceMs, long nowMs) {
    if (open.size() == MAX_EPISODES
        || trouble == VesselTrouble.POSITION_DOUBTFUL && !doubts.take(nowMs)) {
      untold++;
      return;
    }
    open.add(new Episode(slot, trouble, sinceMs, nowMs));
    ofSlot[slot]++;
    teller.tell(trouble, Phase.BEGINS, slot, sinceMs);
  }

  void goesOn(int slot, VesselTrouble trouble, long nowMs) {
    find(slot, trouble)
        .filter(episode -> nowMs - episode.toldMs >= AGAIN_MS)
        .ifPresent(
            episode -> {
              episode.toldMs = nowMs;
              teller.tell(trouble, Phase.GOES_ON, slot, episode.sinceMs);
            });
  }

  void ends(int slot, VesselTrouble trouble) {
    find(slot, trouble)
        .ifPresent(
            episode -> {
              open.remove(episode);
              ofSlot[slot]--;
              teller.tell(trouble, Phase.OVER, slot, episode.sinceMs);
            });
  }

  /** Nothing is heard of the ship any more; nothing is said. */
  void forget(int slot) {
    if (ofSlot[slot] > 0) {
      open.removeIf(episode -> episode.slot == slot);
      ofSlot[slot] = 0;
    }
  }

  private Optional<Episode> find(int slot, VesselTrouble trouble) {
    if (ofSlot[slot] == 0) {
      return Optional.empty();
    }
    return open.stream()
        .filter(episode -> episode.slot == slot && episode.trouble == trouble)
        .findFirst();
  }
}
