package nadhir.core.fusion;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import nadhir.core.event.Entry;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.report.Certainty;

/** What the desk concluded, as one line; hazards are H1, H2 … in the order of their opening. */
final class PlayWords {
  private final Map<HazardId, String> names = new LinkedHashMap<>();

  /** Empty for what a table does not show. */
  String of(Entry entry) {
    return switch (entry.event()) {
      case HazardEvent.Opened(var h) -> {
        names.put(h.id(), "H" + (names.size() + 1));
        yield "opened " + told(h);
      }
      case HazardEvent.Revised(var h) -> "revised " + told(h);
      case HazardEvent.Withdrawn(var h) -> "withdrawn " + told(h);
      case HazardEvent.Ended(var h, _, var why) -> "ended " + names.get(h) + " " + renamed(why);
      case HazardEvent.Ignored(var report, var why) -> "ignored " + report + " " + why;
      case HazardEvent.Quarantined(var report, var why) -> "quarantined " + report.id() + " " + why;
      case HazardEvent.GaugeSilent(var gauge, var last) -> "silent " + gauge + " " + clock(last);
      case HazardEvent.GaugeFaulty(var gauge, var fault, var since, _) ->
          "faulty " + gauge + " " + fault + " " + clock(since);
      case HazardEvent.GaugeBack(var gauge, _) -> "back " + gauge;
      case WatchEvent.Refused(_, var reason, _) -> "refused " + reason;
      default -> "";
    };
  }

  HazardId named(String name) {
    return names.entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(new HazardId(name));
  }

  private String renamed(String why) {
    for (var e : names.entrySet()) {
      if (why.equals(HazardDesk.SAME_AS + e.getKey())) {
        return HazardDesk.SAME_AS + e.getValue();
      }
    }
    return why;
  }

  private String told(Hazard h) {
    return names.get(h.id())
        + " r"
        + h.revision()
        + (h.status() == Hazard.Status.HELD ? " HELD " + h.doubt().orElse("?") : "")
        + switch (h.detail()) {
          case HazardDetail.Quake q -> quake(h, q);
          case HazardDetail.Flood f ->
              " " + f.wadi() + f.gauges().stream().map(PlayWords::told).reduce("", String::concat);
          case HazardDetail.Distress d -> distress(h, d);
          case HazardDetail.Vessel v ->
              " " + v.trouble() + " " + v.mmsi() + (v.other().isEmpty() ? "" : "+" + v.other());
          case HazardDetail.Stated s ->
              " "
                  + h.type()
                  + " "
                  + s.severity()
                  + s.titles().map(t -> " " + t.byLanguage()).orElse("");
        };
  }

  private static String quake(Hazard h, HazardDetail.Quake q) {
    var text = new StringBuilder(" M" + q.magnitude() + " " + q.preferred());
    text.append(h.certainty() == Certainty.OBSERVED ? " reviewed" : "");
    boolean plain = q.why().equals(Preference.ONLY_ONE) || q.why().equals(Preference.REVIEWED);
    text.append(plain ? "" : " (" + q.why() + ")");
    text.append(" of ").append(h.reports().size());
    q.feltMmi().ifPresent(mmi -> text.append(" felt ").append(mmi));
    q.shakeMap().ifPresent(map -> text.append(" map v").append(map.version()));
    return text.toString();
  }

  private static String distress(Hazard h, HazardDetail.Distress d) {
    return " "
        + (d.mmsi().isEmpty() ? d.kind() : d.mmsi())
        + " "
        + h.place().map(p -> p.latDeg() + "," + p.lonDeg()).orElse("?")
        + (d.beacons().size() > 1 ? " of " + d.beacons() : "")
        + (d.persons().isPresent() ? " persons " + d.persons().getAsInt() : "");
  }

  private static String told(HazardDetail.GaugeState g) {
    var text = new StringBuilder(" " + g.gauge() + "[");
    g.stageM().ifPresent(s -> text.append(s).append("m"));
    g.riseMPerH().ifPresent(r -> text.append(r < 0 ? "" : "+").append(r));
    g.rainMm30().ifPresent(r -> text.append(r).append("mm"));
    text.append(g.silent() ? " silent" : "");
    g.fault().filter(_ -> !g.silent()).ifPresent(f -> text.append(" ").append(f));
    return text.append("]").toString();
  }

  static String clock(Instant at) {
    String text = at.toString().substring(11, 19);
    String day = at.toString().substring(8, 10);
    return (day.equals("20") ? "" : day + "/")
        + (text.endsWith(":00") ? text.substring(0, 5) : text);
  }
}
