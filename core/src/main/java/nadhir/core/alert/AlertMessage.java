package nadhir.core.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.geo.Area;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.LevelId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.ApprovalPolicy;

/**
 * One revision of an alert, complete: what is approved is what is sent.
 *
 * @param revision 1 for the Alert, one more for each Update or Cancel
 * @param zones the zones it was made for; empty for a drawn area
 * @param area who is inside is told
 * @param clipped what of the area that was meant lies beyond the border; nobody is told there
 * @param wordings one per language of the site, mandatory languages first
 * @param overlaps alerts alive over some of the same zones, for the approver to see
 * @param note CAP {@code note}: why it was cancelled, which exercise it belongs to
 */
public record AlertMessage(
    AlertId alert,
    int revision,
    MsgType type,
    Scope scope,
    Audience audience,
    Optional<HazardId> hazard,
    Optional<AssessmentId> assessment,
    String messageKey,
    LevelId level,
    CapCodes cap,
    List<ZoneId> zones,
    Area area,
    Optional<Clipping> clipped,
    List<Wording> wordings,
    Instant proposedAt,
    Instant expiresAt,
    ApprovalPolicy approval,
    Actor author,
    List<String> doubts,
    List<AlertId> overlaps,
    Optional<String> note) {
  public AlertMessage {
    zones = List.copyOf(zones);
    wordings = List.copyOf(wordings);
    doubts = List.copyOf(doubts);
    overlaps = List.copyOf(overlaps);
    if (revision < 1 || wordings.isEmpty() || !expiresAt.isAfter(proposedAt)) {
      throw new IllegalArgumentException(
          "an alert needs a revision from 1, a wording, and to expire after it is proposed");
    }
  }

  /** CAP msgType. A correction is a Cancel; an all-clear is an Update with urgency Past. */
  public enum MsgType {
    ALERT,
    UPDATE,
    CANCEL
  }

  /** CAP scope. */
  public enum Scope {
    PUBLIC,
    RESTRICTED,
    PRIVATE
  }

  /** Which kinds of recipients are told; {@code listed} tags name partners and institutions. */
  public record Audience(boolean publicRegister, boolean institutions, List<String> listed) {
    public Audience {
      listed = List.copyOf(listed);
    }
  }
}
