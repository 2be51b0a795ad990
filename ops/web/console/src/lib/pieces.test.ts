import { describe, expect, it } from 'vitest';
import type { Assignment, Incident, UnitState } from '../wire/dispatch.ts';
import type { SandboxMessage } from '../wire/sandbox.ts';
import type { SiteMessage } from '../wire/site.ts';
import { boards, nextState, unitGroups, unitStates } from './board.ts';
import { type Box, declutter } from './declutter.ts';
import { drillState } from './drill.ts';
import { freshness, laneNow, stands } from './freshness.ts';
import { scaleTop, sparkline, stageOf, trend } from './gauge.ts';
import { bearingDeg, boundsOf, distanceM, labelPlace, polygonsOf, positionText, towards } from './geo.ts';
import { fits, noFilter, phonesOf, textsOf } from './phones.ts';
import { at, gaugeOf } from './samples.ts';
import { filled, gapsOfMessage, preview, purpose } from './slots.ts';

describe('geometry', () => {
  const aqaba = { latDeg: 29.5319, lonDeg: 35.0056 };
  const source1995 = { latDeg: 28.826, lonDeg: 34.799 };

  it('knows the distance of the 1995 earthquake', () => {
    expect(distanceM(source1995, { latDeg: 29.5265, lonDeg: 35.005 }) / 1000).toBeCloseTo(80.4, 0);
  });

  it('goes there and back', () => {
    const there = towards(aqaba, 70, 5000);
    expect(distanceM(aqaba, there)).toBeCloseTo(5000, 3);
    expect(bearingDeg(aqaba, there)).toBeCloseTo(70, 1);
    expect(bearingDeg(there, aqaba)).toBeCloseTo(250, 0);
  });

  it('draws circles closed and longitude first', () => {
    const [[ring] = []] = polygonsOf({ polygons: [], circles: [{ centre: aqaba, radiusM: 1000 }] });
    expect(ring).toHaveLength(49);
    expect(ring?.[0]).toEqual(ring?.at(-1));
    expect(ring?.[0]?.[0]).toBeCloseTo(35.0056, 3);
  });

  it('puts a label in the middle of the largest part', () => {
    const square = (x: number, y: number, s: number): [number, number][] => [
      [x, y],
      [x + s, y],
      [x + s, y + s],
      [x, y + s],
      [x, y],
    ];
    const [lon, lat] = labelPlace([[square(0, 0, 1)], [square(10, 10, 4)]]);
    expect([lon, lat]).toEqual([12, 12]);
  });

  it('bounds places', () => {
    expect(
      boundsOf([
        [35, 29],
        [34, 30],
      ]),
    ).toEqual([34, 29, 35, 30]);
    expect(boundsOf([])).toBeUndefined();
  });

  it('writes positions as officers read them', () => {
    expect(positionText({ latDeg: 29.47, lonDeg: 34.969 })).toBe('29.4700 N 34.9690 E');
    expect(positionText({ latDeg: -1.5, lonDeg: -2 })).toBe('1.5000 S 2.0000 W');
  });
});

describe('labels', () => {
  const label = (id: string, x: number, priority: number, shifts: number[] = []) => ({
    id,
    x,
    y: 50,
    width: 40,
    height: 12,
    priority,
    shifts,
  });
  const shown = (labels: ReturnType<typeof label>[], obstacles: Box[] = []) => [
    ...declutter(labels, obstacles, 200, 100),
  ];

  it('never cover each other; the more important one stays', () => {
    expect(shown([label('a', 50, 1), label('b', 60, 2), label('c', 120, 0)])).toEqual([
      ['b', 0],
      ['c', 0],
    ]);
  });

  it('move aside as far as they may', () => {
    expect(shown([label('a', 50, 1, [18, -18]), label('b', 60, 2)])).toEqual([
      ['b', 0],
      ['a', 18],
    ]);
  });

  it('give way to marks', () => {
    const mark = { x: 50, y: 55, width: 30, height: 30 };
    expect(shown([label('a', 50, 9, [18, -30])], [mark])).toEqual([['a', -30]]);
    expect(shown([label('a', 50, 9)], [mark])).toEqual([]);
  });

  it('outside the view take no room', () => {
    expect(shown([label('a', -5, 9), label('b', 10, 1)])).toEqual([['b', 0]]);
  });

  it('of one rank are chosen the same way each time', () => {
    const both = [label('z', 50, 1), label('a', 55, 1)];
    expect(shown(both)).toEqual([['a', 0]]);
    expect(shown(both.toReversed())).toEqual([['a', 0]]);
  });
});

