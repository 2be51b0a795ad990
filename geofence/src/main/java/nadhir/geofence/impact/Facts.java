package nadhir.geofence.impact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The facts that a rule's conditions can name. A fact that is not known for a hazard or zone makes
 * every comparison with it false.
 */
public enum Facts {
  AGE_MIN("min", "since it happened, by the source's time"),
  HOUR_LOCAL("h", "hour of the day at the site, 0 to 23"),
  CERTAINTY_RANK("", "observed 4, likely 3, possible 2, unlikely 1, unknown 0"),
  DISTANCE_KM("km", "quake: epicentre to the zone's centre; else place to the zone's outline"),

  MAGNITUDE("", "quake: the preferred solution's magnitude"),
  DEPTH_KM("km", "quake: depth below ground"),
  MMI("", "quake: expected intensity in the zone, with its site term"),
  PGA_MPS2("m/s²", "quake: expected peak ground acceleration"),
  P_ARRIVAL_S("s", "quake: first waves, after the origin"),
  S_ARRIVAL_S("s", "quake: strong waves, after the origin"),

  STAGE_M("m", "flood: stage at the leading water gauge upstream of the zone"),
  RISE_M_PER_H("m/h", "flood: rise at that gauge"),
  STAGE_ACTION("m", "flood: that gauge's action stage"),
  STAGE_MINOR("m", "flood: that gauge's minor flood stage"),
  STAGE_MODERATE("m", "flood: that gauge's moderate flood stage"),
  STAGE_MAJOR("m", "flood: that gauge's major flood stage"),
  RAIN_MM_30("mm", "flood: most rain in 30 minutes at one gauge of the wadi"),
  GAUGES_OVER("", "flood: living gauges of the wadi at or over their action threshold"),
  GAUGES_ALIVE("", "flood: gauges of the wadi that were heard and are not silent"),
  LEAD_MIN("min", "flood: from now to the earliest arrival; negative when it may be there"),
  WINDOW_MIN("min", "flood: between earliest and latest arrival"),

  SEVERITY_RANK("", "stated: extreme 4, severe 3, moderate 2, minor 1, unknown 0"),
  SPEED_MPS("m/s", "distress: speed over ground"),
  MESSAGES("", "distress: messages received from the beacon");

  private final String unit;
  private final String meaning;

  Facts(String unit, String meaning) {
    this.unit = unit;
    this.meaning = meaning;
  }

  /** As a condition writes it: {@code stage_m}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for plain numbers. */
  public String unit() {
    return unit;
  }

  public String meaning() {
    return meaning;
  }

  public static List<String> keys() {
    return List.of(values()).stream().map(Facts::key).toList();
  }

  public static Optional<Facts> find(String key) {
    return List.of(values()).stream().filter(fact -> fact.key().equals(key)).findFirst();
  }
}
