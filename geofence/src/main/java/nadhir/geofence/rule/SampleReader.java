package nadhir.geofence.rule;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadhir.core.geo.LatLon;
import nadhir.core.id.RuleId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.GaugeFault;
import nadhir.core.yaml.Nearest;
import nadhir.core.yaml.YamlNode;
import nadhir.geofence.impact.Facts;

/**
 * Reads the samples of a rule:
 *
 * <pre>
 * samples:
 *   - given: {stage_m: 2.4 m, rise_m_per_h: 0.8, zone: shamiya, at: "15:40"}
 *     expect: fires
 *   - given: {gauges: {Y1: 1.6 rising 4, RG1: 18}}
 *     expect: fires
 *     then:
 *       - {after: 20 min, given: {gauges: {Y1: 2.3 silent}}, expect: stays}
 * </pre>
 */
final class SampleReader {
  /** Of one rule. */
  static final int MAX_SAMPLES = 200;

  /** Of one sample. */
  static final int MAX_STEPS = 50;

  private static final Pattern VALUE =
      Pattern.compile("(?<number>-?\\d+(\\.\\d+)?)(\\s*(?<unit>[\\p{L}%°][\\p{L}²³/]*))?");

  private static final Pattern GAUGE =
      Pattern.compile(
          "(?<value>-?\\d+(\\.\\d+)?)?(\\s*rising\\s+(?<rise>-?\\d+(\\.\\d+)?))?"
              + "\\s*(?<bad>\\p{L}[\\p{L} -]*)?");

  private final RuleId rule;
  private final Optional<Subject> subject;
  private final List<String> zones;
  private final List<String> gauges;

  SampleReader(RuleId rule, Optional<Subject> subject, List<String> zones, List<String> gauges) {
    this.rule = rule;
    this.subject = subject;
    this.zones = zones;
    this.gauges = gauges;
  }

  List<Sample> read(YamlNode node) {
    if (node.size("samples") > MAX_SAMPLES) {
      node.mistake("samples", "more than " + MAX_SAMPLES + " samples of one rule");
      return List.of();
    }
    return node.optionalList("samples", this::sample);
  }

  private Optional<Sample> sample(YamlNode node) {
    if (node.size("then") >= MAX_STEPS) {
      node.mistake("then", "more than " + MAX_STEPS + " steps in one sample");
      return Optional.empty();
    }
    List<Sample.Step> steps = new ArrayList<>();
    step(node, Duration.ZERO).ifPresent(steps::add);
    steps.addAll(node.optionalList("then", next -> step(next, next.duration("after"))));
    return node.make(() -> new Sample(rule, node.line(), steps));
  }

  private Optional<Sample.Step> step(YamlNode node, Duration after) {
    Optional<Sample.Given> given =
        node.has("given") || after.isZero()
            ? node.node("given", this::given)
            : Optional.of(
                new Sample.Given(
                    new TreeMap<>(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new TreeMap<>()));
    var expect = node.choice("expect", Sample.Expectation.class);
    return node.make(() -> new Sample.Step(after, given.orElseThrow(), expect, node.line()));
  }

  private Optional<Sample.Given> given(YamlNode node) {
    SortedMap<String, OptionalDouble> facts = new TreeMap<>();
    SortedMap<String, Sample.GaugeWord> words = new TreeMap<>();
    Optional<ZoneId> zone = node.optionalText("zone").flatMap(text -> zone(node, text));
    Optional<LocalTime> at = node.optionalText("at").flatMap(text -> time(node, text));
    var place = node.has("place") ? Optional.of(node.place("place")) : Optional.<LatLon>empty();
    node.map("gauges", this::gauge).forEach(words::put);
    for (String key : node.keys()) {
      if (!List.of("zone", "at", "place", "gauges").contains(key)) {
        fact(node, key).ifPresent(value -> facts.put(key, value));
      }
    }
    return node.make(() -> new Sample.Given(facts, zone, at, place, words));
  }

  private Optional<ZoneId> zone(YamlNode node, String text) {
    if (!zones.contains(text)) {
      node.mistake("zone", 0, "the site has no zone '" + text + "'" + Nearest.hint(text, zones));
      return Optional.empty();
    }
    return Optional.of(new ZoneId(text));
  }

  private static Optional<LocalTime> time(YamlNode node, String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException _) {
      node.mistake("at", 0, "a time of day is written like 15:40, not '" + text + "'");
      return Optional.empty();
    }
  }

  private Optional<OptionalDouble> fact(YamlNode node, String key) {
    Optional<Facts> fact = Facts.find(key);
    if (fact.isEmpty()) {
      node.mistake(key, "unknown fact '" + key + "'" + Nearest.hint(key, Facts.keys()));
      return Optional.empty();
    }
    if (subject.filter(known -> !known.gives(fact.get())).isPresent()) {
      node.mistake(
          key, "'%s' is never given for %s".formatted(key, subject.orElseThrow().plural()));
      return Optional.empty();
    }
    String text = node.text(key);
    if (text.equals("unknown")) {
      return Optional.of(OptionalDouble.empty());
    }
    Matcher value = VALUE.matcher(text);
    if (!value.matches()) {
      node.mistake(key, 0, "a fact is a number or 'unknown', not '" + text + "'");
      return Optional.empty();
    }
    String unit = value.group("unit");
    if (unit != null && !unit.equals(fact.get().unit())) {
      String right = fact.get().unit();
      node.mistake(
          key,
          value.start("unit"),
          right.isEmpty()
              ? "'" + key + "' is a plain number, without " + unit
              : "'" + key + "' is in " + right + ", not in " + unit);
    }
    return Optional.of(OptionalDouble.of(Double.parseDouble(value.group("number"))));
  }

  private Optional<Sample.GaugeWord> gauge(String id, YamlNode node) {
    if (!gauges.isEmpty() && !gauges.contains(id)) {
      node.mistake("the site has no gauge '" + id + "'" + Nearest.hint(id, gauges));
      return Optional.empty();
    }
    String text = node.asText();
    Matcher word = GAUGE.matcher(text);
    String bad = word.matches() && word.group("bad") != null ? word.group("bad") : "";
    Optional<GaugeFault> fault = fault(bad);
    boolean silent = bad.equals("silent");
    if (text.isEmpty() || !word.matches() || !bad.isEmpty() && !silent && fault.isEmpty()) {
      node.mistake(
          "a gauge says '1.6', '1.6 rising 4', '2.3 silent' or '2.3 stuck', not '" + text + "'");
      return Optional.empty();
    }
    return Optional.of(
        new Sample.GaugeWord(number(word, "value"), number(word, "rise"), silent, fault));
  }

  private static OptionalDouble number(Matcher word, String group) {
    return word.group(group) == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(word.group(group)));
  }

  private static Optional<GaugeFault> fault(String word) {
    for (GaugeFault fault : GaugeFault.values()) {
      if (fault.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(word.replace('-', ' '))) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
