import { type Level, lookOf, shapePaths, worst } from '@nadhir/kit';
import { levels } from '../state/house.ts';
import { levelName } from '../state/names.ts';

export function LevelShape({ level }: { level: Level }) {
  const look = lookOf(level);
  return (
    <svg class="shape" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapePaths[look.shape]} fill={look.ground} stroke={look.ink} stroke-width="1.5" />
    </svg>
  );
}

/** A level with its colour, its shape and its name. */
export function LevelBadge({ id }: { id: string }) {
  const level = worst(levels.value, [id]);
  if (!level) return <span class="level">{id}</span>;
  const look = lookOf(level);
  return (
    <span class="level" style={{ background: look.ground, color: look.ink }}>
      <svg class="shape" viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapePaths[look.shape]} fill="none" stroke={look.ink} stroke-width="2.5" />
      </svg>
      {levelName(level.id)}
    </span>
  );
}
