import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from './contrast.ts';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`:root[data-theme="${selector}"]`));
  const body = block.slice(block.indexOf('{') + 1, block.indexOf('}'));
  return Object.fromEntries([...body.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]));
}

/** Text: ink on ground, AA of WCAG 2.2 (4.5). */
const text: [string, string][] = ['ground', 'panel', 'raised', 'field'].flatMap((ground) =>
  ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'warn', 'bad'].map((ink): [string, string] => [
    ink,
    ground,
  ]),
);
text.push(
  ['ink', 'decide-ground'],
  ['ink-soft', 'decide-ground'],
  ['decide', 'decide-ground'],
  ['warn', 'decide-ground'],
  ['go-ink', 'go'],
  ['stop-ink', 'stop'],
  ['drill-ink', 'drill'],
  ['ink', 'accent-ground'],
  ['ink', 'land'],
  ['ink', 'sea'],
);

/** Edges of fields and buttons, and the focus ring: 3. */
const parts: [string, string][] = [
  ['edge', 'panel'],
  ['edge', 'field'],
  ['edge', 'raised'],
  ['focus', 'panel'],
  ['focus', 'ground'],
  ['focus', 'raised'],
];

describe.each(['dark', 'light'])('the %s theme', (theme) => {
  const of = tokens(theme);

  it.each(text)('%s reads on %s', (ink, ground) => {
    expect(contrast(of[ink] ?? '', of[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(parts)('%s stands out from %s', (part, ground) => {
    expect(contrast(of[part] ?? '', of[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});

it('defines the same tokens in both themes', () => {
  expect(Object.keys(tokens('light')).sort()).toEqual(Object.keys(tokens('dark')).sort());
});
