package nadhir.geofence.rule;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.RuleId;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** Reads {@code rules.yaml}. Keys of messages and run cards are checked where those files are. */
public final class RuleFile {
  /** So many rules at most. */
  public static final int MAX_RULES = 500;

  private static final int MAX_QUORUM = 20;

  private final SiteInfo site;
  private final ConditionParser facts = new ConditionParser(Vocabulary.ofFacts());
  private final ConditionParser zones;
  private final Map<String, Integer> lineOfRule = new HashMap<>();
  private final Map<String, YamlNode> updating = new HashMap<>();

  private RuleFile(SiteInfo site, List<Zone> zones) {
    this.site = site;
    this.zones = new ConditionParser(Vocabulary.ofZones(zones));
  }

  /** The rules in the order of the file. */
  public static Parsed<List<Rule>> parse(SiteFile file, SiteInfo site, List<Zone> zones) {
    return YamlNode.parse(file, new RuleFile(site, zones)::rules);
  }

  private Optional<List<Rule>> rules(YamlNode root) {
    List<Rule> rules = root.list("rules", this::rule);
    if (rules.size() > MAX_RULES) {
      root.mistake("rules", "more than " + MAX_RULES + " rules");
    }
    updating.forEach(
        (base, node) -> {
          if (!lineOfRule.containsKey(base)) {
            String hint = Nearest.hint(base, lineOfRule.keySet().stream().sorted().toList());
            node.mistake("updates", "there is no rule '" + base + "'" + hint);
          }
        });
    return root.make(() -> rules);
  }

  private Optional<Rule> rule(YamlNode node) {
    var id = node.text("rule");
    var hazard = hazard(node);
    var when = facts.required(node, "when");
    var where = zones.required(node, "zones");
    var holdFor = node.optionalDuration("for").orElse(Duration.ZERO);
    int quorum = node.has("quorum") ? node.integer("quorum") : 0;
    var until = facts.optional(node, "until");
    var again = node.optionalDuration("again").orElse(Duration.ZERO);
    var level = level(node);
    var approval = approval(node);
    var message = node.optionalText("message");
    var units = node.optionalText("units");
    var doubts = node.texts("doubts");
    var updates = node.optionalText("updates");
    if (quorum < 0 || quorum > MAX_QUORUM) {
      node.mistake("quorum", "a quorum lies between 0 and " + MAX_QUORUM);
    }
    doubts.stream()
        .filter(doubt -> !doubt.matches("[a-z][a-z0-9-]*"))
        .forEach(doubt -> node.mistake("doubts", "a doubt is a word like single-sensor: " + doubt));
    unique(node, id);
    updates.ifPresent(base -> updating.put(base, node));
    return node.make(
        () ->
            new Rule(
                new RuleId(id),
                new HazardTypeId(hazard),
                when.orElseThrow(),
                where.orElseThrow(),
                holdFor,
                quorum,
                until,
                again,
                new LevelId(level),
                approval,
                message,
                units,
                doubts,
                updates.map(RuleId::new)));
  }

  private void unique(YamlNode node, String id) {
    Integer before = id.isEmpty() ? null : lineOfRule.putIfAbsent(id, node.line("rule"));
    if (before != null) {
      node.mistake("rule", "rule '" + id + "' is there already, on line " + before);
    }
  }

  private String hazard(YamlNode node) {
    String hazard = node.text("hazard");
    listed(node, "hazard", hazard, site.hazardTypes().stream().map(t -> t.id().value()).toList());
    return hazard;
  }

  private String level(YamlNode node) {
    String level = node.text("level");
    listed(node, "level", level, site.levels().stream().map(l -> l.id().value()).toList());
    return level;
  }

  private static void listed(YamlNode node, String key, String value, List<String> known) {
    if (!value.isEmpty() && !known.contains(value)) {
      node.mistake(key, "'" + value + "' is none of the site's: " + String.join(", ", known));
    }
  }

  private static ApprovalPolicy approval(YamlNode node) {
    return node.choice("approve", ApprovalPolicy.class);
  }
}
