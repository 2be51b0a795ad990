package nadhir.core.amend;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.desk.DeskState;
import nadhir.core.id.PersonRef;
import nadhir.core.id.ZoneId;

/**
 * What differs from the site pack.
 *
 * @param zones the latest change of each changed zone, by the zone's id
 * @param rules the rules in force; empty for those of the site pack
 * @param proposal rules that wait for a second person
 */
public record SiteState(
    SortedMap<String, ZoneAmendment> zones, Optional<Rules> rules, Optional<Proposal> proposal)
    implements DeskState {
  /** The site as its pack has it. */
  public static final SiteState AS_PACKED =
      new SiteState(new TreeMap<>(), Optional.empty(), Optional.empty());

  public SiteState {
    zones = Collections.unmodifiableSortedMap(new TreeMap<>(zones));
  }

  /**
   * @param geoJson the Feature; empty for a zone that was removed
   */
  public record ZoneAmendment(int version, Optional<String> geoJson) {}

  public record Rules(int version, String yaml) {}

  public record Proposal(int version, String yaml, PersonRef by, String why) {}

  /** 0 for a zone that is as packed. */
  public int zoneVersion(ZoneId zone) {
    return Optional.ofNullable(zones.get(zone.value())).map(ZoneAmendment::version).orElse(0);
  }

  /** 0 for those of the pack. */
  public int rulesVersion() {
    return rules.map(Rules::version).orElse(0);
  }

  public SiteState withZone(String zone, ZoneAmendment amendment) {
    SortedMap<String, ZoneAmendment> changed = new TreeMap<>(zones);
    changed.put(zone, amendment);
    return new SiteState(changed, rules, proposal);
  }

  SiteState withRules(Rules inForce) {
    return new SiteState(zones, Optional.of(inForce), Optional.empty());
  }

  SiteState withProposal(Optional<Proposal> waiting) {
    return new SiteState(zones, rules, waiting);
  }
}
