package nadhir.geofence.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nadhir.core.event.Entry;
import nadhir.core.hazard.Hazard;
import nadhir.core.hazard.HazardDetail;
import nadhir.core.id.HazardId;
import nadhir.core.id.RuleId;
import nadhir.core.site.SiteInfo;
import nadhir.geofence.desk.RiskState.Firing;
import nadhir.geofence.engine.RuleEngine;
import nadhir.geofence.impact.Impacts;
import nadhir.geofence.rule.Rule;

/** Looks at one hazard at one moment: works out its scene, and asks the rules about it. */
final class Assessing {
  private final Impacts impacts;
  private final Zones zones;
  private final Families families;
  private final RuleEngine engine;
  private final RiskMemory memory;
  private final RiskDesk.View view;
  private final Waits waits;
  private final Opening opening;
  private final Following following;

  Assessing(
      SiteInfo site,
      Impacts impacts,
      Zones zones,
      Families families,
      RuleEngine engine,
      Counting counting,
      RiskMemory memory,
      RiskDesk.View view) {
    this.impacts = impacts;
    this.zones = zones;
    this.families = families;
    this.engine = engine;
    this.memory = memory;
    this.view = view;
    this.waits = new Waits(memory);
    var draft = new Draft(zones);
    this.opening = new Opening(site, families, draft, memory, waits, counting);
    this.following = new Following(families, zones, draft, memory, waits, counting);
  }

  /**
   * A hazard that is held or was withdrawn fires nothing, and what it has fired stays as it is: a
   * person decides.
   */
  void assess(Entry entry, Hazard hazard, Consequences events) {
    if (hazard.status() != Hazard.Status.ACTIVE) {
      return;
    }
    Scene scene = scene(hazard, entry.at());
    Map<RuleId, Firing> firings = new HashMap<>();
    memory.firings(hazard.id()).forEach(firing -> firings.putIfAbsent(firing.family(), firing));
    for (RuleId family : families.about(hazard.type(), concerned(scene, firings))) {
      Optional<Firing> firing = Optional.ofNullable(firings.get(family));
      if (firing.isPresent()) {
        following.followUp(firing.get(), scene, events);
      } else {
        opening.fire(family, scene, events);
      }
    }
  }

  /**
   * The families that something can come of: one of their rules holds somewhere, has fired, or has
   * held before. Of thousands these are few.
   */
  private Set<RuleId> concerned(Scene scene, Map<RuleId, Firing> firings) {
    Set<RuleId> concerned = new HashSet<>(firings.keySet());
    scene.verdicts().rules().forEach(rule -> concerned.add(families.of(rule)));
    for (WaitKey key : memory.holding()) {
      switch (key) {
        case WaitKey.ToFire(var rule, var hazard, _) when hazard.equals(scene.hazard().id()) ->
            concerned.add(families.of(rule));
        case WaitKey.ToFire _, WaitKey.ToClear _ -> {}
      }
    }
    return concerned;
  }

  /** The floods among them, for which something else than themselves has changed. */
  void assessFloods(Entry entry, Predicate<HazardDetail.Flood> which, Consequences events) {
    for (Hazard hazard : memory.hazards()) {
      if (hazard.detail() instanceof HazardDetail.Flood flood && which.test(flood)) {
        assess(entry, hazard, events);
      }
    }
  }

  /** Wake-ups of rules that the site no longer has: nobody waits for them. */
  void dropUnwanted(Hazard hazard, Consequences events) {
    memory.holding().stream()
        .filter(key -> key.hazard().equals(hazard.id()) && !isWanted(key, hazard))
        .forEach(key -> waits.drop(key, events));
  }

  private boolean isWanted(WaitKey key, Hazard hazard) {
    return switch (key) {
      case WaitKey.ToFire(var rule, _, _) ->
          rulesAbout(hazard).stream().anyMatch(known -> known.id().equals(rule));
      case WaitKey.ToClear(var assessment, _, _, _) ->
          abandoned(hazard).stream().noneMatch(f -> f.latest().id().equals(assessment));
    };
  }

  /** What each rule about an open hazard makes of it, and why. */
  List<Explanation> explain(Hazard hazard, Instant at) {
    List<Explanation> told = new ArrayList<>();
    Scene scene = scene(hazard, at);
    for (Rule rule : rulesAbout(hazard)) {
      told.add(Explainer.explain(rule, scene, zones, memory, firing(rule, hazard.id())));
    }
    abandoned(hazard).forEach(firing -> told.add(Explainer.explain(firing, scene, memory)));
    return told;
  }

  private Scene scene(Hazard hazard, Instant at) {
    return view.of(Scene.of(hazard, at, impacts, engine, memory));
  }

  private List<Rule> rulesAbout(Hazard hazard) {
    return families.about(hazard.type()).stream()
        .flatMap(family -> families.members(family).stream())
        .filter(rule -> rule.hazard().equals(hazard.type()))
        .toList();
  }

  /** Living firings of rules that the site no longer has for such a hazard: they are not let go. */
  private List<Firing> abandoned(Hazard hazard) {
    List<RuleId> known = families.about(hazard.type());
    return memory.firings(hazard.id()).stream()
        .filter(
            firing ->
                !known.contains(firing.family())
                    || !families.isMember(firing.latest().rule(), firing.family()))
        .toList();
  }

  private Optional<Firing> firing(Rule rule, HazardId hazard) {
    return memory.firing(families.of(rule.id()), hazard);
  }
}
