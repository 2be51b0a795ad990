// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alertOf, revision } from '../lib/samples.ts';
import { heardMs, link, wallMs } from '../state/clock.ts';
import { lane, me } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { setLanguage } from '../state/settings.ts';
import { decision } from '../state/view.ts';
import { Decision } from './Decision.tsx';

const sent: unknown[] = [];
let now = 0;
let root: HTMLElement;

function Shown() {
  return decision.value ? <Decision pending={decision.value} /> : <p>none</p>;
}

function show(r = revision()): void {
  objects.alert.value = new Map([['alert-21', alertOf('alert-21', r)]]);
}

function button(words: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((b) => b.textContent?.includes(words));
  if (!found) throw new Error(`no button "${words}" in: ${root.textContent}`);
  return found;
}

/** Lets Preact draw what the signals changed. */
const drawn = () => new Promise((resolve) => setTimeout(resolve, 20));

async function click(words: string): Promise<void> {
  button(words).click();
  await drawn();
}

beforeEach(() => {
  sent.length = 0;
  now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    return Response.json({ seq: 1, subject: null });
  });
  setLanguage('en');
  link.value = { state: 'live' };
  heardMs.value = wallMs.value;
  me.value = { who: 'ap-1', name: { en: 'A' }, roles: ['APPROVER'] };
  lane.value = 'live';
  root = document.createElement('div');
  document.body.append(root);
  show();
  render(<Shown />, root);
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const approval = { type: 'AlertCommand.Approve', alert: 'alert-21', revision: 1 };

describe('approving', () => {
  it('shows both wordings', () => {
    expect([...root.querySelectorAll('.bubble')].map((b) => b.textContent)).toEqual(['س', 's']);
  });

  it('live takes two steps and a tick', async () => {
    await click('Agree as first');
    expect(root.textContent).toContain('This is LIVE');
    expect(button('Yes').disabled).toBe(true);
    root.querySelector<HTMLInputElement>('.confirm input')?.click();
    await drawn();
    now += 2000;
    await click('Yes');
    expect(sent).toEqual([approval]);
  });

  it('in a drill takes two steps and says that it is one', async () => {
    lane.value = 'drill:evening';
    await drawn();
    await click('Agree as first');
    expect(root.textContent).toContain('EXERCISE. It goes to the sandbox phones only.');
    now += 2000;
    await click('Yes');
    expect(sent).toEqual([approval]);
  });

  it('does not take a double click for two steps', async () => {
    lane.value = 'drill:evening';
    await drawn();
    await click('Agree as first');
    now += 200;
    await click('Yes');
    expect(sent).toEqual([]);
  });

  it('is taken back with Escape', async () => {
    await click('Agree as first');
    root
      .querySelector('.confirm')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await drawn();
    expect(root.querySelector('.confirm')).toBeNull();
  });

  it('starts over when a newer revision comes, and says so', async () => {
    await click('Agree as first');
    show(revision({}, { revision: 2 }));
    await drawn();
    expect(root.querySelector('.confirm')).toBeNull();
    expect(root.textContent).toContain('It has changed to revision 2');
  });

  it('issues with the second person', async () => {
    show(revision({ approvals: [{ by: 'op-1', at: undefined }] }));
    await drawn();
    expect(button('Approve').disabled).toBe(false);
  });

  it('is not offered while the connection is lost', async () => {
    heardMs.value = wallMs.value - 60_000;
    await drawn();
    expect(button('Agree as first').disabled).toBe(true);
    expect(root.textContent).toContain('No decisions while the connection is lost.');
  });

  it('is not offered to who wrote it, with the reason', async () => {
    show(revision({}, { author: { type: 'Actor.Person', who: 'ap-1', roles: ['APPROVER'] } }));
    await drawn();
    expect(button('Approve').disabled).toBe(true);
    expect(root.textContent).toContain('Somebody else must agree.');
  });
});

describe('rejecting', () => {
  it('needs words', async () => {
    await click('Reject');
    await click('Reject');
    expect(sent).toEqual([]);
    const field = root.querySelector('textarea');
    if (!field) throw new Error('no field for the reason');
    field.value = 'The gauge is broken';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await click('Reject');
    expect(sent).toEqual([{ ...approval, type: 'AlertCommand.Reject', why: 'The gauge is broken' }]);
  });
});

it('says the doubts in words', async () => {
  show(revision({}, { doubts: ['single-sensor', 'missing-time'] }));
  await drawn();
  expect(root.textContent).toContain('Rests on a single sensor');
  expect(root.textContent).toContain('Missing in the text: Time');
});
