// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heardMs, link, tellTime, wallMs } from '../state/clock.ts';
import { lane, me, site } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { form, select } from '../state/selection.ts';
import { setLanguage } from '../state/settings.ts';
import { snapshot } from '../wire/picture.ts';
import { site as readSite } from '../wire/site.ts';
import { Assessments } from './Assessments.tsx';
import { HazardCard } from './HazardCard.tsx';
import { Why } from './Why.tsx';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const HAZARD = 'haz-275';
const asked: string[] = [];
let answer: () => Response;
let root: HTMLElement;

const shown = () => root.textContent ?? '';
const rule = (id: string) => root.querySelector(`[data-rule="${id}"]`)?.textContent ?? '';
const gauge = (id: string) => root.querySelector(`[data-gauge="${id}"]`)?.textContent ?? '';

function golden<K extends 'hazard' | 'assessment'>(kind: K) {
  const { changes } = snapshot(read('../wire/golden/picture.json'), '');
  const all = changes.flatMap((c) => (c.kind === kind && c.value ? [c.value] : []));
  return all as unknown as (typeof objects)[K]['value'] extends ReadonlyMap<string, infer V> ? V[] : never;
}

const flood = () => {
  const found = golden('hazard').find((h) => h.type === 'flash-flood');
  if (!found) throw new Error('no flood in the golden picture');
  return { ...found, id: HAZARD };
};

const assessed = (rule: string, doubts: string[]) => {
  const [some] = golden('assessment');
  if (!some) throw new Error('no assessment in the golden picture');
  return { ...some, id: 'ass-1', hazard: HAZARD, rule, doubts };
};

/** Lets so many milliseconds go by. */
const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

