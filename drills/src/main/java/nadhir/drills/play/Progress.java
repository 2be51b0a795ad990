package nadhir.drills.play;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import nadhir.core.event.Entry;
import nadhir.core.event.Input;
import nadhir.core.id.FeedId;
import nadhir.core.id.ReportId;
import nadhir.core.lane.Lane;
import nadhir.core.report.HazardReport;
import nadhir.drills.DrillDesk;
import nadhir.drills.DrillState;

/** How far the drill has come, from the entries alone. */
final class Progress {
  private final DrillDesk desk;
  private final Set<FeedId> green = new HashSet<>();
  private final Set<Taken> takenNow = new HashSet<>();
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
      case Input.Reported(var report) -> takenNow.add(taken(report));
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

  /** Whether the report is in the journal at this very moment: a takeover plays a moment again. */
  boolean hasTaken(HazardReport report) {
    return takenNow.contains(taken(report));
  }

  private static Taken taken(HazardReport report) {
    return new Taken(report.id(), report.updatedAt());
  }
}
