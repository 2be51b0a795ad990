package nadhir.alerting.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nadhir.alerting.desk.AlertRevision.Stage;
import nadhir.core.id.AlertId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.Assessment;

/**
 * One alert with all its revisions, oldest first.
 *
 * @param latest what the rules said last
 * @param unheard whether that waits behind a correction: a machine's second thoughts must not push
 *     a person's correction aside
 */
public record AlertTrack(
    AlertId id, List<AlertRevision> revisions, Optional<Assessment> latest, boolean unheard) {
  public AlertTrack {
    revisions = List.copyOf(revisions);
  }

  AlertRevision last() {
    return revisions.getLast();
  }

  Optional<AlertRevision> find(int number) {
    return revisions.stream().filter(r -> r.number() == number).findFirst();
  }

  /** The revision that waits for a decision. */
  Optional<AlertRevision> pending() {
    return revisions.stream().filter(r -> r.is(Stage.PENDING)).findFirst();
  }

  /** The newest revision that went out, whether its life is over or not. */
  Optional<AlertRevision> newestIssued() {
    return revisions.reversed().stream().filter(AlertRevision::wasIssued).findFirst();
  }

  boolean isCancelled() {
    return newestIssued().map(AlertRevision::isCancel).orElse(false);
  }

  /** It holds now: issued, and neither cancelled nor at the end of its life. */
  Optional<AlertRevision> live() {
    return newestIssued().filter(r -> r.is(Stage.ISSUED) && !r.isCancel());
  }

  /** Nothing more can come of it but an answer to what was asked. */
  boolean isOver() {
    return pending().isEmpty() && live().isEmpty();
  }

  /** The correction that waits for its approval. */
  Optional<AlertRevision> correction() {
    return pending().filter(AlertRevision::isCancel);
  }

  /** A machine's proposal that a correction has replaced comes up again if that is rejected. */
  AlertTrack with(AlertRevision added) {
    boolean pushedAside =
        added.isCancel()
            && !revisions.isEmpty()
            && last().is(Stage.REPLACED)
            && last().message().author() instanceof Actor.House;
    return new AlertTrack(
        id,
        Stream.concat(revisions.stream(), Stream.of(added)).toList(),
        latest,
        added.isCancel() && (unheard || pushedAside));
  }

  AlertTrack with(int number, UnaryOperator<AlertRevision> change) {
    return with(revisions.stream().map(r -> r.number() == number ? change.apply(r) : r).toList());
  }

  /** What was issued before {@code number} holds no longer. */
  AlertTrack superseding(int number) {
    return with(
        revisions.stream()
            .map(r -> r.number() < number && r.is(Stage.ISSUED) ? r.at(Stage.SUPERSEDED) : r)
            .toList());
  }

  AlertTrack hearing(Assessment assessment) {
    return new AlertTrack(
        id, revisions, Optional.of(assessment), unheard || correction().isPresent());
  }

  private AlertTrack with(List<AlertRevision> changed) {
    return new AlertTrack(id, changed, latest, unheard);
  }
}
