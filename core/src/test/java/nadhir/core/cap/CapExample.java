package nadhir.core.cap;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.MsgType;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;
import nadhir.core.alert.IssuedRevision;
import nadhir.core.alert.Wording;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.lane.Actor;
import nadhir.core.lane.Lane;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.site.Borders;
import nadhir.core.site.HazardType;
import nadhir.core.site.Level;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.site.Zone;

/** An issued evacuation in all the forms that the tests need. */
final class CapExample {
  static final Lane LIVE = new Lane.Live();
  static final Lane DRILL = new Lane.Drill("friday");
  static final AlertId ALERT = new AlertId("alert-21");
  static final Instant ISSUED = Instant.parse("2026-11-20T12:47:03.250Z");
  static final ZoneId AMMAN = ZoneId.of("Asia/Amman");
  static final Area SQUARE =
      Area.polygon(
          List.of(
              new LatLon(29.55, 35.02),
              new LatLon(29.55, 35.031234567),
              new LatLon(29.56, 35.03),
              new LatLon(29.55, 35.02)));

  static final SiteInfo SITE =
      new SiteInfo(
          "aqaba",
          Words.arEn("العقبة", "Aqaba"),
          AMMAN,
          List.of("ar", "en", "de"),
          new LatLon(29.53, 35.0),
          "eoc.aqaba.example",
          "AqabaEOC",
          List.of(new Level(new LevelId("red"), 3, Words.arEn("أحمر", "red"), "#c62828")),
          new LevelId("red"),
          List.of(
              new HazardType(
                  new HazardTypeId("flash-flood"),
                  Words.arEn("سيل", "flood"),
                  "Met",
                  Duration.ofHours(6))),
          Borders.NONE);

  static final List<Zone> ZONES =
      List.of(
          new Zone(
              new nadhir.core.id.ZoneId("shamiya"),
              Words.arEn("الشامية", "Shamiya"),
              "district",
              new TreeMap<>(),
              SQUARE,
              new LatLon(29.553, 35.027),
              1,
              1,
              List.of(),
              OptionalDouble.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              "invented"));

  private CapExample() {}

  static CapComposer composer(Lane lane) {
    return new CapComposer(SITE, () -> ZONES, lane);
  }

  static IssuedRevision issued() {
    return new IssuedRevision(
        message(1, MsgType.ALERT, Scope.PUBLIC, SQUARE, Optional.empty()), ISSUED, List.of());
  }

  static IssuedRevision issued(MsgType type, Scope scope, Area area, Optional<String> note) {
    return new IssuedRevision(
        message(4, type, scope, area, note),
        ISSUED.plusSeconds(600),
        List.of(
            new IssuedRevision.Earlier(1, ISSUED),
            new IssuedRevision.Earlier(3, ISSUED.plusSeconds(60))));
  }

  static AlertMessage message(
      int revision, MsgType type, Scope scope, Area area, Optional<String> note) {
    return new AlertMessage(
        ALERT,
        revision,
        type,
        scope,
        new Audience(scope == Scope.PUBLIC, false, List.of("port-control", "dive centres")),
        Optional.empty(),
        Optional.empty(),
        "flood",
        new LevelId("red"),
        new CapCodes(
            "Met",
            "Flash flood",
            List.of("Evacuate"),
            CapCodes.Urgency.EXPECTED,
            Severity.EXTREME,
            Certainty.LIKELY),
        List.of(new nadhir.core.id.ZoneId("shamiya")),
        area,
        Optional.empty(),
        List.of(
            new Wording("ar", "إخلاء فوري", "سيل يصل الشامية 17:30. غادروا الآن. 911", "غادروا"),
            new Wording(
                "en", "Leave now", "Flood <fast> & deep ]]> \"17:30\". Leave now. 911", "Leave"),
            new Wording(
                "de", "Leave now", "Flood <fast> & deep ]]> \"17:30\". Leave now. 911", "Leave")),
        ISSUED.minusSeconds(60),
        ISSUED.plus(Duration.ofHours(5)),
        ApprovalPolicy.TWO_PEOPLE,
        new Actor.House("alert"),
        List.of(),
        List.of(),
        note);
  }
}
