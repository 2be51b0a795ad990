// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lane, site } from '../state/house.ts';
import { objects } from '../state/picture.ts';
import { setLanguage } from '../state/settings.ts';
import { site as readSite } from '../wire/site.ts';
import { Feeds } from './Feeds.tsx';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const golden = read('../wire/golden/site.json') as object;

let root: HTMLElement;

async function show(expects: string | null): Promise<string> {
  const feeds = [{ id: 'patrols', format: 'posted', expects, tells: [] }];
  site.value = readSite({ ...golden, feeds }, '');
  await act(() => render(<Feeds />, root));
  return root.textContent ?? '';
}

beforeEach(() => {
  setLanguage('en');
  lane.value = 'live';
  objects.feed.value = new Map();
  root = document.createElement('div');
});

afterEach(() => {
  act(() => render(null, root));
  site.value = undefined;
});

describe('a source that was not heard yet', () => {
  it('says how often it is expected', async () => {
    expect(await show('PT2M')).toContain('patrols not yet heard expected every 2 min');
  });

  it('of which nothing is expected says so', async () => {
    const words = await show(null);
    expect(words).toContain('no regular word expected');
    expect(words).not.toContain('every');
  });
});