async function open(): Promise<void> {
  await act(() => render(<Why hazard={HAZARD} />, root));
  await pass(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  answer = () => Response.json(read('../wire/golden/explanation.json'));
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return answer();
  });
  setLanguage('en');
  site.value = readSite(read('../wire/golden/site.json'), '');
  link.value = { state: 'live' };
  heardMs.value = wallMs.value;
  me.value = { who: 'vi-1', name: { en: 'V' }, roles: ['VIEWER'] };
  lane.value = 'live';
  tellTime(new Date('2026-11-20T13:10:16Z'));
  objects.hazard.value = new Map([[HAZARD, flood()]]);
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(() => {
  act(() => render(null, root));
  root.remove();
  objects.hazard.value = new Map();
  objects.assessment.value = new Map();
  objects.log.value = new Map();
  site.value = undefined;
  form.value = undefined;
  select(undefined);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the explanation', () => {
  it('is opened from the card of the hazard, by whoever is signed in', async () => {
    await act(() => render(<HazardCard hazard={flood()} />, root));
    await act(() => root.querySelector<HTMLButtonElement>('.why-open')?.click());
    expect(form.value).toEqual({ kind: 'why', hazard: HAZARD });
  });

  it('tells rules that have fired, that wait, and that have not, in that order', async () => {
    await open();
    expect(asked).toEqual([`/api/v1/lanes/live/hazards/${HAZARD}/explanation`]);
    expect([...root.querySelectorAll('[data-rule]')].map((r) => r.getAttribute('data-rule'))).toEqual([
      'wadi-yutum-flood',
      'old-rule',
      'one-of-each',
      'wadi-yutum-arrival',
      'shallala-flash',
    ]);
    expect(rule('wadi-yutum-flood')).toContain('It has fired at 15:40.');
    expect(rule('wadi-yutum-flood')).toContain('a gauge that saw the danger is silent or not believed');
    expect(rule('wadi-yutum-flood')).toContain('stage_m 2.301 >= stage_moderate 1.5');
    expect(rule('wadi-yutum-flood')).toContain('water level at the leading gauge, m');
    expect(rule('wadi-yutum-flood')).toMatch(/does not hold\s*stage_m 2.301 >= stage_major 2.5/);
    expect(rule('wadi-yutum-arrival')).toMatch(/Rule .wadi-yutum-flood., with which it belongs together/);
    expect(rule('shallala-flash')).toContain('Gauges over their threshold: 0 of 3 living; 1 are wanted.');
    expect(rule('one-of-each')).toContain('holds since 15:37; it fires at 16:12');
    expect(rule('old-rule')).toContain('The site no longer has this rule');
    expect(root.querySelector('[data-rule=shallala-flash] details[open]')).toBeNull();
  });

  it('tells what each gauge said, when, and whether it lives', async () => {
    await open();
    expect(gauge('Y1')).toContain('2.30 m · 16:00 · 10 min ago');
    expect(gauge('Y1')).toContain('at or over its threshold');
    expect(gauge('Y1')).toContain('silent or not believed');
    expect(gauge('RG1')).toContain('3 mm in 30 min');
    expect(gauge('RG1')).toContain('heard');
  });

  it('tells who closed an assessment and in which words, as long as the log has it', async () => {
    const entry = {
      seq: 900,
      at: new Date('2026-11-20T13:00:00Z'),
      actor: { type: 'Actor.Person' as const, who: 'op-7', roles: ['OPERATOR' as const] },
      cause: 900,
      event: {
        type: 'Input.Commanded',
        command: { type: 'RiskCommand.CloseAssessment', assessment: 'ass-2', why: 'Seen dry by a patrol' },
      },
    };
    objects.log.value = new Map([['900', entry]]);
    await open();
    expect(rule('one-of-each')).toContain('A person closed it at 16:00');
    expect(rule('one-of-each')).toContain('op-7: Seen dry by a patrol');
    await act(() => {
      objects.log.value = new Map();
    });
    expect(rule('one-of-each')).not.toContain('Seen dry');
  });

  it('speaks Arabic, and leaves the rule’s own text as it is written', async () => {
    setLanguage('ar');
    await open();
    expect(rule('wadi-yutum-flood')).toContain('فُعّلت في 15:40.');
    expect(rule('wadi-yutum-flood')).toContain('منسوب الماء عند المقياس المتقدم، م');
    const code = [...root.querySelectorAll('[data-rule=wadi-yutum-flood] .why-asked code')];
    expect(code.map((c) => [c.getAttribute('dir'), c.textContent])).toEqual([
      ['ltr', '(stage_m >= stage_moderate AND rise_m_per_h >= 0.5) OR stage_m >= stage_major'],
      ['ltr', 'stage_m < stage_minor'],
    ]);
    expect(shown()).not.toMatch(/\{\w+\}|undefined|NaN/);
  });

  it('is asked again when the hazard or its assessments change, and for nothing else', async () => {
    await open();
    await pass(10_000);
    expect(asked).toHaveLength(1);
    const another = { ...flood(), id: 'haz-9' };
    await act(() => {
      objects.hazard.value = new Map([...objects.hazard.value, ['haz-9', another]]);
    });
    await pass(10_000);
    expect(asked).toHaveLength(1);
    await act(() => {
      objects.hazard.value = new Map([[HAZARD, { ...flood(), revision: 99 }]]);
      objects.assessment.value = new Map([['ass-1', assessed('wadi-yutum-flood', [])]]);
    });
    await pass(10_000);
    expect(asked.length).toBeGreaterThan(1);
    const n = asked.length;
    await act(() => render(null, root));
    await pass(10_000);
    expect(asked).toHaveLength(n);
  });

  it('keeps what it was told while nobody answers, says so, and asks again', async () => {
    await open();
    answer = () => Response.json({ status: 503, reason: 'no-watch', title: 'later' }, { status: 503 });
    await act(() => {
      objects.hazard.value = new Map([[HAZARD, { ...flood(), revision: 99 }]]);
    });
    await pass(2_000);
    expect(shown()).toContain('Nobody can answer now; it is asked again. What stands below is from 16:10.');
    expect(rule('wadi-yutum-flood')).toContain('It has fired');
    answer = () => Response.json(read('../wire/golden/explanation.json'));
    await pass(6_000);
    expect(shown()).toContain('As the rules see it at 16:10');
  });

  it('says that a hazard is over', async () => {
    answer = () => Response.json({ status: 404, reason: 'unknown-hazard', title: 'none' }, { status: 404 });
    await open();
    await pass(20_000);
    expect(shown()).toContain('The hazard is over.');
    expect(asked).toHaveLength(1);
  });
});

describe('an assessment', () => {
  it('shows its doubts, and that its rule is gone', async () => {
    objects.assessment.value = new Map([['ass-1', assessed('wadi-yutum-flood', ['single-sensor'])]]);
    await act(() => render(<Assessments hazard={HAZARD} />, root));
    expect(shown()).toContain('Rests on a single sensor');
    expect(shown()).not.toContain('Its rule is gone');
    await act(() => {
      objects.assessment.value = new Map([['ass-1', assessed('removed-rule', [])]]);
    });
    expect(shown()).toContain('Its rule is gone: a person closes it');
  });
});
