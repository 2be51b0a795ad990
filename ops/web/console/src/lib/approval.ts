import type { Revision, Role } from '../wire/alert.ts';

export interface Person {
  who: string;
  roles: readonly Role[];
}

/** Why somebody cannot agree. The names are text keys, `decision.not.<name>`. */
export type Hindrance = 'role' | 'own' | 'again' | 'approver' | 'incomplete';

/** The doubt under which nothing can be approved: a text has an open gap. */
const INCOMPLETE = 'incomplete-text';

export interface Standing {
  /** People who agree so far, the author first when he or she counts. */
  agreed: { who: string; author: boolean; at: Date | undefined }[];
  /** How many must agree in all. */
  needed: number;
  /** The next agreement, were it mine, would issue it. */
  issues: boolean;
  hindrance: Hindrance | undefined;
}

const NEEDED = { AUTOMATIC: 0, ONE_PERSON: 1, TWO_PEOPLE: 2 } as const;

/**
 * Where a pending revision stands, and what this person can do about it. The house decides; this only
 * spares people a refusal. One person: an approver. Two people: two different ones, at least one of
 * them an approver, and a person who wrote it is the first.
 */
export function standing(revision: Revision, me: Person): Standing {
  const { author, approval } = revision.message;
  const needed = NEEDED[approval];
  const writer = author.type === 'Actor.Person' ? author : undefined;
  const agreed: Standing['agreed'] = [];
  if (approval === 'TWO_PEOPLE' && writer) {
    agreed.push({ who: writer.who, author: true, at: revision.message.proposedAt });
  }
  for (const { by, at } of revision.approvals) agreed.push({ who: by, author: false, at });
  const issues = agreed.length + 1 >= needed;
  return { agreed, needed, issues, hindrance: hindrance(revision, me, issues, writer) };
}

function hindrance(
  revision: Revision,
  me: Person,
  issues: boolean,
  writer: { who: string; roles: readonly Role[] } | undefined,
): Hindrance | undefined {
  const approver = me.roles.includes('APPROVER');
  if (!approver && !me.roles.includes('OPERATOR')) return 'role';
  if (revision.message.doubts.includes(INCOMPLETE)) return 'incomplete';
  if (writer?.who === me.who && revision.message.approval !== 'ONE_PERSON') return 'own';
  if (revision.approvals.some(({ by }) => by === me.who)) return 'again';
  if (approver) return undefined;
  if (revision.message.approval === 'ONE_PERSON') return 'role';
  const authorApproves = writer?.roles.includes('APPROVER') ?? false;
  const othersUnknown = revision.approvals.length > 0;
  return issues && !authorApproves && !othersUnknown ? 'approver' : undefined;
}
