package nadhir.dispatch.pack;

import java.util.List;
import java.util.Optional;
import nadhir.core.dispatch.Unit;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;
import nadhir.dispatch.RunCard;
import nadhir.dispatch.RunCard.By;
import nadhir.dispatch.RunCard.Need;

/**
 * {@code runcards.yaml}: what each kind of incident needs, the most urgent need first. A need that
 * the site's units could never meet, even if all were free, is a mistake.
 *
 * <pre>
 * flood:
 *   title: {ar: سيل, en: Flash flood}
 *   needs:
 *     - {skill: swift-water, count: 2}
 *     - {kind: ambulance, count: 1}
 * watch:
 *   title: {ar: استعداد, en: Make ready}
 *   standBy: true       # any other incident may take its units
 *   needs: …
 * </pre>
 */
public final class RunCardsFile {
  private RunCardsFile() {}

  /** The cards in the order of the file. {@code units} are those of the same site. */
  public static Parsed<List<RunCard>> parse(SiteFile file, List<Unit> units) {
    return YamlNode.parse(file, root -> cards(root, units));
  }

  private static Optional<List<RunCard>> cards(YamlNode root, List<Unit> units) {
    var cards = List.copyOf(root.entries((name, node) -> card(name, node, units)).values());
    if (root.keys().isEmpty()) {
      root.mistake("the site has no run card");
    }
    return root.make(() -> cards);
  }

  private static Optional<RunCard> card(String name, YamlNode node, List<Unit> units) {
    var title = node.words("title");
    var standBy = node.flag("standBy", false);
    var needs = node.list("needs", need -> need(need, units));
    return node.make(() -> new RunCard(name, title, standBy, needs));
  }

  private static Optional<Need> need(YamlNode node, List<Unit> units) {
    var skill = node.optionalText("skill");
    var kind = node.optionalText("kind");
    var count = node.integer("count");
    if (skill.isPresent() == kind.isPresent()) {
      node.mistake("a need names either a 'skill' or a 'kind'");
      return Optional.empty();
    }
    var by = skill.isPresent() ? By.SKILL : By.KIND;
    var need = node.make(() -> new Need(by, skill.or(() -> kind).orElseThrow(), count));
    need.ifPresent(n -> checkUnits(node, n, units));
    return need;
  }

  private static void checkUnits(YamlNode node, Need need, List<Unit> units) {
    long able = units.stream().filter(need::isMetBy).count();
    if (able == 0) {
      node.mistake("no unit has the " + word(need) + Nearest.hint(need.what(), known(need, units)));
    } else if (able < need.count()) {
      node.mistake(
          "%d are asked for, but only %d of the site have the %s"
              .formatted(need.count(), able, word(need)));
    }
  }

  private static String word(Need need) {
    return switch (need.by()) {
      case SKILL -> "skill '" + need.what() + "'";
      case KIND -> "kind '" + need.what() + "'";
    };
  }

  private static List<String> known(Need need, List<Unit> units) {
    return switch (need.by()) {
      case SKILL -> units.stream().flatMap(u -> u.skills().stream()).distinct().sorted().toList();
      case KIND -> units.stream().map(Unit::kind).distinct().sorted().toList();
    };
  }
}
