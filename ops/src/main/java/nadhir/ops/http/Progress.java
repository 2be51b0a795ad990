package nadhir.ops.http;

import java.util.List;
import java.util.Optional;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.alert.DeliveryCounts;
import nadhir.core.id.AlertId;

/** How far the deliveries are that run now. */
@FunctionalInterface
public interface Progress {
  /**
   * @param audience once it is resolved; before approval an estimate may stand here
   */
  record Running(
      AlertId alert, int revision, Optional<AudienceCounts> audience, List<DeliveryCounts> counts) {
    public Running {
      counts = List.copyOf(counts);
    }

    String id() {
      return alert + "." + revision;
    }
  }

  /**
   * All deliveries of the lane that run now. May block. Asked at most twice a second for a lane,
   * and only while somebody looks at it.
   */
  List<Running> of(String laneKey);
}
