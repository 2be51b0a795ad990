package nadhir.alerting.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.geo.Area;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.LevelId;
import nadhir.core.id.ZoneId;
import nadhir.core.lane.Actor;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Slot;

/**
 * What an alert is to be, before its texts are written.
 *
 * @param area empty for the zones' own
 * @param scope empty for the message's own
 * @param audience empty for the message's own
 * @param slots what was given; {@code places}, {@code sent} and the like are added
 * @param validFor empty for the message's own
 * @param note for CAP, exercise apart
 */
record Draft(
    AlertId alert,
    int revision,
    MsgType type,
    Optional<HazardId> hazard,
    Optional<AssessmentId> assessment,
    String messageKey,
    LevelId level,
    Optional<Scope> scope,
    Optional<Audience> audience,
    List<ZoneId> zones,
    Optional<Area> area,
    Map<String, Slot> slots,
    Optional<Duration> validFor,
    ApprovalPolicy approval,
    Actor author,
    List<String> doubts,
    Optional<String> note,
    Instant at) {}
