// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alertOf, at, revision } from '../lib/samples.ts';
import { unitMarks } from '../map/picture-marks.ts';
import { passages, positions, seaLeftOut, seaTracks } from '../state/around.ts';
import { tellTime } from '../state/clock.ts';
import { lane } from '../state/house.ts';
import { loaded, objects } from '../state/picture.ts';
import { setLanguage, setShowUnits } from '../state/settings.ts';
import type { Track } from '../wire/around.ts';
import type { Danger, UnitState } from '../wire/dispatch.ts';
import type { Zone } from '../wire/zones.ts';
import { ShipsToCall, ZoneShips } from './ShipsInside.tsx';
import { Units } from './Units.tsx';

let root: HTMLElement;

const unit = (id: string, over: Partial<UnitState> = {}): UnitState => ({
  unit: id,
  status: 'ON_SCENE',
  place: { latDeg: 29.56, lonDeg: 35.03 },
  assignment: 'asg-1',
  seenAt: undefined,
  ...over,
});

const danger = (over: Partial<Danger> = {}): Danger => ({
  unit: 'amb-1',
  place: { type: 'DangerPlace.Zone', zone: 'shamiya' },
  since: at('12:40'),
  causes: ['gone-1'],
  already: true,
  long: false,
  ...over,
});

const ship = (mmsi: string, latDeg: number, over: Partial<Track> = {}): Track => ({
  mmsi,
  feed: 'ais',
  kind: 'CLASS_A',
  name: `SHIP ${mmsi.slice(-1)}`,
  place: { latDeg, lonDeg: 35.03 },
  courseDeg: undefined,
  speedMps: 0,
  headingDeg: undefined,
  navStatus: 1,
  shipType: 70,
  heardAt: at('12:59'),
  doubt: 'NONE',
  distress: false,
  zones: [],
  ...over,
});

const show = (what: preact.ComponentChild) => act(() => render(what, root));
const text = () => (root.textContent ?? '').replaceAll(/\s+/g, ' ');

beforeEach(() => {
  setLanguage('en');
  setShowUnits(true);
  lane.value = 'live';
  loaded.value = true;
  tellTime(at('13:00'));
  objects.unit.value = new Map([
    ['amb-1', unit('amb-1')],
    ['amb-2', unit('amb-2', { status: 'AVAILABLE', assignment: undefined })],
  ]);
  objects.alert.value = new Map([
    ['alert-21', alertOf('alert-21', revision({ state: 'ISSUED', issuedAt: at('12:47') }))],
  ]);
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
  for (const kind of ['unit', 'alert', 'danger', 'unheard'] as const) objects[kind].value = new Map();
  positions.value = new Map();
  seaTracks.value = undefined;
  seaLeftOut.value = 0;
  passages.value = undefined;
  loaded.value = false;
});

describe('a unit in danger', () => {
  it('stands before the folded list, with where, since when and how it came', async () => {
    objects.danger.value = new Map([['1', danger()]]);
    await show(<Units />);
    expect(text()).toContain('In danger: shamiya since 12:40 (20 min) · was there already');
    expect(text()).not.toContain('amb-2');
  });

  it('is asked about when it stays, and names the alert whose area was drawn', async () => {
    const place = { type: 'DangerPlace.Drawn', alert: 'alert-21' } as const;
    objects.danger.value = new Map([['1', danger({ place, causes: ['alert-21'], long: true })]]);
    await show(<Units />);
    expect(text()).toContain('In danger: drawn area of “Leave now”');
    expect(text()).toContain('Long: ask why');
    expect(text()).not.toContain('Because of');
  });

  it('names what made it dangerous, as far as that is there still', async () => {
    objects.danger.value = new Map([['1', danger({ causes: ['gone-1', 'alert-21'] })]]);
    await show(<Units />);
    expect(text()).toContain('Because of: Leave now');
  });

  it('has its own mark with a sign, also when units are switched off', () => {
    objects.danger.value = new Map([['1', danger()]]);
    expect(unitMarks.value.map((m) => m.id)).toEqual(['unit:amb-1', 'unit:amb-2']);
    setShowUnits(false);
    const [mark, ...rest] = unitMarks.value;
    expect(rest).toEqual([]);
    const made = mark?.make();
    expect(made?.className).toContain('is-danger');
    expect(made?.querySelector('.mark-corner')).toBeTruthy();
    expect(made?.title).toContain('In danger: shamiya');
  });
});

