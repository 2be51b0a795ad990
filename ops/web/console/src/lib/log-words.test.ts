import { entryOf, type Gaps, type Key, keyOr, type Language, translate } from '@nadhir/kit';
import { describe, expect, it } from 'vitest';
import { logEntry } from '../wire/picture.ts';
import { isMinor, logWords, type Names, toneOf } from './log-words.ts';

function names(language: Language): Names {
  const text = (key: string, gaps?: Gaps) => translate(entryOf(key as Key), language, gaps);
  return {
    text,
    textOr: (key, plain, gaps) => (keyOr(key, 'log.none') === 'log.none' ? plain : text(key, gaps)),
    words: (value) => (value as Record<string, string>)[language] ?? '',
    zones: (ids) => ids.join('+'),
    unit: (id) => `<${id}>`,
    person: (ref) => `<${ref}>`,
    level: (id) => id.toUpperCase(),
    hazardType: (id) => id,
    hazard: () => '',
    incident: () => '',
    headline: (alert, revision) => `${alert}/${revision}`,
    rule: (id) => `<${id}>`,
    gauge: (id) => id,
    source: (id) => id,
    neighbour: (id) => id,
    dangerPlace: (place) => ('zone' in place ? place.zone : place.alert),
    clock: (at) => at.toISOString().slice(11, 16),
  };
}

const entry = (event: unknown, actor: unknown = { type: 'Actor.House', part: 'alert' }) =>
  logEntry({ seq: 7, at: '2026-11-20T12:47:00Z', actor, cause: 7, event }, '');

const person = { type: 'Actor.Person', who: 'op-1', roles: ['OPERATOR'] };

describe('the log in words', () => {
  it.each([
    [
      { type: 'HazardEvent.Opened', hazard: { id: 'haz-1', type: 'flash-flood' } },
      'Hazard opened: flash-flood',
    ],
    [
      { type: 'HazardEvent.GaugeSilent', gauge: 'Y1', lastAt: '2026-11-20T13:10:00Z' },
      'Gauge Y1 is silent since 13:10',
    ],
    [
      {
        type: 'HazardEvent.GaugeFaulty',
        gauge: 'Y2',
        fault: 'STUCK',
        since: '2026-11-20T12:40:00Z',
        detail: '0.62 m',
      },
      'Gauge Y2 is not believed: stuck, since 12:40',
    ],
    [
      { type: 'HazardEvent.Quarantined', report: { feed: 'usgs' }, reason: 'in-the-future' },
      'Report of usgs held back: dated in the future',
    ],
    [
      { type: 'HazardEvent.Quarantined', report: { feed: 'usgs' }, reason: 'full-moon' },
      'Report of usgs held back: full-moon',
    ],
    [
      { type: 'HazardEvent.Told', report: { feed: 'people', title: 'VHF 16: taking water' } },
      'Reported by a person: VHF 16: taking water',
    ],
    [
      { type: 'RiskEvent.Blind', rule: 'shallala-flash', sources: ['RG3', 'usgs'], since: '' },
      'Rule <shallala-flash> is blind: RG3, usgs',
    ],
    [{ type: 'RiskEvent.Sighted', rule: 'shallala-flash', at: '' }, 'Rule <shallala-flash> sees again'],
    [
      { type: 'Input.FeedHealthChanged', feed: 'usgs', health: 'GREY', why: 'silent', detail: 'x' },
      'Source usgs: out. connected, but nothing is heard',
    ],
    [
      { type: 'Input.FeedHealthChanged', feed: 'usgs', health: 'GREY', why: 'asleep', detail: 'HTTP 500' },
      'Source usgs: out. HTTP 500',
    ],
    [
      { type: 'Input.FeedHealthChanged', feed: 'usgs', health: 'GREEN', why: '', detail: 'recorded input' },
      'Source usgs: as expected.',
    ],
    [
      {
        type: 'Input.GaugeDoubted',
        feed: 'gauges',
        fault: { gauge: 'Y1', fault: 'SENTINEL', at: '' },
        detail: '',
      },
      'Gauge Y1 sent something unusable: sends no value',
    ],
    [
      {
        type: 'RiskEvent.Assessed',
        assessment: { level: 'red', rule: 'r', zones: [{ zone: 'a' }, { zone: 'b' }] },
      },
      'RED for a+b by rule r',
    ],
    [
      { type: 'RiskEvent.Assessed', assessment: { level: 'red', rule: 'r', hazard: 'haz-1' } },
      'RED for haz-1 by rule r',
    ],
    [
      { type: 'RiskEvent.Cleared', assessment: 'asm-1', why: 'condition over' },
      'Assessment over: its condition holds no more.',
    ],
    [
      { type: 'RiskEvent.Cleared', assessment: 'asm-1', why: 'hazard over: its-time-is-over' },
      'Assessment over: the hazard is over. Its time is over.',
    ],
    [
      { type: 'RiskEvent.Cleared', assessment: 'asm-1', why: 'closed by a person: Patrol says dry.' },
      'Assessment over: closed by a person. Patrol says dry.',
    ],
    [
      { type: 'AlertEvent.Approved', alert: 'alert-2', revision: 1, by: 'ap-1', at: '' },
      '<ap-1> approved: alert-2/1',
    ],
    [
      {
        type: 'AlertEvent.Delivered',
        alert: 'a',
        revision: 1,
        audience: { people: 1200, institutions: 3, partners: 0 },
      },
      '1,203 told: a/1',
    ],
    [
      { type: 'DispatchEvent.AssignmentMoved', assignment: { unit: 'u1', state: 'EN_ROUTE' } },
      '<u1>: en route',
    ],
    [
      { type: 'DispatchEvent.Recommended', incident: 'inc-1', units: [{ unit: 'u1' }] },
      '1 unit recommended: <u1>',
    ],
    [
      { type: 'WatchEvent.Refused', reason: 'own-proposal', detail: 'x' },
      'Refused: You wrote it yourself. Somebody else must agree.',
    ],
    [{ type: 'WatchEvent.Refused', reason: 'full-moon', detail: 'Not tonight.' }, 'Refused: Not tonight.'],
    [{ type: 'DrillEvent.Injected', index: 0, story: { en: 'Rain.', ar: 'مطر.' } }, 'Rain.'],
    [{ type: 'MoodEvent.Changed' }, 'Entry of kind MoodEvent.Changed'],
    [{ type: 'AlertEvent.Painted', alert: 'a' }, 'Entry of kind AlertEvent.Painted'],
  ])('%j', (event, expected) => {
    expect(logWords(entry(event), names('en'))).toBe(expected);
  });

  it('names who ordered', () => {
    const ordered = entry(
      { type: 'Input.Commanded', id: 'c', command: { type: 'AlertCommand.Approve' } },
      person,
    );
    expect(logWords(ordered, names('en'))).toBe('Order of <op-1>: approve');
    expect(isMinor(ordered)).toBe(true);
  });

  it('says the same in Arabic', () => {
    const silent = entry({ type: 'HazardEvent.GaugeSilent', gauge: 'Y1', lastAt: '2026-11-20T13:10:00Z' });
    expect(logWords(silent, names('ar'))).toBe('المقياس Y1 صامت منذ 13:10');
    expect(toneOf(silent)).toBe('bad');
    expect(isMinor(silent)).toBe(false);
  });
});
