// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alertOf, revision } from '../lib/samples.ts';
import { heardMs, link, tellTime, wallMs } from '../state/clock.ts';
import { lane, me, site } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { setLanguage } from '../state/settings.ts';
import { decision } from '../state/view.ts';
import { snapshot } from '../wire/picture.ts';
import { site as readSite } from '../wire/site.ts';
import { Decision } from './Decision.tsx';
import { TaskBadge, Tasks } from './Tasks.tsx';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const golden = read('../wire/golden/commands.json') as unknown[];
const sent: unknown[] = [];
let root: HTMLElement;

const shown = () => root.textContent ?? '';

async function press(words: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find((b) => b.textContent?.includes(words));
  if (!button) throw new Error(`no button "${words}" in: ${shown()}`);
  await act(async () => {
    if (button.type === 'submit') button.form?.requestSubmit(button);
    else button.click();
  });
}

function takeGoldenTasks(): void {
  const { changes } = snapshot(read('../wire/golden/picture.json'), '');
  const tasks = changes.flatMap((c) => (c.kind === 'task' && c.value ? [[c.id, c.value] as const] : []));
  objects.task.value = new Map(tasks);
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
  lane.value = 'live';
  takeGoldenTasks();
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(() => {
  act(() => render(null, root));
  root.remove();
  objects.task.value = new Map();
  objects.alert.value = new Map();
  site.value = undefined;
  vi.unstubAllGlobals();
});

describe('open tasks', () => {
  it('name the agency, the channel and how long they wait; done ones are left out', async () => {
    const opened = [...objects.task.value.values()][0]?.openedAt ?? new Date();
    tellTime(new Date(opened.getTime() + 7 * 60_000));
    await act(() => render(<Tasks />, root));
    expect(root.querySelectorAll('[data-task]')).toHaveLength(1);
    expect(shown()).toContain('Inform Saudi Civil Defence in Haql');
    expect(shown()).toContain('by way of the national centre');
    expect(shown()).toContain('open for 7 min');
  });

  it('are done with a note, not without', async () => {
    await act(() => render(<Tasks />, root));
    await press('Done…');
    await press('Done');
    expect(sent).toEqual([]);
    const field = root.querySelector('textarea');
    if (!field) throw new Error('no field for the note');
    await act(() => {
      field.value = 'By telephone, they tell their people.';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press('Done');
    expect(golden).toContainEqual(sent[0]);
  });

  it('are only read by who may not finish them', async () => {
    me.value = { who: 'vi-1', name: { en: 'V' }, roles: ['VIEWER'] };
    await act(() => render(<Tasks />, root));
    expect(root.querySelector('button.primary')).toBeNull();
  });

  it('are counted in the head', async () => {
    await act(() => render(<TaskBadge />, root));
    expect(root.querySelector('.task-badge')?.getAttribute('aria-label')).toBe('1 task is open');
    await act(() => {
      objects.task.value = new Map();
    });
    expect(root.querySelector('.task-badge')).toBeNull();
  });
});

describe('an alert that was cut off at the border', () => {
  it('says before it is approved how much was lost and who is informed instead', async () => {
    objects.alert.value = new Map([
      [
        'alert-21',
        alertOf('alert-21', revision({}, { clipped: { lostPercent: 12, neighbours: ['haql', 'taba'] } })),
      ],
    ]);
    const pending = decision.value;
    if (!pending) throw new Error('nothing waits');
    await act(() => render(<Decision pending={pending} />, root));
    const said = root.querySelector('.clipped')?.textContent;
    expect(said).toContain('12% of the area lie beyond the border');
    expect(said).toContain('Saudi Civil Defence in Haql');
    expect(said).toContain('by way of the national centre');
    // One that the site does not list is named by its id, not hidden.
    expect(said).toContain('Taba');
  });

  it('says nothing of a border that it does not reach', async () => {
    objects.alert.value = new Map([['alert-21', alertOf('alert-21', revision())]]);
    const pending = decision.value;
    if (!pending) throw new Error('nothing waits');
    await act(() => render(<Decision pending={pending} />, root));
    expect(root.querySelector('.clipped')).toBeNull();
  });
});
