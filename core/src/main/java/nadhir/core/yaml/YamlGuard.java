package nadhir.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns text into YAML nodes, refusing what could eat the machine: the size, the depth and aliases
 * are looked at in the stream of events before any tree is made.
 */
final class YamlGuard {
  static final int MAX_CHARACTERS = 3_000_000;
  static final int MAX_DEPTH = 30;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(MAX_CHARACTERS)
          .setMaxAliasesForCollections(0)
          .setAllowRecursiveKeys(false)
          .build();

  private YamlGuard() {}

  /** The document's root, or empty with mistakes added. */
  static Optional<Node> compose(SiteFile file, List<Mistake> mistakes) {
    if (file.text().length() > MAX_CHARACTERS) {
      mistakes.add(
          new Mistake(file.name(), 0, "longer than " + MAX_CHARACTERS + " characters: not read"));
      return Optional.empty();
    }
    try {
      List<Mistake> refused = inspect(file);
      mistakes.addAll(refused);
      if (!refused.isEmpty()) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(file.text());
      if (root.isEmpty()) {
        mistakes.add(new Mistake(file.name(), 0, "the file is empty"));
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      mistakes.add(new Mistake(file.name(), line(e.getProblemMark()), "not YAML: " + said(e)));
    } catch (YamlEngineException e) {
      mistakes.add(new Mistake(file.name(), 0, "not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static List<Mistake> inspect(SiteFile file) {
    List<Mistake> refused = new ArrayList<>();
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(file.text())) {
      int line = line(event.getStartMark());
      switch (event) {
        case AliasEvent alias ->
            refused.add(
                new Mistake(
                    file.name(), line, "aliases (*" + alias.getAlias() + ") are not read here"));
        case CollectionStartEvent _ -> depth++;
        case CollectionEndEvent _ -> depth--;
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        refused.add(new Mistake(file.name(), line, "nested deeper than " + MAX_DEPTH + " levels"));
        return refused;
      }
    }
    return refused;
  }

  static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }

  private static String said(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    return context + problem;
  }
}
