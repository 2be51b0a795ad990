import { describe, expect, it } from 'vitest';
import type { Danger, Unheard } from '../wire/dispatch.ts';
import type { Blind, Feed } from '../wire/hazard.ts';
import { alarmsOf, faultOf, faultSince, recovered, type Sources, unnoted } from './alarms.ts';
import { at, feedOf, gaugeOf, hazardOf } from './samples.ts';

const none: Sources = { feeds: [], gauges: [], blind: [], hazards: [], dangers: [], unheard: [] };

const grey = (id: string, since: string): Feed =>
  feedOf(id, { health: 'GREY', why: 'silent', since: at(since) });

const blind = (rule: string, since: string, ...sources: string[]): Blind => ({
  rule,
  since: at(since),
  sources,
});

const words = (sources: Partial<Sources>) =>
  alarmsOf({ ...none, ...sources }).map((a) => [a.kind, a.id, ...a.blind].join(' '));

describe('alarms', () => {
  it('are raised by what is out, not by what is well or was never heard', () => {
    expect(
      words({
        feeds: [grey('usgs', '12:10'), feedOf('ais', { health: 'GREEN' }), feedOf('gdacs')],
        gauges: [
          ['Y1', gaugeOf({ at: at('12:00'), silent: true })],
          ['Y2', gaugeOf({ at: at('12:50'), fault: 'STUCK', faultSince: at('12:30') })],
          ['RG1', gaugeOf({ at: at('12:50') })],
        ],
      }),
    ).toEqual(['gauge Y2', 'feed usgs', 'gauge Y1']);
  });

  it('name the rules that are blind because of them, and blind rules with no such source by themselves', () => {
    expect(
      words({
        gauges: [['RG3', gaugeOf({ at: at('12:00'), silent: true })]],
        blind: [blind('shallala-flash', '12:10', 'RG3'), blind('quake-shore', '12:20', 'usgs', 'emsc')],
      }),
    ).toEqual(['rule quake-shore quake-shore', 'gauge RG3 shallala-flash']);
  });

  it('put what waits for a decision first', () => {
    expect(
      words({
        feeds: [grey('usgs', '12:59')],
        hazards: [
          hazardOf('haz-1', { status: 'HELD' }),
          hazardOf('haz-2', { status: 'WITHDRAWN' }),
          hazardOf('haz-3'),
          hazardOf('haz-4', { status: 'ENDED' }),
        ],
      }),
    ).toEqual(['hazard haz-1', 'hazard haz-2', 'feed usgs']);
  });
});

const inDanger = (unit: string, zone: string, since: string, long = false): Danger => ({
  unit,
  place: { type: 'DangerPlace.Zone', zone },
  since: at(since),
  causes: ['ass-1'],
  already: false,
  long,
});

const missed = (unit: string, since: string): Unheard => ({ unit, assignment: 'asg-1', since: at(since) });

describe('crews', () => {
  it('come before all else, one alarm for each however many dangers it is in', () => {
    expect(
      words({
        feeds: [grey('usgs', '12:59')],
        hazards: [hazardOf('haz-1', { status: 'HELD' })],
        dangers: [inDanger('amb-1', 'shamiya', '12:10'), inDanger('amb-1', 'shore', '12:30')],
        unheard: [missed('resc-1', '12:20')],
      }),
    ).toEqual(['unheard resc-1', 'danger amb-1', 'hazard haz-1', 'feed usgs']);
  });

  it('are new again when they come into a further danger, and when they stay long', () => {
    const one = inDanger('amb-1', 'shamiya', '12:10');
    const known = new Set(alarmsOf({ ...none, dangers: [one] }).flatMap((a) => a.parts));
    const fresh = (...dangers: Danger[]) => unnoted(alarmsOf({ ...none, dangers }), known).length;
    expect(fresh(one)).toBe(0);
    expect(fresh(one, inDanger('amb-1', 'shore', '12:30'))).toBe(1);
    expect(fresh(inDanger('amb-1', 'shamiya', '12:10', true))).toBe(1);
    expect(fresh(inDanger('amb-1', 'shamiya', '12:40'))).toBe(1);
  });

  it('that are out of danger or heard again have recovered', () => {
    const before = alarmsOf({
      ...none,
      dangers: [inDanger('amb-1', 'shamiya', '12:10')],
      unheard: [missed('resc-1', '12:20')],
    });
    expect(recovered(before, alarmsOf(none)).map((a) => a.kind)).toEqual(['unheard', 'danger']);
  });
});

