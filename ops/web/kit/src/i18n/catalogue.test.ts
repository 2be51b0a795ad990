import { describe, expect, it } from 'vitest';
import { type Entry, gapsOf, type Language, languages, type Text } from './catalogue.ts';
import { catalogue, keyOr, parts } from './index.ts';
import { preferredLanguage, translate, wordsIn } from './translate.ts';

const entries: [string, Entry][] = Object.entries(catalogue);

/** Said in Latin letters in every language: the other language's name, and terms of the trade. */
const latinTerms = ['app.language', 'alert.cap', 'hazard.vessel.mmsi'];

function forms(text: Text): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Put between things, so they may end in a blank. */
const separators = ['list.and'];

function problems(key: string, text: Text, language: Language): string[] {
  return forms(text).flatMap((form) => {
    const found: string[] = [];
    if ((form.trim() !== form && !separators.includes(key)) || form === '')
      found.push(`${language}: blank at an end of '${form}'`);
    if (/ {2}/.test(form)) found.push(`${language}: two blanks in '${form}'`);
    return found;
  });
}

describe('the catalogue', () => {
  it('says everything in both languages', () => {
    for (const [key, entry] of entries) {
      expect(Object.keys(entry).sort(), key).toEqual([...languages].sort());
      expect([...problems(key, entry.ar, 'ar'), ...problems(key, entry.en, 'en')], key).toEqual([]);
    }
  });

  it('has the same gaps in both languages, in every form that names them', () => {
    for (const [key, entry] of entries) {
      const widest = (text: Text) => [...new Set(forms(text).flatMap(gapsOf))].sort();
      expect(widest(entry.ar), key).toEqual(widest(entry.en));
      for (const text of [entry.ar, entry.en]) {
        const all = widest(text).filter((gap) => gap !== 'n');
        for (const form of forms(text)) {
          expect(
            gapsOf(form).filter((gap) => gap !== 'n'),
            `${key}: ${form}`,
          ).toEqual(all);
        }
      }
    }
  });

  it('has all the plural forms that each language needs', () => {
    for (const [key, entry] of entries) {
      expect(typeof entry.ar === 'string', key).toBe(typeof entry.en === 'string');
      if (typeof entry.ar === 'string' || typeof entry.en === 'string') continue;
      expect(Object.keys(entry.ar), key).toEqual(
        expect.arrayContaining(['one', 'two', 'few', 'many', 'other']),
      );
      expect(Object.keys(entry.en), key).toEqual(expect.arrayContaining(['one', 'other']));
    }
  });

  it('writes Arabic in Arabic script and with Latin digits', () => {
    for (const [key, entry] of entries) {
      for (const form of forms(entry.ar)) {
        const bare = form.replace(/\{\w+\}/g, '').trim();
        if (bare === '' || latinTerms.includes(key) || /^[:()،]+$/.test(bare)) continue;
        expect(bare, key).toMatch(/[\u0600-\u06ff]/);
        expect(bare, key).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
      }
    }
  });

  it('defines no key in two parts', () => {
    const keys = Object.values(parts).flatMap((part) => Object.keys(part));
    expect(keys.length).toBe(new Set(keys).size);
  });
});

describe('a text', () => {
  it('takes the plural form of its number', () => {
    const entry = catalogue['hazard.reports'];
    expect([1, 2, 3, 11, 100].map((n) => translate(entry, 'ar', { n }))).toEqual([
      'بلاغ واحد',
      'بلاغان',
      '3 بلاغات',
      '11 بلاغاً',
      '100 بلاغ',
    ]);
    expect([1, 2].map((n) => translate(entry, 'en', { n }))).toEqual(['1 report', '2 reports']);
  });

  it('groups large numbers', () => {
    expect(translate(catalogue['phones.total'], 'en', { n: 10_120 })).toBe('10,120 messages');
  });

  it('shows a gap that got no value', () => {
    expect(translate(catalogue['alert.issuedAt'], 'en')).toBe('issued {at}');
  });

  it('falls back for keys of the house that the catalogue does not know', () => {
    expect(keyOr('doubt.single-sensor', 'doubt.other')).toBe('doubt.single-sensor');
    expect(keyOr('doubt.full-moon', 'doubt.other')).toBe('doubt.other');
    expect(keyOr('toString', 'doubt.other')).toBe('doubt.other');
  });
});

describe('the house’s own words', () => {
  it('fall back to English, then to any', () => {
    expect(wordsIn({ ar: 'ع', en: 'e' }, 'ar')).toBe('ع');
    expect(wordsIn({ en: 'e' }, 'ar')).toBe('e');
    expect(wordsIn({ fr: 'f' }, 'ar')).toBe('f');
    expect(wordsIn({}, 'ar')).toBe('');
  });
});

describe('the language', () => {
  it.each([
    ['en', ['ar-JO'], 'en'],
    [null, ['en-GB', 'ar'], 'en'],
    [null, ['ar-JO'], 'ar'],
    [null, ['de-DE'], 'ar'],
    ['xx', ['de', 'en'], 'en'],
  ] as const)('remembered %s, browser %s: %s', (stored, browser, expected) => {
    expect(preferredLanguage(stored, browser)).toBe(expected);
  });
});
