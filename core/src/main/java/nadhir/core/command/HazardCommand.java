package nadhir.core.command;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Observation;
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

  /**
   * A call of distress at sea, typed by whoever took it: voice, DSC, satellite.
   *
   * @param mmsi empty when nobody knows it
   * @param source who told it: {@code Aqaba Port Control, VHF 16}
   * @param at when the call came
   */
  record ReportDistress(
      Observation.DistressKind kind,
      LatLon place,
      String mmsi,
      OptionalInt persons,
      String source,
      Instant at,
      String title)
      implements HazardCommand {}

  /**
   * People felt the ground shake.
   *
   * @param mmi how strongly, on the modified Mercalli scale, as asked from the caller
   */
  record ReportFelt(LatLon place, double mmi, String source, Instant at) implements HazardCommand {}

  /** A person believes a hazard that is held or that its source took back. */
  record ConfirmHazard(HazardId hazard, String why) implements HazardCommand {}

  /**
   * A person sees that two hazards are one: what stands behind {@code from} stands behind {@code
   * into} from now on, whatever the sources say later, and {@code from} ends.
   */
  record MergeHazards(HazardId from, HazardId into, String why) implements HazardCommand {}

  /** A person declares the hazard over. */
  record EndHazard(HazardId hazard, String why) implements HazardCommand {}
}
