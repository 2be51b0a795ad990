package nadhir.ops.site;

import java.util.List;
import nadhir.core.fusion.HazardDesk;
import nadhir.core.watch.Desks;
import nadhir.drills.play.Trial;
import nadhir.drills.scenario.Scenario;
import nadhir.drills.warning.Observed;
import nadhir.drills.warning.RuleScore;
import nadhir.drills.warning.Verification;
import nadhir.geofence.desk.RiskDesk;
import nadhir.geofence.rule.Rule;

/**
 * What rules would have done with a recording.
 *
 * @param rules that were tried, in the order of their file
 */
public record RuleTrial(Scenario scenario, List<Rule> rules, Trial.Result result) {
  public RuleTrial {
    rules = List.copyOf(rules);
  }

  /** Plays the recording into the desks of hazards and risks, with {@code rules} in force. */
  public static RuleTrial of(SitePack pack, List<Rule> rules, Scenario scenario) {
    var desks =
        new Desks(
            List.of(
                new HazardDesk(pack.info(), pack.gauges(), pack.feeds()),
                new RiskDesk(
                    pack.info(), pack.gauges(), pack.zones(), rules, pack.feeds(), pack.models())));
    return new RuleTrial(
        scenario, rules, Trial.of(scenario, desks, new ShipLookouts(pack.zones())));
  }

  /** How good each rule's warnings were. */
  public List<RuleScore> scores(Observed observed) {
    return Verification.of(
        rules.stream().map(r -> new Verification.Rule(r.id(), r.hazard())).toList(),
        result.entries(),
        observed.in(result.entries()),
        observed.horizon());
  }
}
