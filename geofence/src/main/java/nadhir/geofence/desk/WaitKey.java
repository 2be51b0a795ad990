package nadhir.geofence.desk;

import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;

/** The key of a wake-up: a rule's {@code for} on one hazard. Ids never hold the bar. */
record WaitKey(RuleId rule, HazardId hazard) {
  String text() {
    return rule + "|" + hazard;
  }

  static WaitKey parse(String text) {
    int bar = text.indexOf('|');
    return new WaitKey(new RuleId(text.substring(0, bar)), new HazardId(text.substring(bar + 1)));
  }
}
