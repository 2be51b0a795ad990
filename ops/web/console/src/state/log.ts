import { entryOf, keyOr, translate } from '@nadhir/kit';
import { computed } from '@preact/signals';
import type { Names } from '../lib/log-words.ts';
import type { Actor } from '../wire/alert.ts';
import type { LogEntry } from '../wire/picture.ts';
import { clock } from './clock.ts';
import { hazardTitle } from './hazards.ts';
import {
  dangerPlaceName,
  gaugeName,
  headlineOf,
  levelName,
  neighbourName,
  personName,
  ruleName,
  sourceName,
  typeNameOf,
  unitName,
  zoneNames,
} from './names.ts';
import { objects } from './picture.ts';
import { language } from './settings.ts';
import { named, t, tPlain } from './words.ts';

/** The newest entry first. */
export const logEntries = computed(() => [...objects.log.value.values()].sort((a, b) => b.seq - a.seq));

/** Who is behind an entry: what the house concludes from a person's order is that person's doing. */
export function behind(entry: LogEntry): Actor {
  if (entry.actor.type === 'Actor.Person' || entry.cause === undefined) return entry.actor;
  const cause = bySeq.value.get(entry.cause)?.actor;
  return cause?.type === 'Actor.Person' ? cause : entry.actor;
}

const bySeq = computed(() => new Map([...objects.log.value.values()].map((e) => [e.seq, e])));

export const logNames: Names = {
  text: (key, gaps) => translate(entryOf(keyOr(key, 'log.none')), language.value, gaps),
  textOr: (key, plain, gaps) => (tPlain(key, '') ? t(keyOr(key, 'log.none'), gaps) : plain),
  words: (value) =>
    typeof value === 'object' && value !== null ? named(value as Record<string, string>) : '',
  zones: (ids) => zoneNames(ids, 3),
  unit: unitName,
  person: personName,
  level: levelName,
  hazardType: typeNameOf,
  hazard: (id) => {
    const found = objects.hazard.value.get(id);
    return found ? hazardTitle(found) : '';
  },
  incident: (id) => {
    const found = objects.incident.value.get(id);
    return found
      ? [typeNameOf(found.type), zoneNames(found.zones, 2)].filter(Boolean).join(t('list.and'))
      : '';
  },
  headline: (alert, revision) => {
    const found = objects.alert.value.get(alert)?.revisions.find((r) => r.message.revision === revision);
    return found ? headlineOf(found) : '';
  },
  rule: ruleName,
  gauge: gaugeName,
  source: sourceName,
  neighbour: neighbourName,
  dangerPlace: dangerPlaceName,
  clock,
};
