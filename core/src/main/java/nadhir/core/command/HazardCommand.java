package nadhir.core.command;

import java.time.Instant;
import java.util.Optional;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;

/** Commands for the hazard desk. */
public sealed interface HazardCommand extends Command {
  /** A person reports a hazard of any type of the site: a call, a bulletin, own eyes. */
  record OpenHazard(
      HazardTypeId hazardType,
      LatLon place,
      String source,
      Certainty certainty,
      Severity severity,
      Instant onset,
      Optional<Instant> until,
      String title)
      implements HazardCommand {}

  /** A person declares the hazard over. */
  record EndHazard(HazardId hazard, String why) implements HazardCommand {}
}
