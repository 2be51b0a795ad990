import { describe, expect, it } from 'vitest';
import { largestUnit, parseDuration, writeDuration } from './duration.ts';
import { hourMinute, hourMinuteSecond, longDate, momentOf, offsetName } from './format.ts';

const amman = 'Asia/Amman';
const at = new Date('2026-11-20T12:47:02Z');

describe('the site clock', () => {
  it('shows local time, not the browser’s', () => {
    expect(hourMinute(at, amman)).toBe('15:47');
    expect(hourMinuteSecond(at, amman)).toBe('15:47:02');
  });

  it('starts the day at 00, never at 24', () => {
    expect(hourMinute(new Date('2026-11-20T21:05:00Z'), amman)).toBe('00:05');
  });

  it('writes Latin digits and Jordanian month names in Arabic', () => {
    expect(longDate(at, amman, 'ar')).toMatch(/20.*تشرين الثاني.*2026/);
    expect(longDate(at, amman, 'en')).toMatch(/Friday.*20 November 2026/);
  });

  it('names the offset, summer time of the past included', () => {
    expect(offsetName(at, amman)).toBe('UTC+3');
    expect(offsetName(new Date('2022-02-01T12:00:00Z'), amman)).toBe('UTC+2');
    expect(offsetName(at, 'Asia/Kathmandu')).toBe('UTC+5:45');
  });
});

describe('an entered time of day', () => {
  it.each([
    ['17:30', '2026-11-20T12:47:00Z', '2026-11-20T14:30:00.000Z'],
    ['15:00', '2026-11-20T12:47:00Z', '2026-11-20T12:00:00.000Z'],
    ['00:10', '2026-11-20T20:50:00Z', '2026-11-20T21:10:00.000Z'],
    ['23:50', '2026-11-20T21:10:00Z', '2026-11-20T20:50:00.000Z'],
  ])('%s near %s is %s', (text, near, expected) => {
    expect(momentOf(text, new Date(near), amman)?.toISOString()).toBe(expected);
  });

  it.each(['24:00', '7', '12:60', '', 'soon'])('%s is no time', (text) => {
    expect(momentOf(text, at, amman)).toBeUndefined();
  });
});

describe('durations', () => {
  it.each([
    ['PT6H', 21_600_000],
    ['PT1H30M', 5_400_000],
    ['PT45S', 45_000],
    ['PT0S', 0],
    ['PT1.5S', 1500],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['PT', '6H', 'P1D', '', 'PT-5M'])('%s is refused', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('are written as Java reads them', () => {
    expect(writeDuration(5_400_000)).toBe('PT1H30M');
    expect(writeDuration(0)).toBe('PT0S');
    expect(parseDuration(writeDuration(21_661_000))).toBe(21_661_000);
  });

  it('are told in the largest unit that says enough', () => {
    expect(largestUnit(59_000)).toEqual({ unit: 'second', n: 59 });
    expect(largestUnit(60_000)).toEqual({ unit: 'minute', n: 1 });
    expect(largestUnit(5_399_000)).toEqual({ unit: 'minute', n: 89 });
    expect(largestUnit(7_200_000)).toEqual({ unit: 'hour', n: 2 });
    expect(largestUnit(200_000_000)).toEqual({ unit: 'day', n: 2 });
    expect(largestUnit(-5)).toEqual({ unit: 'second', n: 0 });
  });
});
