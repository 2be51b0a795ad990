import { describe, expect, it } from 'vitest';
import { contrast, inkOn } from '../theme/contrast.ts';
import { type Level, lookOf, worst } from './level.ts';

const level = (id: string, rank: number, colour = ''): Level => ({ id, rank, colour, name: { en: id } });
const levels = [level('green', 0), level('yellow', 1), level('orange', 2), level('red', 3)];

describe('the look of a level', () => {
  it('has a shape of its own for each of the four', () => {
    expect(new Set(levels.map((l) => lookOf(l).shape)).size).toBe(4);
  });

  it('keeps the site’s colour and survives a bad one', () => {
    expect(lookOf(level('red', 3, '#c00000')).ground).toBe('#c00000');
    expect(lookOf(level('red', 3, 'crimson')).ground).toBe('#d6232e');
    expect(lookOf(level('mauve', 9, '')).shape).toBe('octagon');
  });

  it('is readable: the ink stands out from every ground', () => {
    for (const l of levels) {
      const look = lookOf(l);
      expect(contrast(look.ground, look.ink)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('writes black on yellow and white on dark blue', () => {
    expect(inkOn('#f4c20d')).toBe('#000000');
    expect(inkOn('#102040')).toBe('#ffffff');
  });
});

describe('the worst level', () => {
  it('goes by rank, not by order, and leaves out what the site does not know', () => {
    expect(worst(levels, ['yellow', 'red', 'orange', 'violet'])?.id).toBe('red');
    expect(worst(levels, ['violet'])).toBeUndefined();
    expect(worst(levels, [])).toBeUndefined();
  });
});
