package nadhir.alerting.audience;

import java.util.Optional;
import nadhir.core.alert.AudienceCounts;
import nadhir.core.id.AlertId;
import nadhir.core.report.Severity;

/**
 * Where partitions are answered: each by the member that owns it, so that each member keeps its
 * share of the people in memory and the work is done by all.
 */
public interface AudienceSpread {
  /** One member alone. */
  AudienceSpread HERE = _ -> Optional.empty();

  /**
   * @param stream the severity whose stream the blocks go into
   * @param fence of the watch that asks
   * @param registryRevision whoever answers must know the register as of it
   */
  record Question(
      AlertId alert,
      int revision,
      int partition,
      Severity stream,
      long fence,
      long registryRevision) {}

  /** What the owner says. */
  sealed interface Reply {
    /** The partition has its answer. */
    record Answered(AudienceCounts audience) implements Reply {}

    /** A newer watch has begun. */
    record Overtaken(long newest) implements Reply {}

    /** It is gone, owns the partition no more or not yet, or lags behind; it may have answered. */
    record NotReady(String why) implements Reply {}
  }

  /** Asks the owner; empty when that is this member. */
  Optional<Reply> ask(Question question) throws InterruptedException;
}
