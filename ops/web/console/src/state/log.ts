import { entryOf, keyOr, translate } from '@nadhir/kit';
import { computed } from '@preact/signals';
import type { Names } from '../lib/log-words.ts';
import { clock } from './clock.ts';
import { headlineOf, levelName, personName, typeNameOf, unitName, zoneNames } from './names.ts';
import { objects } from './picture.ts';
import { language } from './settings.ts';
import { named, t, tPlain } from './words.ts';

/** The newest entry first. */
export const logEntries = computed(() => [...objects.log.value.values()].sort((a, b) => b.seq - a.seq));

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
    return found ? `${typeNameOf(found.type)}` : '';
  },
  incident: (id) => {
    const found = objects.incident.value.get(id);
    return found
      ? `${typeNameOf(found.type)} ${found.zones.length > 0 ? zoneNames(found.zones, 2) : ''}`.trim()
      : '';
  },
  headline: (alert, revision) => {
    const found = objects.alert.value.get(alert)?.revisions.find((r) => r.message.revision === revision);
    return found ? headlineOf(found) : '';
  },
  clock,
};
