import { readFileSync } from 'node:fs';
import { entryOf, type Gaps, type Key, keyOr, languages, translate } from '@nadhir/kit';
import { describe, expect, it } from 'vitest';
import { logWords, type Names } from '../lib/log-words.ts';
import { gapsOfMessage } from '../lib/slots.ts';
import { Malformed } from './decode.ts';
import { type LogEntry, snapshot } from './picture.ts';
import { site } from './site.ts';
import { zones } from './zones.ts';

/**
 * What the house really gives: a moment of the Friday evening, thinned. The Java tests hold the same
 * files against the contract (`ConsoleGoldenTest`).
 */
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const picture = () => snapshot(read('./golden/picture.json'), '');

describe('the golden picture', () => {
  it('is read without a rest', () => {
    expect(picture().changes.filter((c) => c.kind === 'unreadable')).toEqual([]);
  });

  it('holds something of every kind', () => {
    const kinds = new Set(picture().changes.map((c) => c.kind));
    expect([...kinds].sort()).toEqual(
      [
        'alert',
        'assessment',
        'assignment',
        'blind',
        'danger',
        'drill',
        'feed',
        'gauge',
        'hazard',
        'incident',
        'log',
        'progress',
        'quarantine',
        'recommendation',
        'rules',
        'task',
        'unheard',
        'unit',
        'watch',
        'zone',
      ].sort(),
    );
  });

  it.each(languages)('has a log that can be said in words: %s', (language) => {
    const text = (key: string, gaps?: Gaps) => translate(entryOf(key as Key), language, gaps);
    const names: Names = {
      text,
      textOr: (key, plain, gaps) => (keyOr(key, 'log.none') === 'log.none' ? plain : text(key, gaps)),
      words: (value) => (value as Record<string, string> | undefined)?.[language] ?? '',
      zones: (ids) => ids.join(', '),
      unit: (id) => id,
      person: (ref) => ref,
      level: (id) => id,
      hazardType: (id) => id,
      hazard: (id) => id,
      incident: (id) => id,
      headline: (alert, revision) => `${alert}/${revision}`,
      rule: (id) => id,
      gauge: (id) => id,
      source: (id) => id,
      neighbour: (id) => id,
      dangerPlace: (place) => ('zone' in place ? place.zone : place.alert),
      clock: (at) => at.toISOString(),
    };
    const entries = picture().changes.flatMap((c) =>
      c.kind === 'log' && c.value ? [c.value as LogEntry] : [],
    );
    expect(entries.length).toBeGreaterThan(30);
    const unknown = text('log.other', { type: '' }).trim();
    for (const entry of entries) {
      const words = logWords(entry, names);
      expect(words, entry.event.type).not.toMatch(/[{}]|undefined|NaN/);
      expect(words.startsWith(unknown), `${entry.event.type} has no words`).toBe(false);
      expect(words, entry.event.type).not.toMatch(/^[:.،\s]|: *$|\.\s*$\s/);
    }
  });
});

describe('the golden site', () => {
  it('is read, with the gaps that people fill', () => {
    const found = site(read('./golden/site.json'), '');
    const manual = found.messages.find((m) => m.key === 'manual');
    expect(
      manual &&
        gapsOfMessage(manual)
          .map((g) => g.name)
          .sort(),
    ).toEqual(['action', 'time', 'what']);
    expect(manual?.choices.what?.length).toBeGreaterThan(2);
    expect(found.info.timeZone).toBe('Asia/Amman');
  });
});

it('the zones of Aqaba are read', () => {
  const found = zones(read('../../../../sites/aqaba/zones.geojson'), '');
  expect(found.length).toBeGreaterThan(30);
  expect(found.every((z) => z.name.ar && z.name.en)).toBe(true);
});

it('a picture that was cut off is refused', () => {
  expect(() => snapshot({ ...(read('./golden/picture.json') as object), objects: [] }, '')).toThrow(
    Malformed,
  );
});