describe('a gauge', () => {
  const stages = { actionM: 0.8, minorM: 1, moderateM: 1.5, majorM: 2.5 };

  it.each([
    [0.79, 'none'],
    [0.8, 'action'],
    [1.2, 'minor'],
    [1.5, 'moderate'],
    [2.5, 'major'],
  ] as const)('at %d m is %s', (m, name) => {
    expect(stageOf(m, stages)).toBe(name);
  });

  it('has a scale that holds the water', () => {
    expect(scaleTop(stages)).toBeCloseTo(3);
    expect(scaleTop(stages, 5)).toBeCloseTo(6);
  });

  it('rises, falls, stands', () => {
    expect([4, -0.2, 0.01, undefined].map(trend)).toEqual(['rise', 'fall', 'steady', undefined]);
  });

  it('draws its series from start to end', () => {
    const state = gaugeOf({ stageM: 1, riseMPerH: 0 });
    expect(
      sparkline(
        {
          ...state,
          series: [
            [at('12:00'), 0],
            [at('12:30'), 1],
            [at('13:00'), 9],
          ],
        },
        100,
        10,
        2,
      ),
    ).toBe('0.0,10.0 50.0,5.0 100.0,0.0');
    expect(sparkline({ ...state, series: [[at('12:00'), 0]] }, 100, 10, 2)).toBe('');
  });
});

describe('a drill', () => {
  const drill = {
    scenario: 'x',
    from: undefined,
    to: undefined,
    interactive: true,
    finishedAt: undefined,
    held: undefined,
    injects: [],
  };

  it('waits for a person only when it is interactive and its clock stands', () => {
    expect(drillState(drill, 1, true)).toBe('waits');
    // The scripted first of two has still to agree: time goes on until then.
    expect(drillState(drill, 1, false)).toBe('running');
    expect(drillState(drill, 0, true)).toBe('running');
    expect(drillState({ ...drill, interactive: false }, 1, true)).toBe('running');
    expect(drillState({ ...drill, held: '' }, 1, false)).toBe('held');
    expect(drillState({ ...drill, finishedAt: at('13:00') }, 1, true)).toBe('finished');
  });
});

describe('trust in the picture', () => {
  it.each([
    [0, true, 'fresh'],
    [11_999, true, 'fresh'],
    [12_000, true, 'late'],
    [20_000, true, 'stale'],
    [100, false, 'late'],
    [20_000, false, 'stale'],
  ] as const)('after %i ms, connected %s: %s', (ms, connected, expected) => {
    expect(freshness(ms, connected)).toBe(expected);
  });

  it('takes a clock that missed one tick for a running one', () => {
    expect([0, 1100, 2400, 2500].map(stands)).toEqual([false, false, false, true]);
  });

  it('runs the live clock on, and leaves a drill’s where it is', () => {
    expect(laneNow(at('12:00'), 1000, 4000, false).toISOString()).toBe('2026-11-20T12:00:03.000Z');
    expect(laneNow(at('12:00'), 1000, 4000, true)).toEqual(at('12:00'));
    expect(laneNow(at('12:00'), 4000, 1000, false)).toEqual(at('12:00'));
  });
});

describe('the board', () => {
  const place = { latDeg: 29.5, lonDeg: 35 };
  const incident = (id: string, opened: string): Incident => ({
    id,
    type: 'flash-flood',
    hazard: undefined,
    assessment: undefined,
    level: 'red',
    place,
    zones: [],
    runCard: undefined,
    openedAt: at(opened),
    closedAt: undefined,
    why: undefined,
  });
  const sent = (unit: string, incidentId: string, state: Assignment['state']): Assignment => ({
    id: `asg-${unit}`,
    incident: incidentId,
    unit,
    state,
    assignedAt: at('12:40'),
    enRouteAt: undefined,
    onSceneAt: undefined,
    clearAt: undefined,
  });
  const state = (unit: string, status: UnitState['status']): UnitState => ({
    unit,
    status,
    place,
    assignment: undefined,
    seenAt: undefined,
  });
  const advice = (...units: string[]) => ({
    incident: 'i1',
    units: units.map((unit) => ({ unit, need: 'rescue', distanceM: 1000, eta: 'PT5M' })),
    unmetNeeds: ['hazmat'],
  });

  it('recommends who is free and not there yet', () => {
    const [board] = boards(
      [incident('i1', '12:30')],
      [sent('u1', 'i1', 'EN_ROUTE'), sent('u4', 'i1', 'CLEAR')],
      new Map([['i1', advice('u1', 'u2', 'u3', 'u4')]]),
      new Map([
        ['u2', state('u2', 'ON_SCENE')],
        ['u4', state('u4', 'AVAILABLE')],
      ]),
    );
    expect(board?.recommended.map((r) => r.unit)).toEqual(['u3', 'u4']);
    expect(board?.unmetNeeds).toEqual(['hazmat']);
  });

  it('shows the newest incident first', () => {
    const order = boards([incident('a', '12:00'), incident('b', '13:00')], [], new Map(), new Map());
    expect(order.map((b) => b.incident.id)).toEqual(['b', 'a']);
  });

  it('moves an assignment forward only, and ends', () => {
    expect([nextState('ASSIGNED'), nextState('EN_ROUTE'), nextState('ON_SCENE'), nextState('CLEAR')]).toEqual(
      ['EN_ROUTE', 'ON_SCENE', 'CLEAR', undefined],
    );
  });

  it('groups units at one place, free ones apart from busy ones', () => {
    const there = { latDeg: 29.6, lonDeg: 35.1 };
    const groups = unitGroups([
      state('u1', 'AVAILABLE'),
      state('u2', 'ASSIGNED'),
      state('u3', 'ON_SCENE'),
      state('u4', 'OUT_OF_SERVICE'),
      { ...state('u5', 'EN_ROUTE'), place: there },
    ]);
    expect(groups.map((g) => g.map((u) => u.unit).join(' '))).toEqual(['u1', 'u3 u2', 'u5']);
  });

  it('puts a unit that was never moved at its base', () => {
    const unit = { id: 'u1', name: {}, agency: 'a', kind: 'k', skills: [], base: place, crew: 3 };
    expect(unitStates([unit], new Map())).toEqual([
      { unit: 'u1', status: 'AVAILABLE', place, assignment: undefined },
    ]);
    expect(
      unitStates(
        [unit],
        new Map([
          ['u1', state('u1', 'ON_SCENE')],
          ['u9', state('u9', 'AVAILABLE')],
        ]),
      ).map((s) => [s.unit, s.status]),
    ).toEqual([
      ['u1', 'ON_SCENE'],
      ['u9', 'AVAILABLE'],
    ]);
  });
});

