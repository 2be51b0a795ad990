package nadhir.alerting.register;

import java.util.List;
import java.util.Optional;
import nadhir.core.id.ZoneId;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/** Reads {@code register.yaml}. */
public final class RegisterParser {
  /** More people than this take too much memory for a drill. */
  public static final int MAX_PEOPLE = 1_000_000;

  private final List<String> zones;

  /** Of all groups read, also of those that have a mistake elsewhere. */
  private double groupShares;

  private RegisterParser(List<Zone> zones) {
    this.zones = zones.stream().map(zone -> zone.id().value()).toList();
  }

  /**
   * @param zones of the site: the file may name no other
   */
  public static Parsed<RegisterSpec> parse(SiteFile file, List<Zone> zones) {
    return YamlNode.parse(file, new RegisterParser(zones)::spec);
  }

  private Optional<RegisterSpec> spec(YamlNode root) {
    var seed = root.integer("seed");
    var people = root.integer("people");
    var provenance = root.text("provenance");
    var groups = root.list("groups", this::group);
    var languages = root.list("languages", RegisterParser::language);
    var channels = root.node("channels", RegisterParser::channels);
    var optedOut = share(root, "optedOutBelowSevere");
    var dead = share(root, "deadNumbers");
    if (people < 0 || people > MAX_PEOPLE) {
      root.mistake("people", "'people' must be 0 to " + MAX_PEOPLE + ", not " + people);
    }
    addUp(root, "groups", groupShares);
    addUp(root, "languages", languages.stream().mapToDouble(RegisterSpec.Language::share).sum());
    return root.make(
        () ->
            new RegisterSpec(
                seed,
                people,
                groups,
                languages,
                channels.orElseThrow(),
                optedOut,
                dead,
                provenance));
  }

  private Optional<RegisterSpec.Group> group(YamlNode node) {
    var share = share(node, "share");
    var names = node.texts("zones");
    groupShares += share;
    for (String name : names) {
      if (!zones.contains(name)) {
        node.mistake("zones", "no zone is called '" + name + "'" + Nearest.hint(name, zones));
      }
    }
    if (names.isEmpty()) {
      node.mistake("a group needs zones");
    }
    return node.make(() -> new RegisterSpec.Group(share, names.stream().map(ZoneId::new).toList()));
  }

  private static Optional<RegisterSpec.Language> language(YamlNode node) {
    var language = node.text("language");
    var share = share(node, "share");
    return node.make(() -> new RegisterSpec.Language(language, share));
  }

  private static Optional<RegisterSpec.Channels> channels(YamlNode node) {
    var sms = share(node, "smsOnly");
    var push = share(node, "pushOnly");
    var both = share(node, "both");
    addUp(node, "both", sms + push + both);
    return node.make(() -> new RegisterSpec.Channels(sms, push, both));
  }

  private static double share(YamlNode node, String key) {
    double share = node.number(key);
    if (share < 0 || share > 100) {
      node.mistake(key, "'" + key + "' is a share in per cent, 0 to 100, not " + share);
    }
    return share;
  }

  private static void addUp(YamlNode node, String key, double sum) {
    if (node.has(key) && Math.abs(sum - 100) > 1e-6) {
      node.mistake(key, "the shares must add up to 100 per cent, not " + sum);
    }
  }
}
