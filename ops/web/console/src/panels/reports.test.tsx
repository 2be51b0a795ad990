// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hazardOf } from '../lib/samples.ts';
import { forgetTime, heardMs, link, tellTime, wallMs } from '../state/clock.ts';
import { lane, me, site } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { form, openForm, select } from '../state/selection.ts';
import { setLanguage } from '../state/settings.ts';
import { site as readSite } from '../wire/site.ts';
import { DistressForm } from './DistressForm.tsx';
import { FeltForm } from './FeltForm.tsx';
import { Hazards } from './Hazards.tsx';

/** What these forms and buttons send; the Java tests hold the same file against the contract. */
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const golden = read('../wire/golden/commands.json') as unknown[];

const sent: unknown[] = [];
let root: HTMLElement;

const show = (what: preact.JSX.Element) => act(() => render(what, root));

const shown = () => root.textContent ?? '';

function labelled(words: string): HTMLInputElement {
  const label = [...root.querySelectorAll('label')].find((l) => l.textContent?.includes(words));
  const field = label?.querySelector<HTMLInputElement>('input, select, textarea');
  if (!field) throw new Error(`no field "${words}" in: ${shown()}`);
  return field;
}

async function write(words: string, value: string): Promise<void> {
  await act(() => {
    const field = labelled(words);
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}

async function press(words: string, within: ParentNode = root): Promise<void> {
  const button = [...within.querySelectorAll('button')].find((b) => b.textContent?.includes(words));
  if (!button) throw new Error(`no button "${words}" in: ${shown()}`);
  await act(async () => {
    if (button.type === 'submit') button.form?.requestSubmit(button);
    else button.click();
  });
}

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return Response.json({ seq: 1, subject: null });
  });
  setLanguage('en');
  site.value = readSite(read('../wire/golden/site.json'), '');
  link.value = { state: 'live' };
  heardMs.value = wallMs.value;
  me.value = { who: 'op-1', name: { en: 'A' }, roles: ['OPERATOR'] };
  lane.value = 'drill:evening';
  tellTime(new Date('2026-11-20T14:10:00Z'));
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(() => {
  act(() => render(null, root));
  root.remove();
  objects.hazard.value = new Map();
  site.value = undefined;
  forgetTime();
  openForm(undefined);
  vi.unstubAllGlobals();
});

describe('a call of distress', () => {
  it('is sent as it was typed, its position understood', async () => {
    openForm({ kind: 'distress' });
    await show(<DistressForm />);
    await write('How it came', 'DSC');
    await write('Latitude', "29°28.2'N 034°58.14'E");
    expect(shown()).toContain('29.4700 N 34.9690 E · 29°28.20′N 034°58.14′E');
    await write('Who told it', 'Port Control, VHF 16');
    await write('People in distress', '6');
    await write('When', '17:05');
    await write('MMSI', '438 000 017');
    await write('What is said', 'fishing boat taking water');
    await press('Record the report');
    expect(sent).toEqual([golden[0]]);
    await vi.waitFor(() => expect(form.value).toBeUndefined());
  });

  it('needs no more than a place and who told it', async () => {
    await show(<DistressForm />);
    await write('Latitude', '29.5 34.95');
    await write('Who told it', 'VHF 16');
    await press('Record the report');
    expect(sent).toEqual([golden[1]]);
  });

  it('is not sent with something that cannot be meant, and says what', async () => {
    await show(<DistressForm />);
    await write('Latitude', '29.5');
    await write('MMSI', '4380');
    await write('People in distress', 'some');
    await write('When', 'noon');
    await press('Record the report');
    expect(sent).toEqual([]);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(
      'Missing: Position, MMSI: nine digits, or nothing, People: a whole number, or nothing, Who told it, When: a time of day as 17:05',
    );
  });

  it('asks whether a place far from the city is meant', async () => {
    await show(<DistressForm />);
    await write('Latitude', '12 44');
    expect(shown()).toContain('More than 250 km from the city');
  });
});

describe('shaking that was felt', () => {
  it('is asked in words and sent as a number', async () => {
    await show(<FeltForm />);
    await write('Latitude', '29.5265 35.005');
    await act(() => labelled('furniture moves').click());
    await write('Who told it', 'three calls to 911');
    await write('When', '17:05');
    await press('Record the report');
    expect(sent).toEqual([golden[2]]);
  });

  it('has words for each step in both languages', async () => {
    setLanguage('ar');
    await show(<FeltForm />);
    expect(root.querySelectorAll('.felt label')).toHaveLength(10);
    expect(shown()).toContain('VI');
    expect(shown()).toContain('أحس بها الجميع وخاف كثيرون');
  });

  it('is not sent without how strong it was', async () => {
    await show(<FeltForm />);
    await write('Latitude', '29.5265 35.005');
    await write('Who told it', 'x');
    await press('Record the report');
    expect(sent).toEqual([]);
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Missing: How strong it was');
  });
});

