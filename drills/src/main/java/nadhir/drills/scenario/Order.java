package nadhir.drills.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nadhir.core.alert.AlertMessage;
import nadhir.core.dispatch.Assignment;
import nadhir.core.geo.LatLon;
import nadhir.core.id.HazardTypeId;
import nadhir.core.id.LevelId;
import nadhir.core.id.UnitId;
import nadhir.core.id.ZoneId;
import nadhir.core.report.Certainty;
import nadhir.core.report.Severity;

/**
 * What a scripted person does. Ids of a lane are not known beforehand, so alerts are named by the
 * message they were made from, and incidents by their run card: the newest of them is meant.
 */
public sealed interface Order {
  /** Agrees to the proposed revision that triggered it. */
  record Approve() implements Order {}

  /** Rejects it. */
  record Reject(String why) implements Order {}

  /** Assigns the units that are recommended for the incident that triggered it. */
  record AssignRecommended() implements Order {}

  /** Reports the states of the assignment that triggered it, each so long after the assignment. */
  record Move(List<Step> steps) implements Order {
    public Move {
      steps = List.copyOf(steps);
    }
  }

  /** One state of an assignment, {@code after} it began. */
  record Step(Assignment.State to, Duration after) {}

  /**
   * Of each {@code outOf} institutions told, {@code count} acknowledge; which ones and when within
   * {@code within} comes from the seed.
   */
  record Acknowledge(int count, int outOf, Duration within) implements Order {
    public Acknowledge {
      if (count < 1 || outOf < count) {
        throw new IllegalArgumentException("1 or more acknowledge, and not more than are told");
      }
    }
  }

  record Propose(
      String message,
      LevelId level,
      AlertMessage.Scope scope,
      List<ZoneId> zones,
      SortedMap<String, SlotText> slots,
      Duration validFor)
      implements Order {
    public Propose {
      zones = List.copyOf(zones);
      slots = sorted(slots);
    }
  }

  /** Proposes an Update of the newest live alert made from message {@code of}. */
  record ProposeUpdate(
      String of, String message, SortedMap<String, SlotText> slots, Duration validFor)
      implements Order {
    public ProposeUpdate {
      slots = sorted(slots);
    }
  }

  /** Proposes the correction of the newest live alert made from message {@code of}. */
  record ProposeCancel(String of, String message, SortedMap<String, SlotText> slots, String note)
      implements Order {
    public ProposeCancel {
      slots = sorted(slots);
    }
  }

  record OpenHazard(
      HazardTypeId type,
      LatLon place,
      String source,
      Certainty certainty,
      Severity severity,
      Instant onset,
      Optional<Instant> until,
      String title)
      implements Order {}

  /** Declares the newest active hazard of this type over. */
  record EndHazard(HazardTypeId type, String why) implements Order {}

  record OpenIncident(HazardTypeId type, LevelId level, LatLon place, Optional<String> runCard)
      implements Order {}

  /** Closes the newest open incident with this run card. */
  record CloseIncident(String runCard, String why) implements Order {}

  record OutOfService(UnitId unit, boolean outOfService) implements Order {}

  /** Whether the visitor of an interactive drill decides this instead of the script. */
  static boolean isDecision(Order order) {
    return order instanceof Approve || order instanceof Reject;
  }

  private static SortedMap<String, SlotText> sorted(SortedMap<String, SlotText> slots) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(slots));
  }
}
