package nadhir.geofence.impact;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a rule's conditions can name. A fact that is not known for a hazard or zone makes
 * every comparison with it false.
 */
public enum Facts {
  AGE_MIN("min", "since it happened, by the source's time"),
  HOUR_LOCAL("h", "hour of the day at the site, 0 to 23"),
  CERTAINTY_RANK("", "observed 4, likely 3, possible 2, unlikely 1, unknown 0"),
  PEOPLE("", "in the zone at that hour, by its schedule or its figures for day and night"),
  DISTANCE_KM("km", "quake: epicentre to the zone's centre; else place to the zone's outline"),

  MAGNITUDE("", "quake: the preferred solution's magnitude"),
  DEPTH_KM("km", "quake: depth below ground"),
  MMI("", "quake: intensity in the zone: of the ShakeMap, else expected, with its site term"),
  MMI_LOW("", "quake: lower end of its range: the contour, else one standard deviation below"),
  MMI_HIGH("", "quake: upper end of its range: the next contour, else one deviation above"),
  MMI_SOURCE("", "quake: where the intensity is from: 1 ShakeMap, 0 formula"),
  FELT_MMI("", "quake: strongest shaking that people or instruments of the city told"),
  PGA_MPS2("m/s²", "quake: expected peak ground acceleration"),
  P_ARRIVAL_S("s", "quake: first waves, after the origin"),
  S_ARRIVAL_S("s", "quake: strong waves, after the origin"),
  WAVE_FROM_MIN("min", "quake: earliest sea wave at a shore zone, after the origin"),
  WAVE_TO_MIN("min", "quake: latest arrival of the first sea wave there, after the origin"),

  STAGE_M("m", "flood: stage at the leading water gauge upstream of the zone"),
  RISE_M_PER_H("m/h", "flood: rise at that gauge"),
  STAGE_ACTION("m", "flood: that gauge's action stage"),
  STAGE_MINOR("m", "flood: that gauge's minor flood stage"),
  STAGE_MODERATE("m", "flood: that gauge's moderate flood stage"),
  STAGE_MAJOR("m", "flood: that gauge's major flood stage"),
  PEAK_STAGE_M("m", "flood: highest stage in the zone of the water seen so far, by the network"),
  PEAK_CLASS("", "flood: class in the zone: major 4, moderate 3, minor 2, action 1, below 0"),
  RAIN_MM_15("mm", "flood: most rain in 15 minutes at one gauge of the wadi"),
  RAIN_MM_30("mm", "flood: most rain in 30 minutes at one gauge of the wadi"),
  RAIN_MM_60("mm", "flood: most rain in an hour at one gauge of the wadi"),
  RAIN_MM_180("mm", "flood: most rain in 3 hours at one gauge of the wadi"),
  RAIN_MM_360("mm", "flood: most rain in 6 hours at one gauge of the wadi"),
  WETNESS_MM("mm", "flood: rain of the days before that is still in the ground"),
  RUNOFF_MM("mm", "flood: what runs off of a gully's rain"),
  RUNOFF_M3PS("m³/s", "flood: peak discharge of a gully by its rain"),
  WATCH("", "flood: 1 while a weather warning covers the zone, else 0"),
  GAUGES_OVER("", "flood: living gauges of the wadi at or over their action threshold"),
  GAUGES_ALIVE("", "flood: gauges of the wadi that were heard and are not silent"),
  LEAD_MIN("min", "flood: from now to the earliest arrival; negative when it may be there"),
  WINDOW_MIN("min", "flood: between earliest and latest arrival"),

  SEVERITY_RANK("", "stated: extreme 4, severe 3, moderate 2, minor 1, unknown 0"),
  INSIDE("", "stated: 1 where the stated or the protective area touches the zone, else 0"),
  ISOLATION_KM("km", "release: keep away at once, all around"),
  PROTECTIVE_KM("km", "release: people are protected so far down the wind"),
  SPEED_MPS("m/s", "distress: speed over ground"),
  MESSAGES("", "distress: messages received from the beacon"),
  SEARCH_RADIUS_KM("km", "distress: radius of the search circle now"),
  SEARCH_KM("km", "distress: from the search circle to the zone's outline, 0 where they touch");

  private final String key = name().toLowerCase(Locale.ROOT);
  private final String unit;
  private final String meaning;

  Facts(String unit, String meaning) {
    this.unit = unit;
    this.meaning = meaning;
  }

  /** As a condition writes it: {@code stage_m}. */
  public String key() {
    return key;
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
    return Optional.ofNullable(ByKey.KNOWN.get(key));
  }

  /** Conditions of thousands of rules ask for names. */
  private static final class ByKey {
    static final Map<String, Facts> KNOWN = new HashMap<>();

    static {
      for (Facts fact : values()) {
        KNOWN.put(fact.key(), fact);
      }
    }
  }
}
