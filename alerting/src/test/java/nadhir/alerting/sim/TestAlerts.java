package nadhir.alerting.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.Wording;
import nadhir.core.geo.Area;
import nadhir.core.id.AlertId;
import nadhir.core.id.LevelId;
import nadhir.core.lane.Actor;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;

/** Messages for tests: {@code TestAlerts.alert("alert-1", area).severity(MINOR).build()}. */
public final class TestAlerts {
  /** When the lane's clock stands in tests. */
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final AlertId alert;
  private final Area area;
  private int revision = 1;
  private MsgType type = MsgType.ALERT;
  private Scope scope = Scope.PUBLIC;
  private AlertMessage.Audience audience = new AlertMessage.Audience(true, true, List.of());
  private Severity severity = Severity.EXTREME;
  private Duration life = Duration.ofHours(1);

  private TestAlerts(AlertId alert, Area area) {
    this.alert = alert;
    this.area = area;
  }

  public static TestAlerts alert(String id, Area area) {
    return new TestAlerts(new AlertId(id), area);
  }

  public TestAlerts revision(int number, MsgType kind) {
    this.revision = number;
    this.type = kind;
    return this;
  }

  public TestAlerts scope(Scope value) {
    this.scope = value;
    return this;
  }

  public TestAlerts audience(boolean publicRegister, boolean institutions, String... listed) {
    this.audience = new AlertMessage.Audience(publicRegister, institutions, List.of(listed));
    return this;
  }

  public TestAlerts severity(Severity value) {
    this.severity = value;
    return this;
  }

  public TestAlerts life(Duration value) {
    this.life = value;
    return this;
  }

  public AlertMessage build() {
    return new AlertMessage(
        alert,
        revision,
        type,
        scope,
        audience,
        Optional.empty(),
        Optional.empty(),
        "flood-evacuate",
        new LevelId("red"),
        new CapCodes(
            "Met",
            "Flash flood",
            List.of("Evacuate"),
            CapCodes.Urgency.IMMEDIATE,
            severity,
            Certainty.LIKELY),
        List.of(),
        area,
        Optional.empty(),
        List.of(
            new Wording(
                "ar", "إخلاء فوري", "تمرين. سيل جارف " + revision + ". تمرين", "غادروا الآن"),
            new Wording("en", "Leave now", "EXERCISE. Flood " + revision + ". EXERCISE", "Go up")),
        NOW,
        NOW.plus(life),
        ApprovalPolicy.TWO_PEOPLE,
        new Actor.House("alert"),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
