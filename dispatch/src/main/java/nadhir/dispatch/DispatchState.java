package nadhir.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadhir.core.desk.DeskState;
import nadhir.core.dispatch.Assignment;
import nadhir.core.dispatch.DangerPlace;
import nadhir.core.dispatch.Incident;
import nadhir.core.dispatch.Recommendation;
import nadhir.core.dispatch.Task;
import nadhir.core.dispatch.UnitState;
import nadhir.core.geo.Area;
import nadhir.core.geo.LatLon;
import nadhir.core.id.AlertId;
import nadhir.core.id.AssessmentId;
import nadhir.core.id.HazardId;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;

/**
 * The dispatch desk's whole state.
 *
 * @param units by unit id
 * @param incidents oldest first; of closed ones the newest {@link #MAX_CLOSED}
 * @param hazards those not ended, by id
 * @param tasks oldest first; of done ones the newest {@link #MAX_CLOSED}
 * @param proposed revisions of alerts that reach beyond the border and are not issued yet
 * @param heard the last word of each unit that gave one, by unit
 * @param dangers what names places as dangerous, by cause
 * @param drafted revisions of alerts that are not issued yet
 * @param stays units in danger, by unit and place
 */
public record DispatchState(
    List<UnitState> units,
    List<IncidentFile> incidents,
    List<HazardPlace> hazards,
    List<Task> tasks,
    List<Beyond> proposed,
    List<Heard> heard,
    List<Danger> dangers,
    List<Drafted> drafted,
    List<Stay> stays)
    implements DeskState {
  /** So many closed incidents are kept; the journal has the others. */
  public static final int MAX_CLOSED = 100;

  public DispatchState {
    units = List.copyOf(units);
    incidents = List.copyOf(incidents);
    hazards = List.copyOf(hazards);
    tasks = List.copyOf(tasks);
    proposed = List.copyOf(proposed);
    heard = List.copyOf(heard);
    dangers = List.copyOf(dangers);
    drafted = List.copyOf(drafted);
    stays = List.copyOf(stays);
  }

  /**
   * The last word of a unit.
   *
   * @param first it was the only one so far
   * @param silent nothing was heard for long since
   * @param unheard that was said, since it had an assignment
   */
  public record Heard(
      UnitId unit,
      LatLon place,
      List<ZoneId> zones,
      Instant seenAt,
      boolean first,
      boolean silent,
      boolean unheard) {
    public Heard {
      zones = List.copyOf(zones);
    }

    Heard with(boolean isSilent, boolean isUnheard) {
      return new Heard(unit, place, zones, seenAt, first, isSilent, isUnheard);
    }
  }

  /**
   * An assessment in force or a living alert, of a level that is a danger for units.
   *
   * @param cause its id
   * @param revision of it
   * @param zones sorted
   * @param drawn the area, where it names no zone
   */
  public record Danger(String cause, int revision, List<ZoneId> zones, Optional<Area> drawn) {
    public Danger {
      zones = List.copyOf(zones);
    }
  }

  /**
   * A revision of an alert that waits to be issued.
   *
   * @param over it will say that the danger is past, or never was, or is none for units
   * @param drawn the area, where it names no zone
   */
  public record Drafted(
      AlertId alert, int revision, boolean over, List<ZoneId> zones, Optional<Area> drawn) {
    public Drafted {
      zones = List.copyOf(zones);
    }
  }

  /** A unit in a dangerous place; {@code isLong} once that was said. */
  public record Stay(UnitId unit, DangerPlace place, Instant since, boolean isLong) {}

  /** A revision of an alert whose danger reaches these neighbours. */
  public record Beyond(AlertId alert, int revision, List<String> neighbours) {
    public Beyond {
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * One incident with all that belongs to it.
   *
   * @param causes the assessments that it answers, first come first
   * @param recommended as last told
   * @param unmetNeeds as last told, a need once for each unit that is missing
   */
  public record IncidentFile(
      Incident incident,
      List<Cause> causes,
      List<Assignment> assignments,
      List<Recommendation> recommended,
      List<String> unmetNeeds) {
    public IncidentFile {
      causes = List.copyOf(causes);
      assignments = List.copyOf(assignments);
      recommended = List.copyOf(recommended);
      unmetNeeds = List.copyOf(unmetNeeds);
    }

    boolean isOpen() {
      return incident.closedAt().isEmpty();
    }
  }

  /** What one assessment says of an incident. */
  public record Cause(AssessmentId assessment, LevelId level, List<ZoneId> zones) {
    public Cause {
      zones = List.copyOf(zones);
    }
  }

  /**
   * Where a hazard is.
   *
   * @param hitsThere whether units are to go to that place; an earthquake begins and a flood is
   *     measured elsewhere than they hit
   */
  public record HazardPlace(
      HazardId hazard, HazardTypeId type, Optional<LatLon> place, boolean hitsThere) {}
}
