package nadhir.drills.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.id.Id;
import nadhir.core.id.PersonRef;
import nadhir.core.lane.Role;
import nadhir.core.site.Words;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.YamlNode;

/**
 * Reads {@code scenario.yaml} or {@code recording.yaml}.
 *
 * <pre>
 * name: friday-evening
 * title: {ar: مساء جمعة, en: A Friday evening}
 * start: 2026-11-20T15:00          # the site's time zone
 * end: 2026-11-20T19:45
 * speed: 60                        # lane seconds per wall second
 * fast: [{from: "18:00", to: "19:25"}]
 * seed: 1
 * people:
 *   op-1: [operator]
 * series:                          # raw files by time: gauges/1505.json
 *   - {format: nwis-json, feed: gauges, folder: gauges}
 * injects:
 *   - at: "15:00"
 *     story: {ar: …, en: …}
 *     command: {as: op-1, do: open-hazard, …}
 *   - at: "17:08"
 *     story: {ar: …, en: …}
 *     feed: {format: usgs-geojson, feed: emsc, file: emsc/1708.json}
 * reactions:
 *   - {when: {alert: flood-watch}, as: [op-1, ap-1], after: 2 min, apart: 1 min, do: approve}
 * </pre>
 *
 * <p>A reaction waits for {@code at} or {@code when} ({@code alert} and {@code delivered} with a
 * message key, {@code incident} with a run card, {@code assignment} with a unit and perhaps {@code
 * runCard}; {@code "*"} means any). Of several lines that fit one event the first plays. What
 * people can do, and the keys that belong to it, is in {@link Order}: {@code approve}, {@code
 * reject}, {@code assign recommended}, {@code move}, {@code acknowledge}, {@code propose}, {@code
 * propose-update}, {@code propose-cancel}, {@code open-hazard}, {@code end-hazard}, {@code
 * open-incident}, {@code close-incident}, {@code out-of-service}.
 *
 * <p>A recording has {@code name}, {@code entries} ({@code at, format, feed, file}; the first is
 * the start), and may have {@code end}, {@code seed}, {@code people}, {@code reactions}.
 */
public final class ScenarioFile {
  private static final double DEFAULT_SPEED = 60;
  private static final long DEFAULT_SEED = 1;

  /** A recording goes on for so long after its last file, so that its alerts can end their way. */
  private static final Duration RECORDING_TAIL = Duration.ofHours(1);

  private ScenarioFile() {}

  public static Parsed<Scenario> parse(ScenarioFolder folder, SiteKeys keys) {
    return YamlNode.parse(
        folder.main(),
        root ->
            folder.isRecording() ? recording(root, folder, keys) : scenario(root, folder, keys));
  }

  private static Optional<Scenario> scenario(YamlNode root, ScenarioFolder folder, SiteKeys keys) {
    var name = root.text("name");
    var title = root.words("title");
    var start = absolute(root, "start", keys);
    var end = absolute(root, "end", keys);
    var script = new Script(keys, start, end, people(root));
    var fast = root.optionalList("fast", node -> span(node, script));
    var reader = new InjectReader(script, folder.files());
    var injects = new ArrayList<>(root.optionalList("injects", reader::inject));
    root.optionalList("series", reader::series).forEach(injects::addAll);
    if (!root.has("injects") && !root.has("series")) {
      root.mistake("a scenario brings something: 'injects' or 'series'");
    }
    return finish(root, folder, script, name, title, fast, injects);
  }

  private static Optional<Scenario> recording(YamlNode root, ScenarioFolder folder, SiteKeys keys) {
    var name = root.text("name");
    var start = absolute(root, "start", keys);
    var end = root.has("end") ? absolute(root, "end", keys) : start.plus(Scenario.MAX_LENGTH);
    var script = new Script(keys, start, end, people(root));
    var reader = new InjectReader(script, folder.files());
    var injects = root.list("entries", reader::recorded);
    var last = injects.stream().map(Inject::at).max(Comparator.naturalOrder()).orElse(start);
    var until = root.has("end") ? end : last.plus(RECORDING_TAIL);
    var span = new Script(keys, start, until, script.people());
    var title = root.optionalWords("title").orElse(Words.arEn(name, name));
    return finish(root, folder, span, name, title, List.of(), injects);
  }

  private static Optional<Scenario> finish(
      YamlNode root,
      ScenarioFolder folder,
      Script script,
      String name,
      Words title,
      List<Scenario.Span> fast,
      List<Inject> injects) {
    double speed = root.optionalNumber("speed").orElse(DEFAULT_SPEED);
    long seed = root.has("seed") ? root.integer("seed") : DEFAULT_SEED;
    var reactions = root.optionalList("reactions", new ReactionReader(script)::read);
    if (!name.isEmpty() && !Id.isValid(name)) {
      root.mistake("name", "a name has only letters, digits and . _ : / -, not '" + name + "'");
    }
    var inOrder = injects.stream().sorted(Comparator.comparing(Inject::at)).toList();
    return root.make(
        () ->
            new Scenario(
                name,
                title,
                script.start(),
                script.end(),
                speed,
                fast,
                seed,
                script.people(),
                inOrder,
                reactions,
                folder.sha256()));
  }

  private static Optional<Scenario.Span> span(YamlNode node, Script script) {
    var from = script.moment(node, "from");
    var to = script.moment(node, "to");
    return node.make(() -> new Scenario.Span(from, to));
  }

  private static Instant absolute(YamlNode root, String key, SiteKeys keys) {
    String text = root.text(key);
    var at = TimeText.absolute(text, keys.timeZone());
    if (at.isEmpty() && !text.isEmpty()) {
      root.mistake(
          key, "'" + key + "' must be a moment such as 2026-11-20T15:00, not '" + text + "'");
    }
    return at.orElse(Instant.EPOCH);
  }

  private static SortedMap<PersonRef, List<Role>> people(YamlNode root) {
    var people = new TreeMap<PersonRef, List<Role>>();
    root.optionalNode(
        "people",
        node -> {
          for (String name : node.keys()) {
            var roles =
                node.texts(name).stream().flatMap(r -> role(node, name, r).stream()).toList();
            if (Id.isValid(name)) {
              people.put(new PersonRef(name), roles);
            } else {
              node.mistake(name, "'" + name + "' is no name of a person such as op-1");
            }
          }
          return Optional.empty();
        });
    return people;
  }

  private static Optional<Role> role(YamlNode node, String name, String text) {
    var names = new ArrayList<String>();
    for (Role role : Role.values()) {
      names.add(role.name().toLowerCase(Locale.ROOT));
      if (names.getLast().equals(text)) {
        return Optional.of(role);
      }
    }
    node.mistake(name, "no role '" + text + "'" + Nearest.hint(text, names));
    return Optional.empty();
  }
}