describe('a held hazard', () => {
  beforeEach(async () => {
    const held = hazardOf('haz-50', { status: 'HELD', doubt: 'single-automatic-source' });
    objects.hazard.value = new Map([['haz-50', held]]);
    await show(<Hazards />);
  });

  it('says why, and is confirmed with a reason', async () => {
    expect(shown()).toContain('held, not believed yet');
    expect(shown()).toContain('from one automatic source only');
    await press('Confirm…');
    await press('Confirm the hazard');
    expect(sent).toEqual([]);
    await write('Why do you believe it?', 'felt in the room');
    await press('Confirm the hazard');
    expect(sent).toEqual([golden[3]]);
  });

  it('is ended with a reason', async () => {
    await press('Declare over…');
    await write('Why is it over?', 'the network says it was a test');
    await press('Declare over');
    expect(sent).toEqual([golden[4]]);
  });

  it('is no matter of those who may not decide', async () => {
    await act(() => {
      me.value = { who: 'vi-1', name: { en: 'V' }, roles: ['VIEWER'] };
    });
    expect(root.querySelectorAll('.card-actions button')).toHaveLength(0);
  });

  it('keeps its name in the reader’s language', async () => {
    await act(() => setLanguage('ar'));
    expect(shown()).toContain('زلزال بقوة 7.2');
    expect(shown()).toContain('معلّق، لم يُصدَّق بعد');
  });
});

it('a withdrawn hazard is kept or ended, never gone by itself', async () => {
  objects.hazard.value = new Map([['haz-50', hazardOf('haz-50', { status: 'WITHDRAWN' })]]);
  await show(<Hazards />);
  expect(shown()).toContain('withdrawn by the source');
  await press('Keep…');
  await write('Why does it stand all the same?', 'felt in the room');
  await press('Keep the hazard');
  expect(sent).toEqual([golden[3]]);
});

it('two hazards of one kind are made one, with a reason', async () => {
  objects.hazard.value = new Map([
    ['haz-50', hazardOf('haz-50')],
    ['haz-51', hazardOf('haz-51', { status: 'HELD', doubt: 'felt-only' })],
    ['haz-52', hazardOf('haz-52', { type: 'fire' })],
  ]);
  await show(<Hazards />);
  await press('Same as…');
  expect([...root.querySelectorAll('.reason option')].map((o) => (o as HTMLOptionElement).value)).toEqual([
    'haz-50',
  ]);
  await write('Why are they one?', 'the same shaking');
  await press('Make them one');
  expect(sent).toEqual([golden[5]]);
});

it('an assessment is closed by a person, with a reason', async () => {
  objects.hazard.value = new Map([['haz-50', hazardOf('haz-50')]]);
  objects.assessment.value = new Map([
    [
      'asm-50',
      {
        id: 'asm-50',
        revision: 1,
        rule: 'wadi-yutum-flood',
        hazard: 'haz-50',
        level: 'red',
        at: new Date('2026-11-20T14:00:00Z'),
        zones: [{ zone: 'shamiya', arrivesFrom: undefined, arrivesTo: undefined, facts: {} }],
        message: undefined,
        approval: 'TWO_PEOPLE' as const,
        slots: {},
        doubts: [],
      },
    ],
  ]);
  select({ kind: 'hazard', id: 'haz-50' });
  await show(<Hazards />);
  await press('Over in ');
  await write('How do you know that it is over there?', 'the patrol sees dry ground');
  await press('Close the assessment');
  expect(sent).toEqual([golden.at(-1)]);
  objects.assessment.value = new Map();
});

it('shaking that no network has reported is not given a magnitude in its title', async () => {
  const { detail } = hazardOf('x');
  if (detail.type !== 'HazardDetail.Quake') throw new Error('another detail');
  const felt = { ...detail, why: 'felt-only', preferred: 'people', feltMmi: 5 };
  objects.hazard.value = new Map([['haz-50', hazardOf('haz-50', { status: 'HELD', detail: felt })]]);
  await show(<Hazards />);
  expect(root.querySelector('.card-words strong')?.textContent).toBe('Shaking felt');
  expect(shown()).toContain('V: Felt by nearly everyone');
});
