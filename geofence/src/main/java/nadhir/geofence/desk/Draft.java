package nadhir.geofence.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.AssessmentId;
import nadhir.core.report.GaugeFault;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Assessment;
import nadhir.core.risk.Slot;
import nadhir.core.risk.ZoneImpact;
import nadhir.core.site.Zone;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.impact.Window;
import nadhir.geofence.rule.Rule;

/** Writes an assessment: who must agree, what is doubted, and what goes into the message's gaps. */
final class Draft {
  static final String SINGLE_SENSOR = "single-sensor";
  static final String JUMPED_DURING_SHAKING = "jumped-during-shaking";
  static final String GAUGE_SILENT = "gauge-silent";

  /** A message names so many places at most. */
  static final int MAX_PLACES = 5;

  private final Zones zones;

  Draft(Zones zones) {
    this.zones = zones;
  }

  Assessment write(
      AssessmentId id, int revision, Rule rule, Scene scene, Collection<ZoneImpact> reached) {
    List<ZoneImpact> impacts = reached.stream().toList();
    return new Assessment(
        id,
        revision,
        rule.id(),
        scene.hazard().id(),
        scene.hazard().revision(),
        rule.level(),
        scene.now(),
        impacts,
        rule.message(),
        approval(rule, scene, impacts),
        rule.units(),
        slots(rule, scene, impacts),
        doubts(rule, scene));
  }

  /** With fewer gauges left than the rule's quorum it is proposed to people, as with any doubt. */
  private static ApprovalPolicy approval(Rule rule, Scene scene, List<ZoneImpact> impacts) {
    boolean doubtful =
        scene.singleSensor()
            || scene.jumpedDuringShaking()
            || !scene.faults().isEmpty()
            || scene.blind()
            || scene.fewerThanQuorum(rule);
    return doubtful
        ? ApprovalPolicy.TWO_PEOPLE
        : rule.approval().of(impacts.stream().map(ZoneImpact::facts).toList());
  }

  private static List<String> doubts(Rule rule, Scene scene) {
    List<String> doubts = new ArrayList<>(rule.doubts());
    if (scene.singleSensor()) {
      doubts.add(SINGLE_SENSOR);
    }
    if (scene.jumpedDuringShaking()) {
      doubts.add(JUMPED_DURING_SHAKING);
    }
    if (scene.silenced()) {
      doubts.add(GAUGE_SILENT);
    }
    scene.faults().forEach(fault -> doubts.add(key(fault)));
    return doubts.stream().distinct().toList();
  }

  /** {@code gauge-stuck}, {@code gauge-out-of-range}, … */
  private static String key(GaugeFault fault) {
    return "gauge-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code time}, {@code span}, {@code places} and {@code position}, as far as they are known. */
  private SortedMap<String, Slot> slots(Rule rule, Scene scene, List<ZoneImpact> impacts) {
    SortedMap<String, Slot> slots = new TreeMap<>();
    List<ZoneImpact> main = main(scene, impacts);
    Optional<Window> window = window(scene, main);
    slots.put("places", new Slot.Places(main.stream().map(ZoneImpact::zone).toList()));
    slots.put("time", new Slot.Time(time(scene, window)));
    window.ifPresent(w -> slots.put("span", new Slot.Span(w.from(), w.to())));
    rule.urgency()
        .map(urgency -> new Slot.Word(urgency.name().toLowerCase(Locale.ROOT)))
        .ifPresent(word -> slots.put(Slot.URGENCY, word));
    scene.hazard().place().ifPresent(place -> slots.put("position", new Slot.Position(place)));
    return slots;
  }

  /** Of a flood, when the water comes; of all else, when it happened or begins. */
  private static Instant time(Scene scene, Optional<Window> window) {
    return switch (scene.hazard().detail()) {
      case HazardDetail.Flood _ -> window.map(Window::about).orElse(scene.hazard().occurredAt());
      case HazardDetail.Stated stated -> stated.onset();
      case HazardDetail.Quake _, HazardDetail.Distress _, HazardDetail.Vessel _ ->
          scene.hazard().occurredAt();
    };
  }

  private static Optional<Window> window(Scene scene, List<ZoneImpact> main) {
    return switch (scene.hazard().detail()) {
      case HazardDetail.Flood _ ->
          main.stream().flatMap(impact -> Window.of(impact).stream()).reduce(Window::with);
      case HazardDetail.Stated stated ->
          stated
              .until()
              .filter(until -> !until.isBefore(stated.onset()))
              .map(until -> new Window(stated.onset(), until));
      case HazardDetail.Quake _, HazardDetail.Distress _, HazardDetail.Vessel _ -> Optional.empty();
    };
  }

  /**
   * The zones that the message names, those with most people first. Water threatens districts, so a
   * flood or a warning names these where it reaches any; of a distress the nearest zone is named.
   */
  private List<ZoneImpact> main(Scene scene, List<ZoneImpact> impacts) {
    List<ZoneImpact> districts = impacts.stream().filter(this::isDistrict).toList();
    return switch (scene.hazard().detail()) {
      case HazardDetail.Distress _, HazardDetail.Vessel _ ->
          impacts.stream()
              .min(Comparator.comparingDouble(Draft::distanceKm).thenComparing(ZoneImpact::zone))
              .stream()
              .toList();
      case HazardDetail.Quake _ -> mostPeople(impacts);
      case HazardDetail.Flood _, HazardDetail.Stated _ ->
          mostPeople(districts.isEmpty() ? impacts : districts);
    };
  }

  private List<ZoneImpact> mostPeople(List<ZoneImpact> impacts) {
    return impacts.stream()
        .sorted(Comparator.comparingInt(this::minusPeople).thenComparing(ZoneImpact::zone))
        .limit(MAX_PLACES)
        .toList();
  }

  private static double distanceKm(ZoneImpact impact) {
    return impact.facts().getOrDefault(Facts.DISTANCE_KM.key(), Double.MAX_VALUE);
  }

  private boolean isDistrict(ZoneImpact impact) {
    return zones.find(impact.zone()).map(Zone::kind).orElse("").equals("district");
  }

  private int minusPeople(ZoneImpact impact) {
    return -zones.find(impact.zone()).map(Zone::populationNight).orElse(0);
  }
}
