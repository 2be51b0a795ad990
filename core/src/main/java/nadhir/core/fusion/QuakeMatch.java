package nadhir.core.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import nadhir.core.fusion.HazardState.Solution;
import nadhir.core.id.FeedId;
import nadhir.core.id.HazardId;
import nadhir.core.report.HazardReport;
import nadhir.core.report.HazardReport.Status;
import nadhir.core.report.Observation;

/**
 * Finds the earthquake that a solution of another network is about, by time, place and magnitude.
 *
 * <p>Two solutions of one network are two quakes: that network itself tells them apart. So the
 * solutions of one network that lie near each other are given to the hazards of the others one to
 * one, all together ({@link Assignment}). What would fit another way nearly as well stays apart
 * until an id, a revision or a further solution settles it; and what a better fitting solution
 * shows to have been put together wrongly comes apart again. Solutions that ids or a person put
 * together are left alone.
 */
final class QuakeMatch {
  /**
   * Another way must be less likely than the best by this factor, or nothing is decided. Ours, by
   * trial on swarms of real weeks: at it, no solution there ends with another quake.
   */
  static final double SURE = StrictMath.log(4);

  /** A solution stays where it is until it differs by so much more than would have let it in. */
  static final double SLACK = 2;

  private final Hazards hazards;
  private final Solutions solutions;

  QuakeMatch(Hazards hazards, Solutions solutions) {
    this.hazards = hazards;
    this.solutions = solutions;
  }

  /** A solution of the network in question. */
  private record Candidate(HazardReport report, Optional<HazardId> own) {}

