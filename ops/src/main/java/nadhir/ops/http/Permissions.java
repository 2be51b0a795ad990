package nadhir.ops.http;

import static nadhir.core.lane.Role.APPROVER;
import static nadhir.core.lane.Role.COORDINATOR;
import static nadhir.core.lane.Role.DISPATCHER;
import static nadhir.core.lane.Role.OPERATOR;

import java.util.EnumSet;
import nadhir.core.command.AlertCommand;
import nadhir.core.command.Command;
import nadhir.core.command.DispatchCommand;
import nadhir.core.command.DrillCommand;
import nadhir.core.command.HazardCommand;
import nadhir.core.command.RiskCommand;
import nadhir.core.command.SiteCommand;
import nadhir.core.lane.Role;

/**
 * Which roles may give which command; one of them is enough. Reading needs a session only. The
 * desks look at the person again: who has approved already, whose own proposal it is.
 */
final class Permissions {
  private Permissions() {}

  static EnumSet<Role> of(Command command) {
    return switch (command) {
      case HazardCommand.OpenHazard _,
          HazardCommand.ReportDistress _,
          HazardCommand.ReportFelt _,
          HazardCommand.ConfirmHazard _,
          HazardCommand.MergeHazards _,
          HazardCommand.EndHazard _ ->
          EnumSet.of(OPERATOR);
      case RiskCommand.CloseAssessment _ -> EnumSet.of(OPERATOR);
      case AlertCommand.Propose _, AlertCommand.ProposeUpdate _ -> EnumSet.of(OPERATOR);
      case AlertCommand.ProposeCancel _,
          AlertCommand.Approve _,
          AlertCommand.Reject _,
          AlertCommand.Acknowledge _ ->
          EnumSet.of(OPERATOR, APPROVER);
      case DispatchCommand.OpenIncident _, DispatchCommand.FinishTask _ ->
          EnumSet.of(DISPATCHER, OPERATOR);
      case DispatchCommand.AssignUnit _,
          DispatchCommand.MoveAssignment _,
          DispatchCommand.SetOutOfService _,
          DispatchCommand.CloseIncident _ ->
          EnumSet.of(DISPATCHER);
      case DrillCommand.Start _,
          DrillCommand.PlayInject _,
          DrillCommand.Hold _,
          DrillCommand.Resume _,
          DrillCommand.Finish _ ->
          EnumSet.of(COORDINATOR);
      case SiteCommand.PutZone _,
          SiteCommand.RemoveZone _,
          SiteCommand.ProposeRules _,
          SiteCommand.RejectRules _ ->
          EnumSet.of(OPERATOR, APPROVER);
      case SiteCommand.ApproveRules _ -> EnumSet.of(APPROVER);
    };
  }
}
