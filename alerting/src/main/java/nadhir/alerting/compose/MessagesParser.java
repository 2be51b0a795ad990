package nadhir.alerting.compose;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.compose.Messages.Phrase;
import nadhir.alerting.text.WordingRules;
import nadhir.core.site.SiteInfo;
import nadhir.core.site.Words;
import nadhir.core.yaml.Parsed;
import nadhir.core.yaml.SiteFile;
import nadhir.core.yaml.YamlNode;

/**
 * Reads {@code messages.yaml}: how texts must be ({@code wording}), the site's {@code words}, and
 * the {@code messages}. Each text is filled with typical values and linted, alone and with exercise
 * marks, so that it is known today to fit.
 */
public final class MessagesParser {
  private MessagesParser() {}

  public static Parsed<Messages> parse(SiteFile file, SiteInfo site) {
    return YamlNode.parse(file, root -> messages(root, site));
  }

  private static Optional<Messages> messages(YamlNode root, SiteInfo site) {
    List<String> mandatory = site.languages().subList(0, Math.min(2, site.languages().size()));
    Optional<WordingRules> rules = root.node("wording", node -> rules(node, mandatory));
    SortedMap<String, Words> words = words(root, mandatory);
    if (rules.isEmpty()) {
      root.keys();
      return Optional.empty();
    }
    Messages frame = new Messages(rules.get(), words, Collections.emptySortedMap());
    Map<String, Message> messages =
        root.map("messages", (key, node) -> MessageParser.message(key, node, frame, site));
    if (!root.has("messages")) {
      root.mistake("'messages' is missing");
    }
    return root.make(() -> new Messages(rules.get(), words, new TreeMap<>(messages)));
  }

  private static Optional<WordingRules> rules(YamlNode node, List<String> mandatory) {
    SortedMap<String, String> marks =
        new TreeMap<>(node.map("exercise", (language, text) -> Optional.of(text.asText())));
    SortedMap<String, Integer> segments = new TreeMap<>();
    node.optionalNode(
        "segments",
        map -> {
          map.keys().forEach(language -> segments.put(language, map.integer(language)));
          return Optional.of(map);
        });
    int extra = node.has("extraInDrill") ? node.integer("extraInDrill") : 0;
    List<String> gsm7 = node.texts("gsm7");
    List<String> capitals = node.texts("capitals");
    SortedMap<String, List<String>> actions = new TreeMap<>();
    node.optionalNode(
        "actions",
        map -> {
          map.keys().forEach(language -> actions.put(language, map.texts(language)));
          return Optional.of(map);
        });
    for (String language : mandatory) {
      if (!marks.containsKey(language)) {
        node.mistake("exercise", "the mark of an exercise is missing in '" + language + "'");
      }
      if (actions.getOrDefault(language, List.of()).isEmpty()) {
        node.mistake("actions", "words that say what to do are missing in '" + language + "'");
      }
    }
    return node.make(
        () -> new WordingRules(mandatory, marks, segments, extra, gsm7, capitals, actions));
  }

  private static SortedMap<String, Words> words(YamlNode root, List<String> mandatory) {
    SortedMap<String, Words> words = new TreeMap<>();
    root.optionalNode(
        "words",
        node -> {
          words.putAll(node.entries((key, child) -> word(key, child, mandatory)));
          return Optional.of(node);
        });
    for (Phrase phrase : Phrase.values()) {
      if (!words.containsKey(phrase.key())) {
        root.mistake("words", "the words '" + phrase.key() + "' are missing");
      }
    }
    return words;
  }

  private static Optional<Words> word(String key, YamlNode node, List<String> mandatory) {
    Optional<Words> words = node.asWords(key);
    words.ifPresent(
        w ->
            mandatory.stream()
                .filter(language -> !w.byLanguage().containsKey(language))
                .forEach(language -> node.mistake("'" + key + "' is missing in " + language)));
    return words;
  }
}
