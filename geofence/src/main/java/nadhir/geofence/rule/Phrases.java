package nadhir.geofence.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.yaml.DurationText;
import nadhir.core.yaml.YamlNode;

/**
 * The phrases of a rule beside its conditions, as a duty officer reads them aloud:
 *
 * <pre>
 * for: 3 min
 * quorum: 2 of gauges
 * until: stage_m &lt; stage_minor for 30 min
 * again: not within 60 min unless worse
 * approve: automatic when gauge.observed, else two people
 * </pre>
 */
final class Phrases {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*(\\p{L}+)");
  private static final Pattern QUORUM = Pattern.compile("(\\d{1,4})(\\s+of\\s+gauges)?");
  private static final Pattern AGAIN =
      Pattern.compile("not\\s+within\\s+(?<span>.*?)\\s+unless\\s+worse");
  private static final Pattern HELD = Pattern.compile("(?<when>.*\\S)\\s+for\\s+(?<span>\\S.*)");
  private static final Pattern WHEN = Pattern.compile("(?<policy>.*?)\\s+when\\s+(?<when>\\S.*)");
  private static final Pattern ELSE = Pattern.compile("\\s*,\\s*else\\s+");

  /** What people write for a unit of time, beside the right ones. */
  private static final Map<String, String> OTHER_UNITS =
      Map.ofEntries(
          Map.entry("m", "min"),
          Map.entry("mins", "min"),
          Map.entry("minute", "min"),
          Map.entry("minutes", "min"),
          Map.entry("sec", "s"),
          Map.entry("secs", "s"),
          Map.entry("seconds", "s"),
          Map.entry("hr", "h"),
          Map.entry("hrs", "h"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"));

  private final ConditionParser facts;

  Phrases(ConditionParser facts) {
    this.facts = facts;
  }

  /** Zero when the key is missing. */
  Duration holdFor(YamlNode node) {
    return node.optionalText("for").map(text -> span(node, "for", 0, text)).orElse(Duration.ZERO);
  }

  /** A time span that is a part of the text under {@code key}. */
  private static Duration span(YamlNode node, String key, int shift, String text) {
    Optional<Duration> span = DurationText.parse(text);
    if (span.isEmpty()) {
      Matcher parts = SPAN.matcher(text);
      if (parts.matches()) {
        String unit = parts.group(2);
        String right = OTHER_UNITS.getOrDefault(unit.toLowerCase(Locale.ROOT), "");
        node.mistake(
            key,
            shift + parts.start(2),
            "'%s' is no unit of time%s (in '%s')"
                .formatted(
                    unit,
                    right.isEmpty()
                        ? ": these are s, min, h, d"
                        : ", write '" + parts.group(1) + " " + right + "'",
                    key));
      } else {
        node.mistake(
            key, shift, "a time span is written like 90 s, 5 min, 2 h, not '" + text + "'");
      }
    }
    return span.orElse(Duration.ZERO);
  }

  /** 0 when the key is missing. */
  int quorum(YamlNode node, int most) {
    Optional<String> text = node.optionalText("quorum");
    if (text.isEmpty()) {
      return 0;
    }
    Matcher quorum = QUORUM.matcher(text.get());
    if (!quorum.matches()) {
      node.mistake("quorum", 0, "a quorum is written '2 of gauges', not '" + text.get() + "'");
      return 0;
    }
    int count = Integer.parseInt(quorum.group(1));
    if (count > most) {
      node.mistake("quorum", 0, "a quorum lies between 0 and " + most);
      return 0;
    }
    return count;
  }

  Optional<Rule.Until> until(YamlNode node) {
    Optional<String> text = node.optionalText("until");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher held = HELD.matcher(text.get());
    if (!held.matches()) {
      return facts
          .read(node, "until", 0, text.get())
          .map(condition -> new Rule.Until(condition, Duration.ZERO));
    }
    Duration span = span(node, "until", held.start("span"), held.group("span"));
    return facts
        .read(node, "until", 0, held.group("when"))
        .map(condition -> new Rule.Until(condition, span));
  }

  /** Zero when the key is missing. What is worse is never held back, and the phrase says so. */
  Duration again(YamlNode node) {
    Optional<String> text = node.optionalText("again");
    if (text.isEmpty()) {
      return Duration.ZERO;
    }
    Matcher again = AGAIN.matcher(text.get());
    if (again.matches()) {
      return span(node, "again", again.start("span"), again.group("span"));
    }
    Optional<Duration> plain = DurationText.parse(text.get());
    if (plain.isEmpty()) {
      node.mistake(
          "again", 0, "it is written 'not within 60 min unless worse', not '" + text.get() + "'");
    }
    return plain.orElse(Duration.ZERO);
  }

  Approval approval(YamlNode node) {
    String text = node.text("approve");
    List<Approval.Case> cases = new ArrayList<>();
    int from = 0;
    Matcher otherwise = ELSE.matcher(text);
    while (otherwise.find(from)) {
      one(node, from, text.substring(from, otherwise.start())).ifPresent(cases::add);
      from = otherwise.end();
    }
    String last = text.substring(from);
    if (WHEN.matcher(last).matches()) {
      node.mistake("approve", from, "say who else must agree: 'automatic when …, else two people'");
      return Approval.always(ApprovalPolicy.TWO_PEOPLE);
    }
    return new Approval(cases, policy(node, from, last));
  }

  private Optional<Approval.Case> one(YamlNode node, int from, String text) {
    Matcher parts = WHEN.matcher(text);
    if (!parts.matches()) {
      node.mistake("approve", from, "before ', else' stands a policy with its 'when'");
      return Optional.empty();
    }
    ApprovalPolicy policy = policy(node, from, parts.group("policy"));
    return facts
        .read(node, "approve", from + parts.start("when"), parts.group("when"))
        .map(when -> new Approval.Case(policy, when));
  }

  private static ApprovalPolicy policy(YamlNode node, int from, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", " ");
    for (ApprovalPolicy policy : ApprovalPolicy.values()) {
      if (policy.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(wanted)) {
        return policy;
      }
    }
    if (!text.isEmpty()) {
      node.mistake("approve", from, "'" + text + "' is none of automatic, one person, two people");
    }
    return ApprovalPolicy.TWO_PEOPLE;
  }
}
