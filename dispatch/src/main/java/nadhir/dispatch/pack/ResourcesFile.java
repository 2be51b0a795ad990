package nadhir.dispatch.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nadhir.core.dispatch.Unit;
import nadhir.core.id.UnitId;
import nadhir.core.site.Words;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/**
 * {@code resources.yaml}: the agencies of a site and their units.
 *
 * <pre>
 * agencies:
 *   civil-defence: {ar: مديرية الدفاع المدني, en: Civil Defence}
 * units:
 *   - id: cd-rescue-1
 *     name: {ar: إنقاذ 1, en: Rescue 1}
 *     agency: civil-defence
 *     kind: rescue
 *     skills: [search, swift-water]
 *     base: {lat: 29.531, lon: 35.006}
 *     speed: 12            # metres per second on the way to a call
 *     crew: 6
 *     provenance: illustrative
 * </pre>
 */
public final class ResourcesFile {
  /** A site has at most so many units: a block of the journal holds one entry for each. */
  public static final int MAX_UNITS = 200;

  private static final double MAX_SPEED_MPS = 150;

  private ResourcesFile() {}

  public static Parsed<List<Unit>> parse(SiteFile file) {
    return YamlNode.parse(file, ResourcesFile::units);
  }

  private static Optional<List<Unit>> units(YamlNode root) {
    var agencies = root.map("agencies", ResourcesFile::agency).keySet();
    if (agencies.isEmpty()) {
      root.mistake("agencies", "the site names no agency");
    }
    var firstLine = new HashMap<String, Integer>();
    var units = root.list("units", node -> unit(node, agencies, firstLine));
    if (units.size() > MAX_UNITS) {
      root.mistake("units", "at most " + MAX_UNITS + " units, not " + units.size());
    }
    return root.make(() -> units);
  }

  private static Optional<Words> agency(String id, YamlNode node) {
    return node.asWords(id);
  }

  private static Optional<Unit> unit(
      YamlNode node, Set<String> agencies, Map<String, Integer> firstLine) {
    var id = node.text("id");
    var name = node.words("name");
    var agency = node.text("agency");
    var kind = node.text("kind");
    var skills = node.texts("skills");
    var base = node.place("base");
    var speedMps = node.number("speed");
    var crew = node.integer("crew");
    node.text("provenance");
    if (!agency.isEmpty() && !agencies.contains(agency)) {
      node.mistake("agency", "no agency '" + agency + "'" + Nearest.hint(agency, agencies));
    }
    if (node.has("speed") && !(speedMps > 0 && speedMps <= MAX_SPEED_MPS)) {
      node.mistake("speed", "a speed is more than 0 and at most 150 m/s, not " + speedMps);
    }
    if (node.has("crew") && crew < 0) {
      node.mistake("crew", "a crew is 0 or more, not " + crew);
    }
    if (new HashSet<>(skills).size() < skills.size()) {
      node.mistake("skills", "a skill is there twice");
    }
    if (firstLine.containsKey(id)) {
      node.mistake("id", "unit '" + id + "' is there already at line " + firstLine.get(id));
    }
    firstLine.putIfAbsent(id, node.line());
    return node.make(
        () -> new Unit(new UnitId(id), name, agency, kind, skills, base, speedMps, crew));
  }
}
