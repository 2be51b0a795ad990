import { describe, expect, it } from 'vitest';
import type { AlertMessage, Role } from '../wire/alert.ts';
import { type Person, standing } from './approval.ts';
import { revision } from './samples.ts';

const person = (who: string, ...roles: Role[]): Person => ({ who, roles });
const operator = person('op-1', 'OPERATOR');
const approver = person('ap-1', 'APPROVER');
const both = person('bo-1', 'OPERATOR', 'APPROVER');
const viewer = person('vi-1', 'VIEWER');
const wroteBy = (p: Person): Partial<AlertMessage> => ({
  author: { type: 'Actor.Person', who: p.who, roles: [...p.roles] },
});
const agreed = (...who: string[]) => ({ approvals: who.map((by) => ({ by, at: undefined })) });

describe('two people', () => {
  it.each([
    ['proposed by a rule, nobody yet, operator', revision(), operator, false, undefined],
    ['proposed by a rule, nobody yet, approver', revision(), approver, false, undefined],
    ['the operator agreed, approver', revision(agreed('op-1')), approver, true, undefined],
    ['the operator agreed, the same again', revision(agreed('op-1')), operator, true, 'again'],
    ['written by the operator, the same', revision({}, wroteBy(operator)), operator, true, 'own'],
    ['written by the operator, approver', revision({}, wroteBy(operator)), approver, true, undefined],
    [
      'written by the operator, another operator',
      revision({}, wroteBy(operator)),
      person('op-2', 'OPERATOR'),
      true,
      'approver',
    ],
    ['written by an approver, an operator', revision({}, wroteBy(both)), operator, true, undefined],
    [
      'somebody agreed whose roles we do not know, operator',
      revision(agreed('xx-1')),
      operator,
      true,
      undefined,
    ],
    ['a viewer', revision(), viewer, false, 'role'],
    ['a dispatcher', revision(), person('di-1', 'DISPATCHER'), false, 'role'],
  ] as const)('%s', (_, r, me, issues, hindrance) => {
    const found = standing(r, me);
    expect(found.hindrance).toBe(hindrance);
    expect(found.issues).toBe(issues);
    expect(found.needed).toBe(2);
  });

  it('counts the author first', () => {
    const found = standing(revision(agreed('ap-1'), wroteBy(operator)), viewer);
    expect(found.agreed.map((a) => [a.who, a.author])).toEqual([
      ['op-1', true],
      ['ap-1', false],
    ]);
  });
});

describe('one person', () => {
  const one = { approval: 'ONE_PERSON' } as const;

  it('is an approver', () => {
    expect(standing(revision({}, one), approver)).toMatchObject({
      needed: 1,
      issues: true,
      hindrance: undefined,
    });
    expect(standing(revision({}, one), operator).hindrance).toBe('role');
    expect(standing(revision({}, { ...one, ...wroteBy(approver) }), approver).hindrance).toBeUndefined();
  });
});

it('nobody can agree to a text with open gaps', () => {
  expect(standing(revision({}, { doubts: ['missing-time', 'incomplete-text'] }), approver).hindrance).toBe(
    'incomplete',
  );
});