it('a unit that is missed says so, and since when', async () => {
  objects.unheard.value = new Map([['amb-1', { unit: 'amb-1', assignment: 'asg-1', since: at('12:45') }]]);
  await show(<Units />);
  expect(text()).toContain('On an assignment and not heard since 12:45 (15 min)');
});

it('a unit stands where its device says, and points to where it drives', () => {
  const position = {
    unit: 'amb-1',
    place: { latDeg: 29.6, lonDeg: 35.1 },
    at: at('13:00'),
    accuracyM: 9,
    speedMps: 10,
    headingDeg: 93,
    zones: [],
    silent: false,
  };
  positions.value = new Map([['amb-1', position]]);
  const mark = unitMarks.value.find((m) => m.id === 'unit:amb-1');
  expect(mark?.at).toEqual([35.1, 29.6]);
  const arrow = mark?.make().querySelector<HTMLElement>('.mark-heading');
  expect(arrow?.style.getPropertyValue('--turn')).toBe('90deg');
});

describe('ships in the area of an alert', () => {
  const area = { polygons: [], circles: [{ centre: { latDeg: 29.56, lonDeg: 35.03 }, radiusM: 900 }] };

  it('are to be called by name and number; buoys and who is outside are not', async () => {
    seaTracks.value = [
      ship('438000001', 29.56),
      ship('438000002', 29.6),
      ship('994380003', 29.56, { kind: 'AID' }),
    ];
    await show(<ShipsToCall area={area} />);
    expect(text()).toContain('To be called by radio: 1 ship inside');
    expect(text()).toContain('SHIP 1 ship · MMSI 438000001');
    expect(text()).not.toContain('SHIP 2');
  });

  it('are not spoken of where there are none', async () => {
    seaTracks.value = [];
    await show(<ShipsToCall area={area} />);
    expect(text()).toBe('');
  });

  it('are said to be more than are listed when the answer left some out', async () => {
    seaTracks.value = [];
    seaLeftOut.value = 40;
    await show(<ShipsToCall area={area} />);
    expect(text()).toContain('40 were left out and may be inside');
  });
});

describe('a zone at sea', () => {
  const zone = { id: 'port', kind: 'port' } as Zone;

  it('lists who is in it and who passed it', async () => {
    seaTracks.value = [ship('438000001', 29.56, { zones: ['port'] }), ship('438000002', 29.56)];
    const passage = { mmsi: '438000001', feed: 'ais', name: 'SHIP 1', zone: 'port', at: at('12:50') };
    passages.value = {
      zone: 'port',
      told: [
        { ...passage, what: 'LEFT', stayed: 'PT12M', already: false, unheard: true },
        { ...passage, what: 'ENTERED', stayed: undefined, already: true, unheard: false },
      ],
    };
    await show(<ZoneShips zone={zone} />);
    expect(text()).toContain('1 ship inside SHIP 1');
    expect(text()).toContain('12:50 SHIP 1 not heard any more, after 12 min');
    expect(text()).toContain('12:50 SHIP 1 was inside when first heard');
  });

  it('says that none is heard, and when nobody listens', async () => {
    seaTracks.value = [];
    await show(<ZoneShips zone={zone} />);
    expect(text()).toContain('No ship is heard inside');
    await act(() => {
      seaTracks.value = undefined;
    });
    expect(text()).toContain('Nobody listens to the ships now');
  });
});
