import type { Scope } from './alert.ts';
import { type Decoded, maybe, number, object, text } from './decode.ts';
import type { AssignmentState } from './dispatch.ts';
import type { Certainty, DistressKind, Severity } from './hazard.ts';
import { type Answer, laneAddress, sendJson } from './http.ts';
import type { Area, LatLon } from './place.ts';

export type SlotValue =
  | { type: 'Slot.Time'; at: string }
  | { type: 'Slot.Span'; from: string; to: string }
  | { type: 'Slot.Position'; place: LatLon }
  | { type: 'Slot.Places'; zones: string[] }
  | { type: 'Slot.Number'; value: number; decimals: number }
  | { type: 'Slot.Word'; key: string };

export type Slots = Record<string, SlotValue>;

/** The commands of the house that this console gives. Every name is sent, an empty one as null. */
export type Command =
  | {
      type: 'HazardCommand.OpenHazard';
      hazardType: string;
      place: LatLon;
      source: string;
      certainty: Certainty;
      severity: Severity;
      onset: string;
      until: string | null;
      title: string;
    }
  | {
      type: 'HazardCommand.ReportDistress';
      kind: DistressKind;
      place: LatLon;
      /** Nine digits; empty when nobody knows it. */
      mmsi: string;
      persons: number | null;
      source: string;
      at: string;
      title: string;
    }
  | { type: 'HazardCommand.ReportFelt'; place: LatLon; mmi: number; source: string; at: string }
  | { type: 'HazardCommand.ConfirmHazard'; hazard: string; why: string }
  | { type: 'HazardCommand.MergeHazards'; from: string; into: string; why: string }
  | { type: 'HazardCommand.EndHazard'; hazard: string; why: string }
  | { type: 'RiskCommand.CloseAssessment'; assessment: string; why: string }
  | {
      type: 'AlertCommand.Propose';
      hazard: string | null;
      messageKey: string;
      level: string;
      scope: Scope;
      zones: string[];
      area: Area | null;
      slots: Slots;
      validFor: string;
    }
  | { type: 'AlertCommand.Approve'; alert: string; revision: number }
  | { type: 'AlertCommand.Reject'; alert: string; revision: number; why: string }
  | { type: 'AlertCommand.ProposeUpdate'; alert: string; messageKey: string; slots: Slots; validFor: string }
  | { type: 'AlertCommand.ProposeCancel'; alert: string; messageKey: string; slots: Slots; note: string }
  | { type: 'DispatchCommand.AssignUnit'; incident: string; unit: string }
  | { type: 'DispatchCommand.MoveAssignment'; assignment: string; to: AssignmentState }
  | { type: 'DispatchCommand.SetOutOfService'; unit: string; outOfService: boolean }
  | { type: 'DispatchCommand.CloseIncident'; incident: string; why: string }
  | { type: 'DispatchCommand.FinishTask'; task: string; note: string }
  | { type: 'SiteCommand.PutZone'; zone: string; geoJson: string; basedOn: number; why: string }
  | { type: 'SiteCommand.RemoveZone'; zone: string; basedOn: number; why: string }
  | { type: 'SiteCommand.ProposeRules'; yaml: string; basedOn: number; why: string }
  | { type: 'SiteCommand.ApproveRules'; version: number }
  | { type: 'SiteCommand.RejectRules'; version: number; why: string }
  | { type: 'DrillCommand.Hold'; why: string }
  | { type: 'DrillCommand.Resume' };

const accepted = object({ seq: number, subject: maybe(text) });
export type Accepted = Decoded<typeof accepted>;

/** A fresh id for one intention of a person; a repeat of it gets the first answer. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** How often one intention is sent when no answer comes. The id stays, so nothing happens twice. */
export const TRIES = 3;

/**
 * Sends a command. When no answer comes it is sent again under the same id: the house folds ids and
 * answers a repeat with what came of the first.
 */
export async function give(lane: string, command: Command, id = newCommandId()): Promise<Answer<Accepted>> {
  const headers = { 'Idempotency-Key': id };
  let answer: Answer<Accepted> = { ok: false, why: 'away', detail: '' };
  for (let i = 0; i < TRIES; i++) {
    answer = await sendJson('POST', laneAddress(lane, 'commands'), command, accepted, headers);
    if (answer.ok || answer.why !== 'away') return answer;
  }
  return answer;
}