describe('what has been noted', () => {
  const gauges: Sources['gauges'] = [['RG3', gaugeOf({ at: at('12:00'), silent: true })]];
  const noted = (sources: Partial<Sources>) =>
    new Set(alarmsOf({ ...none, ...sources }).flatMap((a) => a.parts));
  const fresh = (sources: Partial<Sources>, known: ReadonlySet<string>) =>
    unnoted(alarmsOf({ ...none, ...sources }), known).map((a) => a.id);

  it('is quiet, until a rule goes blind with it', () => {
    const known = noted({ gauges });
    expect(fresh({ gauges }, known)).toEqual([]);
    expect(fresh({ gauges, blind: [blind('shallala-flash', '12:10', 'RG3')] }, known)).toEqual(['RG3']);
  });

  it('stays quiet when the rule sees again', () => {
    const known = noted({ gauges, blind: [blind('shallala-flash', '12:10', 'RG3')] });
    expect(fresh({ gauges }, known)).toEqual([]);
  });

  it('is new when the same source falls out again', () => {
    const known = noted({ feeds: [grey('usgs', '12:00')] });
    expect(fresh({ feeds: [grey('usgs', '13:00')] }, known)).toEqual(['usgs']);
  });

  it('is new when a gauge that was late falls silent', () => {
    const late = gaugeOf({ at: at('12:00'), fault: 'LATE', faultSince: at('12:00') });
    const known = noted({ gauges: [['Y1', late]] });
    expect(fresh({ gauges: [['Y1', { ...late, silent: true }]] }, known)).toEqual(['Y1']);
  });

  it('is new when a held hazard is withdrawn, not when it is revised', () => {
    const known = noted({ hazards: [hazardOf('haz-1', { status: 'HELD' })] });
    expect(fresh({ hazards: [hazardOf('haz-1', { status: 'HELD', revision: 4 })] }, known)).toEqual([]);
    expect(fresh({ hazards: [hazardOf('haz-1', { status: 'WITHDRAWN' })] }, known)).toEqual(['haz-1']);
  });
});

it('what is out no longer has recovered; a hazard has not', () => {
  const before = alarmsOf({
    ...none,
    feeds: [grey('usgs', '12:00'), grey('ais', '12:00')],
    hazards: [hazardOf('haz-1', { status: 'HELD' })],
  });
  const after = alarmsOf({ ...none, feeds: [grey('ais', '12:00')] });
  expect(recovered(before, after).map((a) => a.id)).toEqual(['usgs']);
});

describe('a gauge', () => {
  it('is silent since its last word, and at fault since its fault', () => {
    const silent = gaugeOf({ at: at('12:00'), silent: true });
    const stuck = gaugeOf({ at: at('12:50'), silent: true, fault: 'STUCK', faultSince: at('12:30') });
    const late = gaugeOf({ at: at('12:00'), fault: 'LATE', faultSince: at('12:07') });
    const lost = { ...late, silent: true };
    const well = gaugeOf({ at: at('12:00') });
    expect([silent, stuck, late, lost, well, undefined].map(faultOf)).toEqual([
      'SILENT',
      'STUCK',
      'LATE',
      'SILENT',
      undefined,
      undefined,
    ]);
    expect([silent, stuck, late, lost].map(faultSince)).toEqual(['12:00', '12:30', '12:07', '12:00'].map(at));
  });
});
