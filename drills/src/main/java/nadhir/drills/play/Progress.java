package nadhir.drills.play;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.lane.Lane;
import nadhir.drills.DrillDesk;
import nadhir.drills.DrillState;

/** How far the drill has come, from the entries alone. */
final class Progress {
  private final DrillDesk desk;
  private final Set<FeedId> green = new HashSet<>();
  private final Set<Object> takenNow = new HashSet<>();
  private Instant lastAt = Instant.EPOCH;

  private record Taken(ReportId id, Instant updatedAt) {}

  Progress(Lane.Drill lane) {
    this.desk = new DrillDesk(lane);
  }

  void fold(Entry entry) {
    desk.fold(entry);
    if (entry.at().isAfter(lastAt)) {
      lastAt = entry.at();
      takenNow.clear();
    }
    switch (entry.event()) {
      case Input.FeedHealthChanged(var feed, var health, _, _) -> {
        if (health == Input.FeedHealth.GREEN) {
          green.add(feed);
        }
      }
      case Input.Reported reported -> takenNow.add(key(reported));
      case Input.GaugeDoubted doubted -> takenNow.add(key(doubted));
      default -> {
        // says nothing of the player
      }
    }
  }

  DrillState state() {
    return desk.snapshot();
  }

  /** Lane time of the last entry. */
  Instant lastAt() {
    return lastAt;
  }

  boolean isGreen(FeedId feed) {
    return green.contains(feed);
  }

  /** Whether a feed's input is in the journal at this very moment: a takeover plays it again. */
  boolean hasTaken(Input input) {
    return takenNow.contains(key(input));
  }

  private static Object key(Input input) {
    return input instanceof Input.Reported(var report)
        ? new Taken(report.id(), report.updatedAt())
        : input;
  }
}
