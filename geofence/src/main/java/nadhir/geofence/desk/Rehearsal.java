package nadhir.geofence.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadhir.core.event.Entry;
import nadhir.core.event.Event;
import nadhir.core.event.HazardEvent;
import nadhir.core.event.Input;
import nadhir.core.event.RiskEvent;
import nadhir.core.event.WatchEvent;
import nadhir.core.hazard.Hazard;
import nadhir.core.lane.Actor;
import nadhir.core.pack.SiteHead;
import nadhir.core.risk.ApprovalPolicy;
import nadhir.core.risk.Assessment;
import nadhir.core.site.Zone;
import nadhir.geofence.rule.Rule;
import nadhir.geofence.rule.RuleBook;
import nadhir.geofence.rule.Sample;
import nadhir.geofence.rule.Sample.Expectation;

/**
 * Runs the samples of a rule file: each plays to a risk desk of its own that knows one rule, on a
 * day of no meaning, with what it is given in the place of what would be known.
 */
public final class Rehearsal {
  /** Any day will do; rules ask for the hour only. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static final LocalTime USUALLY_AT = LocalTime.NOON;

  private final SiteHead site;
  private final List<Zone> zones;

  public Rehearsal(SiteHead site, List<Zone> zones) {
    this.site = site;
    this.zones = List.copyOf(zones);
  }

  /**
   * What came of one sample.
   *
   * @param steps as far as it was played: to its end, or to the first step that went wrong
   */
  public record Played(Sample sample, List<Step> steps) {
    public Played {
      steps = List.copyOf(steps);
    }

    public boolean isRight() {
      return steps.stream().allMatch(Step::isRight);
    }
  }

  /**
   * @param why the rule did so, line by line
   */
  public record Step(Sample.Step step, Expectation did, List<String> why) {
    public Step {
      why = List.copyOf(why);
    }

    public boolean isRight() {
      return step.expect() == did;
    }
  }

  /** All samples in the order of the file. */
  public List<Played> play(RuleBook book) {
    return book.samples().stream()
        .map(
            sample ->
                new Play(
                        book.rules().stream()
                            .filter(rule -> rule.id().equals(sample.rule()))
                            .findFirst()
                            .orElseThrow())
                    .play(sample))
        .toList();
  }

  /** One sample while it is played. */
  private final class Play {
    private final Rule rule;
    private final GivenScene scene;
    private final RiskDesk desk;
    private final List<WatchEvent.WakeUpAsked> asked = new ArrayList<>();
    private final List<Event> since = new ArrayList<>();
    private long seq;

    Play(Rule rule) {
      this.rule = rule;
      this.scene = new GivenScene(site, zones, rule);
      this.desk =
          new RiskDesk(
              site.info(), site.gauges(), zones, List.of(rule), site.feeds(), site.models(), scene);
    }

    Played play(Sample sample) {
      List<Step> steps = new ArrayList<>();
      Sample.Given given = sample.steps().getFirst().given();
      Instant now =
          given.at().orElse(USUALLY_AT).atDate(DAY).atZone(site.info().timeZone()).toInstant();
      for (Sample.Step step : sample.steps()) {
        since.clear();
        now = now.plus(step.after());
        wake(now.minusNanos(1));
        given = steps.isEmpty() ? given : step.given().after(given);
        Hazard hazard = scene.give(given, now, steps.size() + 1);
        take(
            now,
            steps.isEmpty() ? new HazardEvent.Opened(hazard) : new HazardEvent.Revised(hazard));
        wake(now);
        List<String> why =
            desk.explain(hazard.id(), now).orElseThrow().stream()
                .flatMap(e -> e.lines().stream())
                .toList();
        steps.add(new Step(step, did(), why));
        if (!steps.getLast().isRight()) {
          break;
        }
      }
      return new Played(sample, steps);
    }

    private void wake(Instant until) {
      Optional<WatchEvent.WakeUpAsked> next = next(until);
      while (next.isPresent()) {
        take(next.get().due(), new Input.Woken(next.get().desk(), next.get().key()));
        next = next(until);
      }
    }

    private Optional<WatchEvent.WakeUpAsked> next(Instant until) {
      return asked.stream()
          .filter(wake -> !wake.due().isAfter(until))
          .min(Comparator.comparing(WatchEvent.WakeUpAsked::due));
    }

    private void take(Instant at, Event event) {
      seq++;
      var entry = new Entry(seq, at, new Actor.House("sample"), seq, event);
      desk.fold(entry);
      since.add(event);
      follow(event);
      desk.react(entry).forEach(next -> take(at, next));
    }

    private void follow(Event event) {
      switch (event) {
        case WatchEvent.WakeUpAsked wake -> {
          forget(wake.key());
          asked.add(wake);
        }
        case WatchEvent.WakeUpDropped(_, var key) -> forget(key);
        case Input.Woken(_, var key) -> forget(key);
        default -> {
          // nothing of a wake-up
        }
      }
    }

    private void forget(String key) {
      asked.removeIf(wake -> wake.key().equals(key));
    }

    /** What the rule did since the step before. */
    private Expectation did() {
      for (Event event : since.reversed()) {
        if (event instanceof RiskEvent.Assessed(var assessment)) {
          return asWished(assessment) ? Expectation.FIRES : Expectation.PROPOSES;
        }
        if (event instanceof RiskEvent.Cleared) {
          return Expectation.CLEARS;
        }
      }
      RiskState state = desk.snapshot();
      if (!state.firings().isEmpty()) {
        return Expectation.STAYS;
      }
      return state.held().isEmpty() ? Expectation.QUIET : Expectation.WAITS;
    }

    /** By the rule's own policy for this, and without a doubt that is not the rule's own. */
    private boolean asWished(Assessment assessment) {
      ApprovalPolicy mildest = rule.approval().mildest();
      return assessment.approval().compareTo(mildest) <= 0
          && rule.doubts().containsAll(assessment.doubts());
    }
  }
}
