package nadhir.alerting.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadhir.core.alert.AlertMessage;
import nadhir.core.id.PersonRef;

/**
 * One revision of an alert as the desk keeps it.
 *
 * @param issuedAt when it went out; kept when its life is over
 */
public record AlertRevision(
    AlertMessage message,
    Stage stage,
    List<Approval> approvals,
    Optional<Instant> issuedAt,
    List<PersonRef> acknowledged) {
  public AlertRevision {
    approvals = List.copyOf(approvals);
    acknowledged = List.copyOf(acknowledged);
  }

  /** Where it stands. */
  public enum Stage {
    PENDING,
    ISSUED,
    /** It was issued, and a later one after it. */
    SUPERSEDED,
    REJECTED,
    REPLACED,
    EXPIRED
  }

  /** Somebody agreed; {@code approver} tells whether with the approver's role. */
  public record Approval(PersonRef by, boolean approver, Instant at) {}

  static AlertRevision pending(AlertMessage message) {
    return new AlertRevision(message, Stage.PENDING, List.of(), Optional.empty(), List.of());
  }

  int number() {
    return message.revision();
  }

  boolean is(Stage stage) {
    return this.stage == stage;
  }

  boolean isCancel() {
    return message.type() == AlertMessage.MsgType.CANCEL;
  }

  boolean wasIssued() {
    return issuedAt.isPresent();
  }

  AlertRevision at(Stage stage) {
    return new AlertRevision(message, stage, approvals, issuedAt, acknowledged);
  }

  AlertRevision issued(Instant at) {
    return new AlertRevision(message, Stage.ISSUED, approvals, Optional.of(at), acknowledged);
  }

  AlertRevision approved(Approval approval) {
    return new AlertRevision(message, stage, with(approvals, approval), issuedAt, acknowledged);
  }

  AlertRevision acknowledgedBy(PersonRef institution) {
    return new AlertRevision(message, stage, approvals, issuedAt, with(acknowledged, institution));
  }

  private static <T> List<T> with(List<T> list, T element) {
    return Stream.concat(list.stream(), Stream.of(element)).toList();
  }
}
