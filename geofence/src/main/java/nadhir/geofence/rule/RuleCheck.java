package nadhir.geofence.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nadhir.core.id.ZoneId;
import nadhir.core.pack.SiteHead;
import nadhir.core.site.Zone;
import nadhir.core.yaml.Mistake;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.Spot;
import nadhir.geofence.impact.Facts;
import nadhir.geofence.rule.ConditionText.Kind;
import nadhir.geofence.rule.ConditionText.Token;
import nadhir.geofence.zone.ZoneProperties;

/**
 * What can be told of sound rules without any hazard: conditions that say nothing, facts that are
 * never given, zones that there are not, rules that say what others say already.
 */
final class RuleCheck {
  /** Of closing bounds, each the cube of the number of names: see {@link Bounds#closed}. */
  static final long MOST_STEPS = 100_000_000;

  private final Steps steps = new Steps(MOST_STEPS);
  private boolean told;
  private final String file;
  private final List<Zone> zones;
  private final Map<ZoneId, Integer> placeOf = new HashMap<>();
  private final Optional<SensorCheck> sensors;
  private final List<Mistake> warnings;

  /**
   * @param warnings gets what is no mistake; mistakes go to the rules' nodes
   */
  RuleCheck(String file, List<Zone> zones, Optional<SiteHead> head, List<Mistake> warnings) {
    this.file = file;
    this.zones = zones;
    zones.forEach(zone -> placeOf.put(zone.id(), placeOf.size()));
    this.sensors = head.map(site -> new SensorCheck(site, zones, this::warn));
    this.warnings = warnings;
  }

  void check(List<WrittenRule> rules) {
    List<Shadows.Candidate> candidates = new ArrayList<>();
    var reach = new RuleReach(zones);
    for (WrittenRule written : rules) {
      Rule rule = written.rule();
      condition(written, "when", 0, rule.when());
      rule.until().ifPresent(until -> condition(written, "until", 0, until.condition()));
      for (Approval.Case one : rule.approval().cases()) {
        int from = written.node().text("approve").indexOf(one.when().written());
        condition(written, "approve", from, one.when());
      }
      List<ZoneId> reached = reach.of(rule);
      OptionalInt rank =
          sensors.map(site -> OptionalInt.of(site.rank(rule))).orElse(OptionalInt.empty());
      candidates.add(new Shadows.Candidate(written, places(reached), rank));
      if (reached.isEmpty()) {
        noZone(written);
      } else {
        sensors.ifPresent(check -> check.check(written, reached));
      }
    }
    new Shadows(this::warn, new Steps(Shadows.MOST_STEPS)).look(candidates);
  }

  /** By their places among all zones. */
  private BitSet places(List<ZoneId> reached) {
    BitSet places = new BitSet();
    reached.forEach(zone -> places.set(placeOf.get(zone)));
    return places;
  }

  /** Writes down what is no mistake. */
  private void warn(WrittenRule written, String key, int offset, String reason) {
    Spot spot = written.node().spot(key, offset);
    warnings.add(new Mistake(file, spot.line(), spot.column(), reason));
  }

  private void condition(WrittenRule written, String key, int shift, Condition condition) {
    given(written, key, shift, condition);
    if (steps.areOver()) {
      if (!told) {
        warn(
            written,
            key,
            shift,
            "too much to look at: from here on it is not told whether"
                + " conditions can be true at all");
        told = true;
      }
    } else if (Logic.neverHolds(condition, steps)) {
      String why =
          Logic.contradictsItself(condition, steps) ? "it contradicts itself" : limits(condition);
      written.node().mistake(key, shift, "'" + key + "' can never be true: " + why);
    } else if (Logic.alwaysHolds(condition, steps)) {
      warn(written, key, shift, "'" + key + "' is always true where its facts are known");
    }
  }

  private void given(WrittenRule written, String key, int shift, Condition condition) {
    Subject subject = Subject.of(written.rule().hazard());
    for (Token token : ConditionText.read(condition.written()).tokens()) {
      Optional<Facts> fact = Optional.of(token).filter(RuleCheck::isName).flatMap(RuleCheck::fact);
      if (fact.isPresent() && !subject.gives(fact.get())) {
        written
            .node()
            .mistake(
                key,
                shift + token.from(),
                "'%s' is never given for '%s'%s"
                    .formatted(
                        token.text(),
                        written.rule().hazard(),
                        Subject.only(fact.get())
                            .map(only -> ": it is a fact of " + only.plural())
                            .orElse("")));
      }
    }
  }

  private static boolean isName(Token token) {
    return token.kind() == Kind.NAME;
  }

  private static Optional<Facts> fact(Token token) {
    return token.text().equals("gauge.observed")
        ? Optional.of(Facts.GAUGES_OVER)
        : Facts.find(token.text());
  }

  /** What the facts of a condition can be at all, each by itself and one beside the other. */
  private static String limits(Condition condition) {
    List<Facts> named =
        Stream.of(condition.ecql().split("\\W+"))
            .distinct()
            .flatMap(word -> Facts.find(word).stream())
            .toList();
    Stream<String> alone = named.stream().map(FactLimits::told).filter(told -> !told.isEmpty());
    Stream<String> beside =
        FactLimits.RISING.stream()
            .map(rising -> rising.stream().filter(named::contains).map(Facts::key).toList())
            .filter(rising -> rising.size() > 1)
            .map(rising -> String.join(" is at most ", rising));
    return Stream.concat(alone, beside).collect(Collectors.joining(", "));
  }

  private void noZone(WrittenRule written) {
    SortedSet<String> values = new TreeSet<>();
    var names = ZoneProperties.namesIn(zones);
    zones.forEach(
        zone -> ZoneProperties.of(zone, names).values().forEach(v -> values.add(v.toString())));
    for (Token token : ConditionText.read(written.rule().zones().written()).tokens()) {
      String text = token.text().replace("'", "");
      if (token.kind() == Kind.TEXT && !values.contains(text)) {
        written
            .node()
            .mistake(
                "zones",
                token.from(),
                "no zone of the site is that: " + token.text() + Nearest.hint(text, values));
        return;
      }
    }
    written.node().mistake("zones", 0, "no zone of the site is that");
  }
}
