// @vitest-environment happy-dom
import { batch } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at, feedOf, gaugeOf } from '../lib/samples.ts';
import { noteAll, showAll } from '../state/alarms.ts';
import { lane } from '../state/house.ts';
import { notices } from '../state/orders.ts';
import { forget, loaded, objects, takeSnapshot } from '../state/picture.ts';
import { setLanguage } from '../state/settings.ts';
import { AlarmAnnouncer, AlarmBadge, AlarmBar } from './Alarms.tsx';

let root: HTMLElement;

const grey = (since: string) =>
  new Map([['usgs', feedOf('usgs', { health: 'GREY', why: 'silent', since: at(since) })]]);
const green = new Map([['usgs', feedOf('usgs', { health: 'GREEN', since: at('12:30') })]]);

const bar = () => root.querySelector('.alarm-bar')?.textContent ?? '';
const spoken = () => root.querySelector('[role=alert]')?.textContent ?? '';
const badge = () => root.querySelector('.alarm-badge')?.getAttribute('aria-label') ?? '';

async function note(): Promise<void> {
  await act(() => root.querySelector<HTMLButtonElement>('.alarm-noted')?.click());
}

beforeEach(async () => {
  setLanguage('en');
  lane.value = 'live';
  loaded.value = true;
  notices.value = [];
  objects.feed.value = green;
  root = document.createElement('div');
  document.body.append(root);
  await act(() =>
    render(
      <>
        <AlarmAnnouncer />
        <AlarmBadge />
        <AlarmBar />
      </>,
      root,
    ),
  );
});

afterEach(() => {
  act(() => render(null, root));
  root.remove();
  objects.feed.value = new Map();
  objects.gauge.value = new Map();
  objects.blind.value = new Map();
  noteAll();
  loaded.value = false;
});

describe('a source that falls out', () => {
  it('is seen, counted and said once', async () => {
    expect([bar(), badge(), spoken()]).toEqual(['', '', '']);
    await act(() => {
      objects.feed.value = grey('12:40');
    });
    expect(bar()).toContain('Source usgs is out: connected, but nothing is heard');
    expect(badge()).toBe('1 alarm');
    expect(spoken()).toBe('Source usgs is out: connected, but nothing is heard, since 12:40');
  });

  it('stays in the badge when it has been noted, and comes back when it falls out anew', async () => {
    await act(() => {
      objects.feed.value = grey('12:40');
    });
    await note();
    expect([bar(), badge()]).toEqual(['', '1 alarm']);
    await act(() => root.querySelector<HTMLButtonElement>('.alarm-badge')?.click());
    expect(showAll.value).toBe(true);
    expect(bar()).toContain('usgs');
    await note();
    await act(() => {
      objects.feed.value = grey('13:10');
    });
    expect(bar()).toContain('since 13:10');
  });

  it('hands the focus on when it is noted from the keyboard', async () => {
    await act(() => {
      objects.feed.value = grey('12:40');
    });
    root.querySelector<HTMLButtonElement>('.alarm-noted')?.focus();
    await note();
    await vi.waitFor(() => expect(document.activeElement).toBe(root.querySelector('.alarm-badge')));
  });

  it('is told when it is back, and the alarm is over', async () => {
    await act(() => {
      objects.feed.value = grey('12:40');
    });
    await act(() => {
      objects.feed.value = green;
    });
    expect([bar(), badge()]).toEqual(['', '']);
    expect(notices.value.map((n) => [n.tone, n.text()])).toEqual([['good', 'Source usgs is back']]);
    setLanguage('ar');
    expect(notices.value[0]?.text()).toBe('عاد المصدر usgs');
  });

  it('is no recovery when another lane is looked at', async () => {
    await act(() => {
      objects.feed.value = grey('12:40');
    });
    await act(() =>
      batch(() => {
        forget();
        lane.value = 'drill:x';
      }),
    );
    await act(() => takeSnapshot({ seq: 1, at: undefined, changes: [] }));
    expect(notices.value).toEqual([]);
  });

  it('is said in Arabic to who reads Arabic', async () => {
    setLanguage('ar');
    await act(() => {
      objects.feed.value = grey('12:40');
    });
    expect(bar()).toContain('المصدر usgs متوقف: متصل ولا يرد منه شيء');
  });
});

it('a doubted gauge names the rule that is blind with it', async () => {
  await act(() => {
    objects.gauge.value = new Map([
      ['RG3', gaugeOf({ at: at('12:50'), fault: 'JUMPING', faultSince: at('12:45') })],
    ]);
    objects.blind.value = new Map([
      ['shallala-flash', { rule: 'shallala-flash', since: at('12:46'), sources: ['RG3'] }],
    ]);
  });
  expect(bar()).toContain('Gauge RG3 is not to be trusted: it changes faster than water or rain can');
  expect(bar()).toContain('Blind because of it: shallala-flash');
});