describe('phones', () => {
  const sms = (to: string, hhmm: string, text: string, language = 'ar'): SandboxMessage => ({
    at: at(hhmm),
    channel: 'SMS',
    to,
    language,
    text,
    title: '',
    state: 'delivered',
  });
  const all = [sms('+9991', '12:00', 'a'), sms('+9992', '12:05', 'b', 'en'), sms('+9991', '12:10', 'b')];

  it('keep their messages oldest first, the last one told on top', () => {
    expect(phonesOf(all).map((p) => [p.to, ...p.messages.map((m) => m.text)])).toEqual([
      ['+9991', 'a', 'b'],
      ['+9992', 'b'],
    ]);
  });

  it('are counted by text', () => {
    expect(textsOf(all).map((t) => [t.text, t.n])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
  });

  it('are filtered by language, text and words', () => {
    const count = (change: object) => all.filter((m) => fits(m, { ...noFilter, ...change })).length;
    expect([
      count({}),
      count({ language: 'en' }),
      count({ text: 'b' }),
      count({ words: '9992' }),
      count({ channel: 'PUSH' }),
    ]).toEqual([3, 1, 2, 1, 0]);
  });
});

describe('gaps of a message', () => {
  const of = (text: string, gaps?: SiteMessage['gaps']): SiteMessage => ({
    key: 'k',
    cap: undefined,
    scope: undefined,
    audience: undefined,
    validFor: undefined,
    gaps,
    kind: 'ALERT',
    exerciseOnly: false,
    choices: {},
    wordings: { en: { headline: text, sms: text, instruction: '' } },
  });
  const print = {
    time: (iso: string) => iso.slice(11, 16),
    span: (from: string, to: string) => `${from.slice(11, 16)} to ${to.slice(11, 16)}`,
    places: (zones: string[]) => zones.join(' and '),
    position: positionText,
    word: (key: string) => `<${key}>`,
  };

  it('are taken from the texts when the house does not list them', () => {
    const choices = { what: ['fire', 'smoke'] };
    const text =
      'At {time} in {places}, {word:road}, {time}, {word:what}, {span.from} to {span.to}, {sent}, {number:people}';
    expect(gapsOfMessage({ ...of(text), choices })).toEqual([
      { name: 'time', kind: 'time' },
      { name: 'places', kind: 'places' },
      { name: 'what', kind: 'word' },
      { name: 'span', kind: 'span' },
      { name: 'people', kind: 'number' },
    ]);
    expect(gapsOfMessage(of('{time}', [{ name: 'n', kind: 'number' }]))).toEqual([
      { name: 'n', kind: 'number' },
    ]);
  });

  it('belong to a message whose purpose its name tells when the house does not', () => {
    const told = (key: string) => purpose({ ...of(''), key, kind: undefined });
    expect([
      told('flood-shallala-correction'),
      told('correction'),
      told('shore-all-clear'),
      told('manual'),
    ]).toEqual(['CORRECTION', 'CORRECTION', 'ALL_CLEAR', 'ALERT']);
    expect(purpose({ ...of(''), key: 'correction', kind: 'ALERT' })).toBe('ALERT');
  });

  it('are filled in a preview, open ones shown', () => {
    const slots = {
      time: { type: 'Slot.Time', at: '2026-11-20T14:30:00Z' },
      span: { type: 'Slot.Span', from: '2026-11-20T14:00:00Z', to: '2026-11-20T15:00:00Z' },
      what: { type: 'Slot.Word', key: 'smoke' },
      places: undefined,
    } as const;
    expect(preview('{word:what} at {time} in {places}: {word:road}', slots, print)).toBe(
      '<smoke> at 14:30 in ___: <road>',
    );
    expect(preview('{span}, from {span.from} till {span.to}', slots, print)).toBe(
      '14:00 to 15:00, from 14:00 till 15:00',
    );
    expect(filled({ time: slots.time, places: undefined })).toEqual({ time: slots.time });
  });
});
