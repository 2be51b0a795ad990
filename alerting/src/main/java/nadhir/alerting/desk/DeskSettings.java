package nadhir.alerting.desk;

import java.time.Duration;
import java.util.List;

/**
 * When the alert desk looks again.
 *
 * @param acknowledgeWithin institutions that have not confirmed by then are telephoned
 * @param tallyAfter when receipts are counted after an issue; once more at the end of its life
 */
public record DeskSettings(Duration acknowledgeWithin, List<Duration> tallyAfter) {
  public static final DeskSettings USUAL =
      new DeskSettings(
          Duration.ofMinutes(10), List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)));

  public DeskSettings {
    tallyAfter = List.copyOf(tallyAfter);
  }
}
