package nadhir.drills.warning;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import nadhir.core.id.GaugeId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import nadhir.drills.scenario.SiteKeys;
import nadhir.drills.scenario.TimeText;

/**
 * Reads {@code observed.yaml}, which lies beside a recording.
 *
 * <pre>
 * source: the gauge's own record; moderate is our choice of 18 ft
 * horizon: 6 h
 * events:
 *   - name: flood in town
 *     hazard: flash-flood
 *     zones: [town]
 *     gauge: "01589025"          # from the recording: at 5.4864 m or higher
 *     stageM: 5.4864
 *     apart: 6 h
 *   - name: felt in town
 *     hazard: earthquake
 *     felt: 10                   # from the recording: so many people told the source
 *     rules: [felt]              # those that should warn of it; without it, all for its hazard
 *     place: {lat: 39.2, lon: -76.7}
 *     withinKm: 100
 *     useful: 1 h                # so long after it a word on it helps
 *   - name: landslide at the gate
 *     hazard: flash-flood
 *     from: 2018-05-27T16:00     # written down by somebody
 *     until: 2018-05-27T18:00
 *     peak: 2018-05-27T17:00
 * </pre>
 */
public final class ObservedFile {
  public static final String NAME = "observed.yaml";

  private static final Duration USUAL_HORIZON = Duration.ofHours(6);

  private static final Duration USUALLY_USEFUL = Duration.ofHours(1);

  private final SiteKeys keys;

  private final SortedSet<String> rules;

  private ObservedFile(SiteKeys keys, SortedSet<String> rules) {
    this.keys = keys;
    this.rules = rules;
  }

  /**
   * Reads it.
   *
   * @param rules that it may name
   */
  public static Parsed<Observed> parse(SiteFile file, SiteKeys keys, SortedSet<String> rules) {
    return YamlNode.parse(file, new ObservedFile(keys, rules)::observed);
  }

  private Optional<Observed> observed(YamlNode root) {
    var source = root.text("source");
    var horizon = root.optionalDuration("horizon").orElse(USUAL_HORIZON);
    var events = root.optionalList("events", this::event);
    return root.make(() -> new Observed(source, horizon, events));
  }

  private Optional<Sighting> event(YamlNode node) {
    var name = node.text("name");
    var hazard = node.text("hazard");
    if (!hazard.isEmpty() && !keys.hazardTypes().contains(hazard)) {
      node.mistake("hazard", "the site lists no hazard type '" + hazard + "'");
    }
    var zones = node.texts("zones");
    zones.stream()
        .filter(zone -> !keys.zones().contains(zone))
        .forEach(zone -> node.mistake("zones", "the site has no zone '" + zone + "'"));
    var warning = node.texts("rules");
    warning.stream()
        .filter(rule -> !rules.contains(rule))
        .forEach(
            rule ->
                node.mistake(
                    "rules", "there is no rule '" + rule + "'" + Nearest.hint(rule, rules)));
    var of =
        new Occasion(
            name,
            new HazardTypeId(hazard.isEmpty() ? "none" : hazard),
            zones.stream().filter(keys.zones()::contains).map(ZoneId::new).toList(),
            warning.stream().map(RuleId::new).toList());
    if (node.has("gauge")) {
      return stage(node, of);
    }
    return node.has("felt") ? felt(node, of) : noted(node, of);
  }

  private static Optional<Sighting> stage(YamlNode node, Occasion of) {
    var gauge = node.text("gauge");
    var stageM = node.number("stageM");
    var apart = node.optionalDuration("apart").orElse(USUAL_HORIZON);
    return node.make(() -> new Sighting.Stage(of, new GaugeId(gauge), stageM, apart));
  }

  private static Optional<Sighting> felt(YamlNode node, Occasion of) {
    int people = node.integer("felt");
    var place = node.place("place");
    var withinKm = node.number("withinKm");
    var useful = node.optionalDuration("useful").orElse(USUALLY_USEFUL);
    return node.make(() -> new Sighting.Felt(of, place, withinKm * 1_000, people, useful));
  }

  private Optional<Sighting> noted(YamlNode node, Occasion of) {
    var from = time(node, "from");
    var until = time(node, "until");
    var peak = node.has("peak") ? Optional.of(time(node, "peak")) : Optional.<Instant>empty();
    if (until.isBefore(from)) {
      node.mistake("until", "it ends before it begins");
    }
    return node.make(() -> new Sighting.Noted(of, from, until, peak));
  }

  private Instant time(YamlNode node, String key) {
    String text = node.text(key);
    var at = TimeText.absolute(text, keys.timeZone());
    if (at.isEmpty() && !text.isEmpty()) {
      node.mistake(
          key, "'" + key + "' must be a moment such as 2018-05-27T16:00, not '" + text + "'");
    }
    return at.orElse(Instant.EPOCH);
  }
}
