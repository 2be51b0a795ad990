package nadhir.geofence.desk;

import static nadhir.geofence.desk.HazardWords.flood;
import static nadhir.geofence.desk.HazardWords.opened;
import static nadhir.geofence.desk.HazardWords.revised;
import static nadhir.geofence.desk.HazardWords.water;

import nadhir.core.event.Event;
import nadhir.core.event.SiteEvent;
import nadhir.core.id.PersonRef;
import nadhir.core.yaml.SiteFile;
import nadhir.geofence.AqabaPack;

/** Rules about a flood, and what a gauge says of it. Y1's water reaches Shamiya. */
final class FloodRules {
  static final PersonRef BY = new PersonRef("p-1");

  private FloodRules() {}

  static AqabaPack site(String... rules) {
    return AqabaPack.with(new SiteFile("rules.yaml", "rules:\n" + String.join("", rules)));
  }

  static String rule(String id, String when, String... lines) {
    return """
          - rule: %s
            hazard: flash-flood
            when: %s
            zones: zone IN ('shamiya', 'industrial-park', 'airport')
            level: red
            approve: one person
            alert: flood
        """
            .formatted(id, when)
        + (lines.length == 0 ? "" : "    " + String.join("\n    ", lines) + "\n");
  }

  static SiteEvent rules() {
    return new SiteEvent.RulesChanged(1, "", BY, "");
  }

  static Event stage(int revision, String at, double stageM) {
    var hazard = flood("f", revision, "yutum", "12:00", water("Y1", at, stageM, 1));
    return revision == 1 ? opened(hazard) : revised(hazard);
  }

  /** The lines without the message's gaps. */
  static String told(RiskPlay play) {
    return play.told().replaceAll(" places=\\S+ span=\\S+ time=[0-9:]+", "");
  }
}
