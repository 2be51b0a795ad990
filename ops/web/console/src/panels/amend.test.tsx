// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at } from '../lib/samples.ts';
import { cornersIn, emptyShape, moveCorner } from '../lib/shape.ts';
import { rules } from '../state/amended.ts';
import { heardMs, link, wallMs } from '../state/clock.ts';
import { lane, me, site, zones } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { dropRules } from '../state/rules.ts';
import { drawing, form, offered, openForm, select } from '../state/selection.ts';
import { setLanguage } from '../state/settings.ts';
import { site as readSite } from '../wire/site.ts';
import { zones as readZones } from '../wire/zones.ts';
import { Rules } from './Rules.tsx';
import { RulesDecision } from './RulesDecision.tsx';
import { drawnShape } from './ShapeField.tsx';
import { ZoneForm } from './ZoneForm.tsx';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
/** What is sent here is in the file that the Java tests hold against the contract. */
const golden = read('../wire/golden/commands.json') as unknown[];

interface Sent {
  path: string;
  body: { type?: string } & Record<string, unknown>;
}
let sent: Sent[] = [];
let answers: Record<string, () => Response> = {};
let now = 0;
let root: HTMLElement;

const ring = [
  [34.99, 29.51],
  [34.995, 29.51],
  [34.995, 29.515],
  [34.99, 29.51],
];
const properties = {
  id: 'old-quay',
  name_ar: 'الرصيف القديم',
  name_en: 'Old quay',
  kind: 'port',
  tags: {},
  population_day: 40,
  population_night: 0,
  provenance: 'drawn by hand',
};
const quay = (version: number, outline = ring) => ({
  type: 'Feature',
  id: 'old-quay',
  version,
  properties,
  geometry: { type: 'MultiPolygon', coordinates: [[outline]] },
});

const first = { polygon: 0, ring: 0, corner: 0 };

const shown = () => root.textContent ?? '';
const commands = () => sent.filter((s) => s.path.endsWith('/commands')).map((s) => s.body);
const refusal = (reason: string, detail: string) => () =>
  Response.json({ title: 'Refused', status: 409, reason, detail }, { status: 409 });
const checked =
  (mistakes: string[], repair: unknown = null) =>
  () =>
    Response.json({ mistakes: mistakes.map((text) => ({ text, key: null, gaps: {} })), repair });

async function press(words: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find((b) => b.textContent?.includes(words));
  if (!button) throw new Error(`no button "${words}" in: ${shown()}`);
  await act(async () => {
    if (button.type === 'submit') button.form?.requestSubmit(button);
    else button.click();
  });
  await act(async () => {
    for (let i = 0; i < 12; i++) await Promise.resolve();
  });
}