  /**
   * @param own the hazard that it belongs to now
   */
  Plan place(HazardReport report, Optional<HazardId> own) {
    if (report.place().isEmpty() || report.status() != Status.ACTUAL) {
      return own.map(Plan::home).orElse(Plan.APART);
    }
    List<HazardId> near = hazardsNear(report, own);
    if (near.isEmpty()) {
      return Plan.APART;
    }
    List<HazardReport> rivals = rivals(report, near);
    near = withThoseOf(rivals, near);
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(report, own.filter(near::contains)));
    for (HazardReport r : rivals) {
      candidates.add(new Candidate(r, home(r).filter(near::contains)));
    }
    near = withoutOccupied(near, candidates, report.feed());
    return near.isEmpty() ? Plan.APART : plan(candidates, near);
  }

  /**
   * What settles this report can settle where a rival belongs, who waits between two hazards: the
   * hazards near the rivals are looked at, too.
   */
  private List<HazardId> withThoseOf(List<HazardReport> rivals, List<HazardId> near) {
    Set<HazardId> all = new LinkedHashSet<>(near);
    rivals.forEach(r -> all.addAll(hazardsNear(r, home(r))));
    return all.stream().limit(Assignment.MAX).toList();
  }

  private Optional<HazardId> home(HazardReport report) {
    return solutions.find(report.id()).flatMap(Solution::hazard);
  }

  /** Open hazards in which another network has a solution that fits, the best fitting first. */
  private List<HazardId> hazardsNear(HazardReport report, Optional<HazardId> own) {
    Map<HazardId, Double> least = new HashMap<>();
    for (Solution s : solutions.around(report, Closeness.FURTHEST)) {
      if (!s.report().feed().equals(report.feed()) && isOpen(s) && speaks(s)) {
        HazardId hazard = s.hazard().orElseThrow();
        double slack = own.filter(hazard::equals).isPresent() ? SLACK : 1;
        Closeness.cost(s.report(), report, slack)
            .ifPresent(cost -> least.merge(hazard, cost, StrictMath::min));
      }
    }
    return least.entrySet().stream()
        .sorted(
            Map.Entry.<HazardId, Double>comparingByValue().thenComparing(e -> e.getKey().value()))
        .limit(Assignment.MAX)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isOpen(Solution s) {
    return s.report().observation() instanceof Observation.Quake
        && s.hazard().filter(hazards::isOpen).isPresent();
  }

  /**
   * What was taken back still tells where and when, as long as nobody else does: another network
   * may hold on to it.
   */
  private boolean speaks(Solution s) {
    return s.report().status() == Status.ACTUAL
        || solutions.of(s.hazard().orElseThrow()).stream()
            .noneMatch(r -> r.status() == Status.ACTUAL);
  }

  /** The network's other solutions that belong, or could belong, to one of these hazards. */
  private List<HazardReport> rivals(HazardReport report, List<HazardId> near) {
    return solutions.around(report, Closeness.FURTHEST.multipliedBy(2)).stream()
        .filter(s -> s.report().feed().equals(report.feed()))
        .filter(s -> !s.report().id().equals(report.id()))
        .filter(s -> !s.pinned() && isOpen(s) && s.report().status() == Status.ACTUAL)
        .filter(s -> s.hazard().filter(near::contains).isPresent() || isFree(s, near))
        .map(Solution::report)
        .sorted(
            Comparator.<HazardReport, Boolean>comparing(
                    r -> !home(r).filter(near::contains).isPresent())
                .thenComparing(r -> apartMillis(r, report))
                .thenComparing(HazardReport::id))
        .limit(Assignment.MAX - 1L)
        .toList();
  }

  /** Alone until now, and within the bounds of one of these hazards. */
  private boolean isFree(Solution s, List<HazardId> near) {
    var candidate = new Candidate(s.report(), Optional.empty());
    return solutions.of(s.hazard().orElseThrow()).stream()
            .allMatch(r -> r.feed().equals(s.report().feed()))
        && near.stream().anyMatch(h -> cost(candidate, h).isPresent());
  }

  private static long apartMillis(HazardReport a, HazardReport b) {
    return StrictMath.abs(a.occurredAt().toEpochMilli() - b.occurredAt().toEpochMilli());
  }

  /** Not those in which the network has a solution that cannot be moved. */
  private List<HazardId> withoutOccupied(
      List<HazardId> near, List<Candidate> candidates, FeedId feed) {
    var movable = candidates.stream().map(c -> c.report().id()).toList();
    return near.stream()
        .filter(
            h ->
                solutions.of(h).stream()
                    .filter(r -> r.feed().equals(feed) && r.status() == Status.ACTUAL)
                    .allMatch(r -> movable.contains(r.id())))
        .toList();
  }

  private OptionalDouble cost(Candidate c, HazardId hazard) {
    double slack = c.own().filter(hazard::equals).isPresent() ? SLACK : 1;
    return solutions.all(hazard).stream()
        .filter(s -> !s.report().feed().equals(c.report().feed()) && speaks(s))
        .map(s -> Closeness.cost(s.report(), c.report(), slack))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  private Plan plan(List<Candidate> candidates, List<HazardId> near) {
    double[][] costs = new double[candidates.size()][near.size()];
    for (int c = 0; c < candidates.size(); c++) {
      for (int h = 0; h < near.size(); h++) {
        costs[c][h] = cost(candidates.get(c), near.get(h)).orElse(Double.POSITIVE_INFINITY);
      }
    }
    var assignment = new Assignment(costs);
    int[] now = candidates.stream().mapToInt(c -> index(near, c)).toArray();
    int[] then = now.clone();
    for (int c = 0; c < then.length; c++) {
      if (assignment.of(c) != now[c] && assignment.regret(c) >= SURE) {
        then[c] = assignment.of(c);
      }
    }
    settle(now, then);
    List<Plan.Move> moves = new ArrayList<>();
    for (int c = 1; c < then.length; c++) {
      if (then[c] != now[c]) {
        moves.add(new Plan.Move(candidates.get(c).report().id(), hazard(near, then[c])));
      }
    }
    return new Plan(hazard(near, then[0]), moves);
  }

  private static int index(List<HazardId> near, Candidate c) {
    return c.own().map(near::indexOf).orElse(Assignment.ALONE);
  }

  private static Optional<HazardId> hazard(List<HazardId> near, int index) {
    return index == Assignment.ALONE ? Optional.empty() : Optional.of(near.get(index));
  }

  /**
   * Takes back each step to where another stays; and all of them where two would have to open a
   * hazard at once, which one entry cannot do.
   */
  private static void settle(int[] now, int[] then) {
    for (int round = 0; round < now.length; round++) {
      for (int a = 0; a < then.length; a++) {
        for (int b = 0; b < then.length; b++) {
          if (a != b && then[a] == then[b] && then[a] != now[a] && then[a] != Assignment.ALONE) {
            then[a] = now[a];
          }
        }
      }
    }
    int opening = then[0] == Assignment.ALONE ? 1 : 0;
    for (int c = 1; c < then.length; c++) {
      opening += then[c] == Assignment.ALONE && now[c] != Assignment.ALONE ? 1 : 0;
    }
    if (opening > 1) {
      System.arraycopy(now, 0, then, 0, now.length);
    }
  }
}
