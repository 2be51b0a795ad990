package nadhir.geofence.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadhir.core.id.HazardTypeId;
import nadhir.geofence.impact.Facts;

/**
 * What a type of hazard is about, and with that which facts can be given for it. Whatever an
 * authority or a person states of any hazard has the facts of a statement.
 */
enum Subject {
  EARTHQUAKE("earthquakes"),
  FLOOD("floods"),
  DISTRESS("distress at sea"),
  VESSEL("ships in trouble"),
  STATEMENT("what is stated");

  private final String plural;

  Subject(String plural) {
    this.plural = plural;
  }

  /** For a sentence: {@code a fact of floods}. */
  String plural() {
    return plural;
  }

  /** A type that no instrument tells is stated by somebody. */
  static Subject of(HazardTypeId type) {
    return switch (type.value()) {
      case "earthquake" -> EARTHQUAKE;
      case "flash-flood" -> FLOOD;
      case "distress-at-sea" -> DISTRESS;
      case "vessel-in-trouble", "collision-risk", "position-doubtful" -> VESSEL;
      default -> STATEMENT;
    };
  }

  /** The subject that a fact is only given for; empty for those of more than one. */
  static Optional<Subject> only(Facts fact) {
    Set<Subject> given = given(fact);
    return given.size() == 1 ? given.stream().findFirst() : Optional.empty();
  }

  boolean gives(Facts fact) {
    Set<Subject> given = given(fact);
    return given.contains(this) || given.contains(STATEMENT);
  }

  private static Set<Subject> given(Facts fact) {
    return switch (fact) {
      case AGE_MIN, HOUR_LOCAL, CERTAINTY_RANK, PEOPLE -> EnumSet.allOf(Subject.class);
      case DISTANCE_KM -> EnumSet.of(EARTHQUAKE, DISTRESS, VESSEL, STATEMENT);
      case MAGNITUDE,
          DEPTH_KM,
          MMI,
          MMI_LOW,
          MMI_HIGH,
          MMI_SOURCE,
          FELT_MMI,
          PGA_MPS2,
          P_ARRIVAL_S,
          S_ARRIVAL_S,
          WAVE_FROM_MIN,
          WAVE_TO_MIN ->
          EnumSet.of(EARTHQUAKE);
      case STAGE_M,
          RISE_M_PER_H,
          STAGE_ACTION,
          STAGE_MINOR,
          STAGE_MODERATE,
          STAGE_MAJOR,
          PEAK_STAGE_M,
          PEAK_CLASS,
          RAIN_MM_15,
          RAIN_MM_30,
          RAIN_MM_60,
          RAIN_MM_180,
          RAIN_MM_360,
          WETNESS_MM,
          RUNOFF_MM,
          RUNOFF_M3PS,
          WATCH,
          GAUGES_OVER,
          GAUGES_ALIVE,
          LEAD_MIN,
          WINDOW_MIN ->
          EnumSet.of(FLOOD);
      case SEVERITY_RANK, INSIDE, ISOLATION_KM, PROTECTIVE_KM -> EnumSet.of(STATEMENT);
      case SPEED_MPS -> EnumSet.of(DISTRESS, VESSEL);
      case MESSAGES, SEARCH_RADIUS_KM, SEARCH_KM -> EnumSet.of(DISTRESS);
    };
  }

  /** Facts that only water gauges tell. */
  static final List<Facts> OF_STAGE =
      List.of(
          Facts.STAGE_M,
          Facts.RISE_M_PER_H,
          Facts.STAGE_ACTION,
          Facts.STAGE_MINOR,
          Facts.STAGE_MODERATE,
          Facts.STAGE_MAJOR,
          Facts.PEAK_STAGE_M);

  /** Facts that only rain gauges tell. */
  static final List<Facts> OF_RAIN =
      List.of(
          Facts.RAIN_MM_15,
          Facts.RAIN_MM_30,
          Facts.RAIN_MM_60,
          Facts.RAIN_MM_180,
          Facts.RAIN_MM_360,
          Facts.WETNESS_MM,
          Facts.RUNOFF_MM,
          Facts.RUNOFF_M3PS);
}
