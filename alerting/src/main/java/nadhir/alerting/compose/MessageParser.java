package nadhir.alerting.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.alerting.text.Finding;
import nadhir.core.alert.AlertMessage.Audience;
import nadhir.core.alert.AlertMessage.Scope;
import nadhir.core.alert.CapCodes;
import nadhir.core.id.Id;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;
import nadhir.core.site.SiteInfo;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;

/** Reads one message of {@code messages.yaml}. */
final class MessageParser {
  /** An alert that lives longer is forgotten by those who got it: renew it by an Update. */
  static final Duration MAX_VALID_FOR = Duration.ofHours(24);

  private static final List<String> CATEGORIES =
      List.of(
          "Geo",
          "Met",
          "Safety",
          "Security",
          "Rescue",
          "Fire",
          "Health",
          "Env",
          "Transport",
          "Infra",
          "CBRNE",
          "Other");
  private static final List<String> RESPONSES =
      List.of(
          "Shelter",
          "Evacuate",
          "Prepare",
          "Execute",
          "Avoid",
          "Monitor",
          "Assess",
          "AllClear",
          "None");

  private final YamlNode node;
  private final Messages frame;
  private final SiteInfo site;

  private MessageParser(YamlNode node, Messages frame, SiteInfo site) {
    this.node = node;
    this.frame = frame;
    this.site = site;
  }

  /**
   * @param frame the rules and words of the same file
   */
  static Optional<Message> message(String key, YamlNode node, Messages frame, SiteInfo site) {
    return new MessageParser(node, frame, site).read(key);
  }

  private Optional<Message> read(String key) {
    if (!Id.isValid(key)) {
      node.mistake("'" + key + "' is no key: use small letters, digits and '-'");
    }
    var kind = node.choice("kind", Message.Kind.class, Message.Kind.ALERT);
    var cap = node.node("cap", MessageParser::cap);
    var scope = node.choice("scope", Scope.class);
    var audience = node.node("audience", MessageParser::audience);
    var validFor = node.duration("validFor");
    boolean exerciseOnly = node.flag("exerciseOnly", false);
    SortedMap<String, List<String>> choices = choices();
    SortedMap<String, WordingTemplate> wordings = new TreeMap<>();
    node.node("wordings", map -> wordings(map, choices, wordings));
    checkReach(scope, audience, validFor);
    checkKind(kind, cap);
    Optional<Message> message =
        node.make(
            () ->
                new Message(
                    key,
                    kind,
                    cap.orElseThrow(),
                    scope,
                    audience.orElseThrow(),
                    validFor,
                    exerciseOnly,
                    choices,
                    wordings));
    message.ifPresent(this::tryOut);
    return message;
  }

  private static Optional<CapCodes> cap(YamlNode node) {
    String event = node.text("event");
    String category = oneOf(node, "category", node.text("category"), CATEGORIES);
    List<String> responses = node.texts("responseTypes");
    responses.forEach(response -> oneOf(node, "responseTypes", response, RESPONSES));
    if (responses.isEmpty()) {
      node.mistake("'responseTypes' is missing: an alert says what to do");
    }
    var urgency = node.choice("urgency", CapCodes.Urgency.class);
    var severity = node.choice("severity", Severity.class);
    var certainty = node.choice("certainty", Certainty.class);
    return node.make(() -> new CapCodes(category, event, responses, urgency, severity, certainty));
  }

  private static String oneOf(YamlNode node, String key, String text, List<String> known) {
    if (!text.isEmpty() && !known.contains(text)) {
      node.mistake(key, "'" + text + "' is not in CAP 1.2" + Nearest.hint(text, known));
    }
    return text;
  }

  private static Optional<Audience> audience(YamlNode node) {
    boolean everybody = node.flag("public", false);
    boolean institutions = node.flag("institutions", false);
    List<String> listed = node.texts("listed");
    if (!everybody && !institutions && listed.isEmpty()) {
      node.mistake("nobody is told: set 'public', 'institutions' or 'listed'");
    }
    return node.make(() -> new Audience(everybody, institutions, listed));
  }

  private void checkReach(Scope scope, Optional<Audience> audience, Duration validFor) {
    if (scope != Scope.PUBLIC && audience.map(Audience::publicRegister).orElse(false)) {
      node.mistake("scope", "a message to the public has the scope public");
    }
    boolean tooLong = validFor.isZero() || validFor.compareTo(MAX_VALID_FOR) > 0;
    if (node.has("validFor") && tooLong) {
      node.mistake("validFor", "must be more than 0 and at most 24 h");
    }
  }

  private void checkKind(Message.Kind kind, Optional<CapCodes> cap) {
    boolean clears = cap.map(c -> c.responseTypes().contains("AllClear")).orElse(false);
    if (cap.isPresent() && clears == (kind == Message.Kind.ALERT)) {
      String reason =
          clears
              ? "AllClear is said by a message of kind correction or all-clear only"
              : "a correction or all-clear has the response type AllClear";
      node.mistake("kind", reason);
    }
  }

