import { worst } from '@nadhir/kit';
import { headline } from '../lib/alerts.ts';
import type { Revision } from '../wire/alert.ts';
import { hazardType, levels, me, person, unitById, zoneById } from './house.ts';
import { language } from './settings.ts';
import { named, t, tPlain } from './words.ts';

/** The house writes names as they stand inside a sentence. */
function leading(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

/** Names of things in the language of the page; the id where a thing has none. */

export const zoneName = (id: string) => named(zoneById.value.get(id)?.name, id);
export const unitName = (id: string) => named(unitById.value.get(id)?.name, id);
export const typeNameOf = (id: string) => leading(named(hazardType(id)?.name, id));
/** By the site, else by our own words for the people of the demo, else by the account. */
export function personName(ref: string): string {
  const account = me.value?.who === ref ? named(me.value.name) : '';
  return named(person(ref)) || tPlain(`person.${ref}`, account || ref);
}
export const levelName = (id: string) => leading(named(worst(levels.value, [id])?.name, id));
export const headlineOf = (revision: Revision) => headline(revision, language.value);

/** Zones by name, a few of them and how many more. */
export function zoneNames(ids: readonly string[], most = 4): string {
  const names = ids.slice(0, most).map(zoneName);
  const rest = ids.length - names.length;
  const joined = names.join(t('list.and'));
  return rest > 0 ? `${joined} ${t('list.more', { n: rest })}` : joined;
}
