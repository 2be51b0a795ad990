import { computed, signal } from '@preact/signals';
import { type DiffLine, diffLines } from '../lib/diff.ts';
import type { Mistake } from '../lib/mistakes.ts';
import { rules } from './amended.ts';
import { lane, me } from './house.ts';
import { objects } from './picture.ts';
import { pending } from './view.ts';

/** Rules that somebody writes: kept while other tabs are looked at. */
export interface RulesDraft {
  lane: string;
  yaml: string;
  /** The version of the rules that it was begun with. */
  basedOn: number;
  why: string;
  mistakes: readonly Mistake[];
}

const written = signal<RulesDraft | undefined>(undefined);

/** What is written for this lane. */
export const rulesDraft = computed(() => (written.value?.lane === lane.value ? written.value : undefined));

export function beginRules(): void {
  const now = rules.peek();
  const key = lane.peek();
  if (!now || !key) return;
  written.value = { lane: key, yaml: now.yaml, basedOn: now.version, why: '', mistakes: [] };
}

export function changeRules(change: Partial<RulesDraft>): void {
  const now = rulesDraft.peek();
  if (now) written.value = { ...now, ...change };
}

export function dropRules(): void {
  written.value = undefined;
}

/** Rules that wait for a second person, as the picture tells of them. */
export const proposedRules = computed(() => objects.rules.value.get('proposed'));

/** What the rules that wait would change; undefined until both texts are read. */
export const proposedDiff = computed<DiffLine[] | undefined>(() => {
  const known = rules.value;
  const waits = proposedRules.value;
  if (!known?.proposal || known.proposal.version !== waits?.version) return undefined;
  return diffLines(known.yaml, known.proposal.yaml);
});

/** Whether this person wrote the rules that wait: somebody else must agree. */
export const ownProposal = computed(() => proposedRules.value?.by === me.value?.who);

/** Decisions that wait: alerts, and rules. */
export const waitingCount = computed(() => pending.value.length + (proposedRules.value ? 1 : 0));