  private SortedMap<String, List<String>> choices() {
    SortedMap<String, List<String>> choices = new TreeMap<>();
    node.optionalNode(
        "choices",
        map -> {
          for (String name : map.keys()) {
            List<String> keys = map.texts(name);
            choices.put(name, keys);
            if (keys.isEmpty()) {
              map.mistake(name, "'" + name + "' leaves nothing to choose");
            }
            keys.stream()
                .filter(key -> !frame.words().containsKey(key))
                .forEach(key -> map.mistake(name, unknownWord(key)));
          }
          return Optional.of(map);
        });
    return choices;
  }

  private String unknownWord(String key) {
    return "'" + key + "' is not among the words" + Nearest.hint(key, frame.words().keySet());
  }

  private Optional<YamlNode> wordings(
      YamlNode map,
      SortedMap<String, List<String>> choices,
      SortedMap<String, WordingTemplate> wordings) {
    for (String language : frame.rules().mandatory()) {
      if (!map.has(language)) {
        map.mistake("the mandatory language '" + language + "' is missing");
      }
    }
    wordings.putAll(
        map.entries(
            (language, texts) -> {
              if (!site.languages().contains(language)) {
                map.mistake(language, "'" + language + "' is no language of the site");
              }
              return wording(texts, choices);
            }));
    String first = frame.rules().mandatory().getFirst();
    wordings.forEach(
        (language, template) -> {
          if (wordings.containsKey(first)) {
            sameGaps(map, first, wordings.get(first), language, template);
          }
        });
    return Optional.of(map);
  }

  private Optional<WordingTemplate> wording(
      YamlNode texts, SortedMap<String, List<String>> choices) {
    var headline = template(texts, "headline", choices);
    var sms = template(texts, "sms", choices);
    var instruction = template(texts, "instruction", choices);
    return Optional.of(new WordingTemplate(headline, sms, instruction));
  }

  private Template template(YamlNode texts, String part, SortedMap<String, List<String>> choices) {
    List<String> unknown = new ArrayList<>();
    Template template = Template.parse(texts.text(part), unknown);
    for (String gap : unknown) {
      String hint = Nearest.hint(gap, Gap.known().stream().map(g -> "{" + g + "}").toList());
      texts.mistake(part, "nothing fills the gap '" + gap + "'" + hint);
    }
    template.gaps().stream()
        .filter(gap -> gap.kind() == Gap.Kind.WORD)
        .filter(gap -> !choices.containsKey(gap.slot()))
        .filter(gap -> !frame.words().containsKey(gap.slot()))
        .forEach(gap -> texts.mistake(part, unknownWord(gap.slot())));
    return template;
  }

  private static void sameGaps(
      YamlNode map, String first, WordingTemplate a, String language, WordingTemplate b) {
    sameGaps(map, "headline", first, a.headline(), language, b.headline());
    sameGaps(map, "sms", first, a.sms(), language, b.sms());
    sameGaps(map, "instruction", first, a.instruction(), language, b.instruction());
  }

  private static void sameGaps(
      YamlNode map, String part, String first, Template a, String language, Template b) {
    if (!a.gaps().equals(b.gaps())) {
      map.mistake(
          language,
          "the gaps of '%s' differ: %s has %s, %s has %s"
              .formatted(part, first, a.gaps(), language, b.gaps()));
    }
  }

  /** With typical values: does it fit, do the languages agree, does it say what to do. */
  private void tryOut(Message message) {
    var composers =
        List.of(
            new Composer(site, frame, TypicalSlots.ZONES, false),
            new Composer(site, frame, TypicalSlots.ZONES, true));
    List<Finding> found = new ArrayList<>();
    for (var slots : TypicalSlots.of(message, frame.words())) {
      for (Composer composer : composers.subList(message.exerciseOnly() ? 1 : 0, 2)) {
        Composed composed = composer.compose(message, slots);
        composed.findings().forEach(finding -> tell(message, composer, finding, found));
        if (!composed.missing().isEmpty()) {
          node.mistake("wordings", "nothing fills " + String.join(", ", composed.missing()));
        }
      }
    }
  }

  /** Once for each language and reason: a longer choice and a drill add nothing new. */
  private void tell(Message message, Composer composer, Finding finding, List<Finding> found) {
    boolean known =
        found.stream()
            .anyMatch(
                f -> f.language().equals(finding.language()) && f.reason() == finding.reason());
    if (!known && message.wordings().containsKey(finding.language())) {
      found.add(finding);
      int line = node.find("wordings").orElseThrow().line(finding.language());
      node.mistakeAt(line, (composer.isForDrill() ? "in a drill: " : "") + finding.detail());
    }
  }
}
