import type { Level } from '@nadhir/kit';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../wire/hazard.ts';
import {
  bar,
  current,
  decisions,
  headline,
  inForce,
  noteBeyondExercise,
  typeName,
  withoutMarks,
} from './alerts.ts';
import { alertOf, at, revision } from './samples.ts';
import { cityLevel, zoneLevels } from './zone-levels.ts';

const issued = { state: 'ISSUED', issuedAt: at('12:47') } as const;

describe('decisions that wait', () => {
  it('come most severe first, then oldest', () => {
    const mild = { ...revision().message.cap, severity: 'MODERATE' } as const;
    const alerts = [
      alertOf('late', revision({}, { proposedAt: at('13:00') })),
      alertOf('mild', revision({}, { cap: mild, proposedAt: at('11:00') })),
      alertOf('early', revision({}, { proposedAt: at('12:00') })),
      alertOf('out', revision(issued)),
    ];
    expect(decisions(alerts).map((p) => p.alert.id)).toEqual(['early', 'late', 'mild']);
  });

  it('include an update that waits while its alert is in force', () => {
    const alert = alertOf('a', revision(issued), revision({}, { revision: 2, type: 'UPDATE' }));
    expect(decisions([alert])).toHaveLength(1);
    expect(current(alert)?.message.revision).toBe(1);
    expect(inForce(alert, at('13:00'))?.message.revision).toBe(1);
  });
});

describe('an alert in force', () => {
  const past = { ...revision().message.cap, urgency: 'PAST' } as const;

  it.each([
    ['issued', alertOf('a', revision(issued)), true],
    ['waiting', alertOf('a', revision()), false],
    ['at its end', alertOf('a', revision(issued, { expiresAt: at('13:00') })), false],
    [
      'corrected',
      alertOf('a', revision({ ...issued, state: 'SUPERSEDED' }), revision(issued, { type: 'CANCEL' })),
      false,
    ],
    [
      'over',
      alertOf(
        'a',
        revision({ ...issued, state: 'SUPERSEDED' }),
        revision(issued, { type: 'UPDATE', cap: past }),
      ),
      false,
    ],
    ['said afterwards of what is past', alertOf('a', revision(issued, { cap: past })), true],
  ])('%s: %s', (_, alert, expected) => {
    expect(inForce(alert, at('13:00')) !== undefined).toBe(expected);
  });

  it('is called by what it does', () => {
    expect(typeName(revision({}, { type: 'CANCEL', cap: past }))).toBe('CANCEL');
    expect(typeName(revision({}, { type: 'UPDATE', cap: past }))).toBe('allClear');
    expect(typeName(revision())).toBe('ALERT');
  });

  it('has its headline in the language, else in English', () => {
    expect(headline(revision(), 'ar')).toBe('إخلاء فوري');
    expect(headline(revision(), 'de')).toBe('Leave now');
  });
});

describe('a headline in a list', () => {
  it.each([
    ['EXERCISE. Leave now. EXERCISE', 'Leave now'],
    ['تمرين. إخلاء فوري. تمرين', 'إخلاء فوري'],
    ['Leave now', 'Leave now'],
    ['EXERCISE at the port', 'EXERCISE at the port'],
  ])('%s reads %s', (whole, short) => {
    expect(withoutMarks(whole)).toBe(short);
  });
});

describe('a delivery bar', () => {
  it('has a part for each state that is not empty, and they fill it', () => {
    const { total, parts } = bar({
      channel: 'SMS',
      queued: 0,
      sending: 5,
      sent: 15,
      delivered: 75,
      failed: 3,
      unknown: 0,
      expired: 0,
      suppressed: 2,
    });
    expect(total).toBe(100);
    expect(parts.map((p) => p.state)).toEqual(['delivered', 'sent', 'sending', 'failed', 'suppressed']);
    expect(parts.reduce((sum, p) => sum + p.share, 0)).toBeCloseTo(1);
  });

  it('is empty when nobody is told', () => {
    const none = {
      queued: 0,
      sending: 0,
      sent: 0,
      delivered: 0,
      failed: 0,
      unknown: 0,
      expired: 0,
      suppressed: 0,
    };
    expect(bar({ channel: 'PUSH', ...none })).toEqual({ total: 0, parts: [] });
  });
});

describe('levels of zones', () => {
  const levels: Level[] = ['green', 'yellow', 'orange', 'red'].map((id, rank) => ({
    id,
    rank,
    colour: '',
    name: {},
  }));
  const assessed = (id: string, level: string, ...zones: string[]) =>
    ({ id, level, zones: zones.map((zone) => ({ zone })) }) as unknown as Assessment;

  it('take the worst, and at equal level the furthest stage', () => {
    const alerts = [
      alertOf('waits', revision({}, { zones: ['shamiya', 'airport'], level: 'red' })),
      alertOf('out', revision(issued, { zones: ['old-town'], level: 'yellow' })),
    ];
    const found = zoneLevels(
      levels,
      [assessed('ass-1', 'red', 'shamiya', 'durra'), assessed('ass-2', 'orange', 'old-town')],
      alerts,
      at('13:00'),
    );
    const told = Object.fromEntries([...found].map(([zone, z]) => [zone, `${z.level.id} ${z.stage}`]));
    expect(told).toEqual({
      shamiya: 'red pending',
      durra: 'red assessed',
      airport: 'red pending',
      'old-town': 'orange assessed',
    });
    expect(found.get('shamiya')?.because).toEqual(['ass-1', 'waits']);
    expect(cityLevel(levels, found)?.id).toBe('red');
  });

  it('fall with an all-clear or a correction, though the assessment still stands', () => {
    const past = { ...revision().message.cap, urgency: 'PAST' } as const;
    const over = alertOf(
      'a',
      revision({ ...issued, state: 'SUPERSEDED' }),
      revision(issued, { revision: 2, type: 'UPDATE', cap: past, assessment: undefined }),
    );
    const stands = [assessed('ass-19', 'red', 'shamiya'), assessed('ass-20', 'yellow', 'shamiya')];
    const found = zoneLevels(levels, stands, [over], at('13:00'));
    expect(found.get('shamiya')?.level.id).toBe('yellow');
  });

  it('do not rise by a correction that waits', () => {
    const alert = alertOf(
      'c',
      revision({ ...issued, state: 'SUPERSEDED' }),
      revision({}, { type: 'CANCEL' }),
    );
    expect(zoneLevels(levels, [], [alert], at('13:00')).size).toBe(0);
    expect(cityLevel(levels, new Map())).toBeUndefined();
  });
});

describe('a note', () => {
  it.each([
    ['Exercise friday-evening-1', ''],
    ['Exercise friday. Sent in error: the gauge was shaken', 'Sent in error: the gauge was shaken'],
    ['Sent in error: an exercise was meant', 'Sent in error: an exercise was meant'],
  ])('“%s” says beyond the exercise “%s”', (note, beyond) => {
    expect(noteBeyondExercise(note)).toBe(beyond);
  });
});