async function write(css: string, value: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>(css);
  if (!field) throw new Error(`no field ${css} in: ${shown()}`);
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(() => {
  sent = [];
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  answers = {
    check: checked([]),
    commands: () => Response.json({ seq: 1, subject: null }),
    zones: () => Response.json({ type: 'FeatureCollection', features: [quay(0)] }),
    rules: () => Response.json({ version: 0, yaml: '', proposal: null }),
  };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push({ path, body: init.body ? JSON.parse(String(init.body)) : {} });
    const name = path.split('/').at(-1) ?? '';
    return answers[name]?.() ?? new Response('', { status: 404 });
  });
  setLanguage('en');
  site.value = readSite(read('../wire/golden/site.json'), '');
  zones.value = readZones({ type: 'FeatureCollection', features: [quay(0)] }, '');
  link.value = { state: 'live' };
  heardMs.value = wallMs.value;
  me.value = { who: 'op-1', name: { en: 'A' }, roles: ['OPERATOR'] };
  lane.value = 'live';
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(() => {
  act(() => render(null, root));
  root.remove();
  objects.zone.value = new Map();
  objects.rules.value = new Map();
  rules.value = undefined;
  zones.value = [];
  site.value = undefined;
  dropRules();
  openForm(undefined);
  select(undefined);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const showZone = async (id: string | undefined) => {
  openForm(id ? { kind: 'zone', zone: id } : { kind: 'zone' });
  await act(() => render(<ZoneForm id={id} />, root));
};

describe('a zone that is edited', () => {
  it('is looked at by the house, then sent with its reason and the version it began with', async () => {
    await showZone('old-quay');
    await press('Save');
    expect(shown()).toContain('Missing: Reason');
    expect(sent).toEqual([]);
    await write('.zone-foot label input', 'The new embankment');
    await press('Save');
    expect(sent.map((s) => s.path.split('/').at(-1))).toEqual(['check', 'commands']);
    expect(golden).toContainEqual(commands()[0]);
    expect(form.value).toEqual({ kind: 'zones' });
  });

  it('with mistakes is not sent; each leads to its line, and a repair is only offered', async () => {
    const fixed = { ...quay(0), geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } };
    const geoJson = JSON.stringify(fixed);
    answers.check = checked(['zone old-quay:14: invalid outline: Self-intersection'], {
      geoJson,
      outlines: 2,
      km2: 0.27,
    });
    await showZone('old-quay');
    await write('.zone-foot label input', 'The new embankment');
    await press('Save');
    expect(commands()).toEqual([]);
    expect(root.querySelector('.mistakes')?.textContent).toContain('invalid outline');
    expect(shown()).toContain('Offered: 2 outlines of 0.270 km²');
    expect(offered.value).toMatchObject({ kind: 'area', polygons: { length: 2 } });
    expect(drawing.value).toMatchObject({ shape: { polygons: { length: 1 } } });

    await press('line 14');
    const field = root.querySelector<HTMLTextAreaElement>('.zone-text textarea');
    if (!field) throw new Error('no text');
    const { value, selectionStart, selectionEnd } = field;
    expect(value.slice(0, selectionStart).split('\n')).toHaveLength(14);
    expect(value.slice(selectionStart, selectionEnd)).not.toContain('\n');

    await press('Take it');
    expect(drawing.value).toMatchObject({ shape: { polygons: { length: 2 } } });
    expect(offered.value).toBeUndefined();
  });

  it('has its mistakes in the reader’s language, and in English what has no words there', async () => {
    const mistakes = [
      {
        text: 'zone old-quay:14: invalid outline: Self-intersection at 29.51200 N 34.99100 E',
        key: 'zone.outline-crosses',
        gaps: { place: '29.51200 N 34.99100 E' },
      },
      {
        text: "zone old-quay:9: a longitude must be a plain number, not 'x'",
        key: 'key.no-number',
        gaps: { name: 'a longitude' },
      },
      { text: 'site.yaml:3: gauge Y1 lies in no zone', key: null, gaps: {} },
      { text: 'zone old-quay:3: the moon is full', key: 'zone.full-moon', gaps: {} },
    ];
    answers.check = () => Response.json({ mistakes, repair: null });
    setLanguage('ar');
    await showZone('old-quay');
    await press('فحص');
    const said = root.querySelector('.mistakes')?.textContent;
    expect(said).toContain('الحدود تتقاطع مع نفسها عند \u206629.51200 N 34.99100 E\u2069.');
    expect(said).not.toContain('Self-intersection');
    expect(said).toContain('يجب أن يكون خط الطول رقماً');
    expect(said).toContain('بعضها يرد بالإنجليزية');
    expect(said).toContain('gauge Y1 lies in no zone');
    expect(said).toContain('the moon is full');
    const english = [...root.querySelectorAll('.mistakes [lang=en]')];
    expect(english.map((e) => e.getAttribute('dir'))).toEqual(['ltr', 'ltr']);
  });

  it('that somebody else has changed meanwhile is not sent; the newest is loaded', async () => {
    answers.commands = refusal('changed-meanwhile', 'Zone old-quay is at version 1 by now');
    await showZone('old-quay');
    await write('.zone-foot label input', 'The new embankment');
    await press('Save');
    expect(shown()).toContain('Somebody has changed it meanwhile');
    answers.zones = () => Response.json({ type: 'FeatureCollection', features: [quay(1)] });
    await press('Load the newest');
    expect(shown()).not.toContain('Somebody has changed it meanwhile');
    expect(shown()).toContain('version 1');
  });

  it('says at once when the picture tells of a newer version', async () => {
    await showZone('old-quay');
    const change = { version: 3, at: at('14:00'), by: 'ap-1', why: 'the quay moved', removed: false };
    await act(() => {
      objects.zone.value = new Map([['old-quay', change]]);
    });
    expect(root.querySelector('.meanwhile')?.textContent).toContain('the quay moved');
  });

  it('is pasted as text, and what cannot be drawn is said', async () => {
    await showZone('old-quay');
    await write('.zone-text textarea', '{"type": "Feature"');
    expect(shown()).toContain('This is no JSON yet');
    const pasted = {
      type: 'Feature',
      properties: { ...properties, kind: 'shore', buffer_m: 50 },
      geometry: { type: 'LineString', coordinates: ring },
    };
    await write('.zone-text textarea', JSON.stringify(pasted));
    expect(shown()).not.toContain('This is no JSON yet');
    expect(drawing.value).toMatchObject({ shape: { kind: 'line', bufferM: 50 } });
    expect(root.querySelector<HTMLInputElement>('[list=zone-kinds]')?.value).toBe('shore');
  });

  it('is sent as it was moved, also after it was pasted', async () => {
    await showZone('old-quay');
    const pasted = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
    await write('.zone-text textarea', JSON.stringify(pasted));
    await act(() => {
      const shape = moveCorner(drawnShape() ?? emptyShape('area', 0), first, { latDeg: 29.5, lonDeg: 34.98 });
      drawing.value = { mode: 'shape', shape, adding: false };
    });
    await write('.zone-foot label input', 'surveyed again');
    await press('Save');
    const geoJson = JSON.parse(String(commands()[0]?.geoJson));
    expect(geoJson.geometry.coordinates[0][0]).toEqual([34.98, 29.5]);
  });

  it('that is a buffer stays one: its line and its metres are edited', async () => {
    const line = { type: 'LineString', coordinates: ring };
    const buffer = { ...quay(1), drawn: { bufferM: 200, geometry: line } };
    zones.value = readZones({ type: 'FeatureCollection', features: [buffer] }, '');
    await showZone('old-quay');
    expect(drawing.value).toMatchObject({ shape: { kind: 'line', bufferM: 200 } });
    await write('.shape-field input', '350');
    await act(() => {
      const shape = moveCorner(drawnShape() ?? emptyShape('line', 0), first, { latDeg: 29.5, lonDeg: 34.98 });
      drawing.value = { mode: 'shape', shape, adding: false };
    });
    await write('.zone-foot label input', 'surveyed again');
    await press('Save');
    const geoJson = JSON.parse(String(commands()[0]?.geoJson));
    expect(geoJson.geometry).toEqual({ ...line, coordinates: [[34.98, 29.5], ...ring.slice(1)] });
    expect(geoJson.properties).toEqual({ ...properties, buffer_m: 350 });
  });

  it('around several lines says that its outline is edited', async () => {
    const lines = { type: 'MultiLineString', coordinates: [ring, ring] };
    const buffer = { ...quay(1), drawn: { bufferM: 200, geometry: lines } };
    zones.value = readZones({ type: 'FeatureCollection', features: [buffer] }, '');
    await showZone('old-quay');
    expect(shown()).toContain('It is drawn as metres around several lines');
  });

  it('with too many corners says what can be done, and is simplified when asked to', async () => {
    const fine = Array.from({ length: 601 }, (_, i) => [
      34.99 + 0.004 * Math.cos((2 * Math.PI * (i % 600)) / 600),
      29.51 + 0.004 * Math.sin((2 * Math.PI * (i % 600)) / 600),
    ]);
    zones.value = readZones({ type: 'FeatureCollection', features: [quay(0, fine)] }, '');
    await showZone('old-quay');
    expect(shown()).toContain('With 600 corners it is too fine to move them by hand.');
    await press('Simplify to');
    expect(shown()).toContain('Drag a corner');
    const shape = drawnShape();
    expect(shape && cornersIn(shape)).toBeLessThanOrEqual(250);
  });

  it('is no longer said to be sound when a corner has moved', async () => {
    await showZone('old-quay');
    await press('Check');
    expect(shown()).toContain('Sound: it can be saved');
    await act(() => {
      const shape = moveCorner(drawnShape() ?? emptyShape('area', 0), first, { latDeg: 29.5, lonDeg: 34.98 });
      drawing.value = { mode: 'shape', shape, adding: false };
    });
    expect(shown()).not.toContain('Sound: it can be saved');
  });

  it('is not thrown away without a question', async () => {
    await showZone('old-quay');
    await write('[list=zone-kinds]', 'shore');
    await act(() => root.querySelector<HTMLButtonElement>('.panel-head button')?.click());
    expect(form.value?.kind).toBe('zone');
    await press('Throw it away');
    expect(form.value).toEqual({ kind: 'zones' });
  });

  it('is removed with a reason, and the refusal names what needs it', async () => {
    answers.commands = refusal('site-unsound', 'site.yaml:72: gauge Y1 lies in no zone; and 2 more');
    await showZone('old-quay');
    await press('Remove…');
    await press('Remove the zone');
    expect(sent).toEqual([]);
    await write('.remove-zone textarea', 'The quay is gone');
    await press('Remove the zone');
    expect(golden).toContainEqual(commands()[0]);
    expect(root.querySelector('.mistakes')?.textContent).toContain('gauge Y1 lies in no zone');
  });
});

describe('a new zone', () => {
  it('takes no name that is in use: it would put another in its place', async () => {
    await showZone(undefined);
    const pasted = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
    await write('.zone-text textarea', JSON.stringify(pasted));
    await write('.zone-foot label input', 'drawn twice');
    await press('Save');
    expect(shown()).toContain('this one is taken');
    expect(sent).toEqual([]);
  });

  it('follows the last version of one that was removed', async () => {
    zones.value = [];
    objects.zone.value = new Map([
      ['old-quay', { version: 2, at: at('14:00'), by: 'ap-1', why: 'gone', removed: true }],
    ]);
    await showZone(undefined);
    const pasted = { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
    await write('.zone-text textarea', JSON.stringify(pasted));
    await write('.zone-foot label input', 'there again');
    await press('Save');
    expect(commands()).toMatchObject([{ type: 'SiteCommand.PutZone', basedOn: 2 }]);
  });
});

const inForce = 'rules:\n  - rule: one\n    when: stage_m >= 1\n  - rule: two\n    when: stage_m >= 2\n';
const other = inForce.replace('>= 2', '>= 3');

describe('rules', () => {
  beforeEach(async () => {
    rules.value = { version: 0, yaml: inForce, proposal: undefined };
    await act(() => render(<Rules />, root));
  });

  it('are listed by name and proposed with a reason', async () => {
    const names = [...root.querySelectorAll('.rules-list bdi')].map((b) => b.textContent);
    expect(names).toEqual(['one', 'two']);
    await press('Propose a change');
    expect(shown()).toContain('They wait for a second person');
    await write('.rules-editor textarea', other);
    await press('Difference');
    const lines = [...root.querySelectorAll('.diff-line.is-new, .diff-line.is-gone')];
    expect(lines.map((l) => l.querySelector('code')?.textContent?.trim())).toEqual([
      'when: stage_m >= 2',
      'when: stage_m >= 3',
    ]);
    await press('Propose');
    expect(shown()).toContain('A few words, please');
    await write('.rules-foot input', 'Less water is normal now');
    await press('Propose');
    expect(golden).toContainEqual(commands()[0]);
  });

  it('that are refused show their mistakes with lines', async () => {
    answers.commands = refusal('site-unsound', "rules.yaml:5: unknown fact 'stage'");
    await press('Propose a change');
    await write('.rules-editor textarea', other);
    await write('.rules-foot input', 'Less water is normal now');
    await press('Propose');
    expect(root.querySelector('.mistakes')?.textContent).toContain("line 5 unknown fact 'stage'");
  });

  it('in a drill are in force at once, and say so', async () => {
    await act(() => {
      lane.value = 'drill:evening';
    });
    await press('Propose a change');
    expect(shown()).toContain('EXERCISE: in force at once');
    expect(shown()).toContain('Put in force');
  });
});

describe('rules that wait', () => {
  const proposed = { version: 1, at: at('14:00'), by: 'op-1', why: 'Less water is normal now' };
  const show = async () => {
    rules.value = { version: 0, yaml: inForce, proposal: { ...proposed, yaml: other } };
    objects.rules.value = new Map([['proposed', proposed]]);
    await act(() => render(<RulesDecision proposed={proposed} />, root));
  };
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find((b) => b.textContent?.includes(words));

  it('are agreed to by another approver, in two steps and with a tick', async () => {
    me.value = { who: 'ap-1', name: { en: 'B' }, roles: ['APPROVER'] };
    await show();
    expect(shown()).toContain('Less water is normal now');
    expect(root.querySelectorAll('.diff-line.is-new')).toHaveLength(1);
    await press('Approve');
    expect(button('Yes')?.disabled).toBe(true);
    await act(() => root.querySelector<HTMLInputElement>('.tick input')?.click());
    await press('Yes');
    expect(sent).toEqual([]);
    now += 2000;
    await press('Yes');
    expect(golden).toContainEqual(commands()[0]);
  });

  it('are not agreed to by who wrote them, nor without the role, nor unread', async () => {
    me.value = { who: 'op-1', name: { en: 'A' }, roles: ['OPERATOR', 'APPROVER'] };
    await show();
    expect(button('Approve')?.disabled).toBe(true);
    expect(shown()).toContain('Somebody else must agree');
    await act(() => {
      me.value = { who: 'op-2', name: { en: 'C' }, roles: ['OPERATOR'] };
    });
    expect(button('Approve')?.disabled).toBe(true);
    await act(() => {
      me.value = { who: 'ap-1', name: { en: 'B' }, roles: ['APPROVER'] };
      rules.value = undefined;
    });
    expect(button('Approve')?.disabled).toBe(true);
  });

  it('are rejected with a reason', async () => {
    await show();
    await press('Reject');
    await write('textarea', 'The gauge is broken');
    await press('Reject');
    expect(golden).toContainEqual(commands()[0]);
  });
});
