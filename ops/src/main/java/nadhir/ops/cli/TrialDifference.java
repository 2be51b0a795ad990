package nadhir.ops.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nadhir.core.id.RuleId;
import nadhir.core.site.Zone;
import nadhir.drills.warning.Observed;
import nadhir.drills.warning.RuleDoings;
import nadhir.drills.warning.RuleScore;
import nadhir.geofence.rule.Rule;
import nadhir.ops.site.RuleTrial;
import nadhir.ops.site.SitePack;

/** Two rule files over one recording: per rule what differs, and how often it fired in any case. */
final class TrialDifference {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final List<String> HEADS = List.of("rule", "what", "A", "B", "B against A");

  private final SitePack pack;
  private final Side a;
  private final Side b;
  private final boolean judged;

  /** One rule file's trial, by rule. */
  private record Side(List<RuleDoings> doings, List<RuleScore> scores) {
    Optional<RuleDoings> doings(RuleId rule) {
      return doings.stream().filter(d -> d.rule().equals(rule)).findFirst();
    }

    Optional<RuleScore> score(RuleId rule) {
      return scores.stream().filter(s -> s.rule().equals(rule)).findFirst();
    }

    boolean has(RuleId rule) {
      return doings(rule).isPresent();
    }
  }

  TrialDifference(SitePack pack, RuleTrial a, RuleTrial b, Optional<Observed> observed) {
    this.pack = pack;
    this.a = side(a, observed);
    this.b = side(b, observed);
    this.judged = observed.isPresent();
  }

  private static Side side(RuleTrial trial, Optional<Observed> observed) {
    return new Side(
        RuleDoings.of(trial.rules().stream().map(Rule::id).toList(), trial.result().entries()),
        observed.map(trial::scores).orElse(List.of()));
  }

  void print(String nameOfA, String nameOfB, boolean markdown, PrintWriter out) {
    Set<RuleId> rules = new LinkedHashSet<>();
    Stream.of(a, b).flatMap(side -> side.doings().stream()).forEach(d -> rules.add(d.rule()));
    List<List<String>> rows = new ArrayList<>();
    rules.forEach(rule -> rows.addAll(rows(rule)));
    var table = new TextTable(HEADS, rows);
    if (!markdown) {
      out.printf("A  %s%nB  %s%n%n", nameOfA, nameOfB);
    }
    out.print(markdown ? table.markdown() : table.text());
    long differing =
        rules.stream()
            .filter(r -> rows(r).stream().anyMatch(row -> !row.getLast().isEmpty()))
            .count();
    if (!markdown) {
      out.printf("%n%d of %d rules differ%n", differing, rules.size());
    }
  }

  private List<List<String>> rows(RuleId rule) {
    if (!a.has(rule) || !b.has(rule)) {
      String only = a.has(rule) ? "only in A" : "only in B";
      return List.of(List.of(rule.value(), "fires", fires(a, rule), fires(b, rule), only));
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(counted(rule, "fires", d -> d.fires().size()));
    rows.add(moment(rule, "first fires", RuleDoings::firstFires));
    rows.add(counted(rule, "clears", d -> d.clears().size()));
    rows.add(moment(rule, "last clears", RuleDoings::lastClears));
    rows.add(counted(rule, "people by day", d -> people(d, Zone::populationDay)));
    rows.add(counted(rule, "people by night", d -> people(d, Zone::populationNight)));
    if (judged) {
      rows.add(scored(rule, "in time", s -> s.hits()));
      rows.add(scored(rule, "late", s -> s.late()));
      rows.add(scored(rule, "missed", s -> s.missed()));
      rows.add(scored(rule, "false alarms", s -> s.falseAlarms()));
      rows.add(lead(rule, "shortest lead", RuleScore::shortestLead));
      rows.add(lead(rule, "lead to peak", RuleScore::shortestLeadToPeak));
    }
    rows.removeIf(row -> !row.get(1).equals("fires") && row.getLast().isEmpty());
    return rows;
  }

  private static String fires(Side side, RuleId rule) {
    return side.doings(rule).map(d -> "" + d.fires().size()).orElse("-");
  }

  private List<String> counted(RuleId rule, String what, Function<RuleDoings, Integer> count) {
    return numbers(
        rule,
        what,
        count.apply(a.doings(rule).orElseThrow()),
        count.apply(b.doings(rule).orElseThrow()));
  }

  private List<String> scored(RuleId rule, String what, Function<RuleScore, Integer> count) {
    return numbers(
        rule,
        what,
        count.apply(a.score(rule).orElseThrow()),
        count.apply(b.score(rule).orElseThrow()));
  }

  private static List<String> numbers(RuleId rule, String what, int one, int other) {
    String difference = one == other ? "" : "%+d".formatted(other - one);
    return List.of(rule.value(), what, "" + one, "" + other, difference);
  }

  private List<String> moment(
      RuleId rule, String what, Function<RuleDoings, Optional<Instant>> moment) {
    Optional<Instant> one = moment.apply(a.doings(rule).orElseThrow());
    Optional<Instant> other = moment.apply(b.doings(rule).orElseThrow());
    return List.of(rule.value(), what, shown(one), shown(other), later(one, other));
  }

  private String shown(Optional<Instant> at) {
    return at.map(t -> t.atZone(pack.info().timeZone()).format(TIME)).orElse("-");
  }

  private static String later(Optional<Instant> one, Optional<Instant> other) {
    if (one.equals(other)) {
      return "";
    }
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? "only B" : "only A";
    }
    Duration later = Duration.between(one.get(), other.get());
    return minutes(later.abs()) + (later.isNegative() ? " earlier" : " later");
  }

  private List<String> lead(
      RuleId rule, String what, Function<RuleScore, Optional<Duration>> lead) {
    Optional<Duration> one = lead.apply(a.score(rule).orElseThrow());
    Optional<Duration> other = lead.apply(b.score(rule).orElseThrow());
    return List.of(
        rule.value(),
        what,
        one.map(TrialDifference::minutes).orElse("-"),
        other.map(TrialDifference::minutes).orElse("-"),
        longer(one, other));
  }

  private static String longer(Optional<Duration> one, Optional<Duration> other) {
    if (one.equals(other)) {
      return "";
    }
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? "only B" : "only A";
    }
    Duration more = other.get().minus(one.get());
    return minutes(more.abs()) + (more.isNegative() ? " less" : " more");
  }

  private static String minutes(Duration duration) {
    return Math.round(duration.toSeconds() / 60.0) + " min";
  }

  /** Of all zones reached, by the numbers of the zones; a zone within another counts, too. */
  private int people(RuleDoings doings, Function<Zone, Integer> population) {
    return pack.zones().stream()
        .filter(zone -> doings.zones().contains(zone.id()))
        .mapToInt(population::apply)
        .sum();
  }
}
