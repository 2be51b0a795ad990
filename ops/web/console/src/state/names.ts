import { worst } from '@nadhir/kit';
import { headline, lastIssued } from '../lib/alerts.ts';
import type { Revision } from '../wire/alert.ts';
import type { DangerPlace } from '../wire/dispatch.ts';
import type { Assessment } from '../wire/hazard.ts';
import type { SiteMessage } from '../wire/site.ts';
import {
  gaugeById,
  hazardType,
  levels,
  me,
  neighbourById,
  person,
  site,
  unitById,
  zoneById,
} from './house.ts';
import { objects } from './picture.ts';
import { language } from './settings.ts';
import { named, t, tOr, tPlain } from './words.ts';

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

/** What the message says, its gaps as dots; one that is all gaps has a name of its own. */
export function messageTitle(message: SiteMessage): string {
  const wording =
    message.wordings[language.value] ?? message.wordings.en ?? Object.values(message.wordings)[0];
  const says = (wording?.headline ?? message.key).replaceAll(/\{[^}]*\}/g, '…');
  return tPlain(`message.${message.key}`, says);
}

/** A rule by what it is about and what it would say; by its id where the site tells no more. */
export function ruleName(id: string): string {
  const rule = site.value?.rules.find((r) => r.id === id);
  if (!rule) return id;
  const message = site.value?.messages.find((m) => m.key === rule.message);
  const hazard = typeNameOf(rule.hazard);
  return message ? t('rule.named', { hazard, message: messageTitle(message) }) : hazard;
}

/** `missing-time` names a gap, all others are keys of the catalogue. */
export function doubtWords(doubt: string): string {
  const gap = /^missing-(.+)$/.exec(doubt)?.[1];
  if (gap) return t('doubt.missing', { what: tPlain(`compose.gap.${gap}`, gap) });
  return tOr(`doubt.${doubt}`, 'doubt.other', { doubt });
}

/** The agency beyond the border that is informed; the id of one that the site does not list. */
export const neighbourName = (id: string) => named(neighbourById.value.get(id)?.agency, id);

/** The same where it stands alone. */
export const neighbourTitle = (id: string) => leading(neighbourName(id));

export const feedName = (id: string) => tPlain(`feed.${id}`, id);

/** `Y1 Upper Yutum gauge`, or the id of what is none. */
export function gaugeName(id: string): string {
  const name = named(gaugeById.value.get(id)?.name);
  return name ? `${id} ${name}` : id;
}

/** A gauge or a feed, as rules rest on them. */
export const sourceName = (id: string) => (gaugeById.value.has(id) ? gaugeName(id) : feedName(id));

/** A zone by name; of a drawn area, whose alert it was drawn for. */
export function dangerPlaceName(place: DangerPlace): string {
  if (place.type === 'DangerPlace.Zone') return zoneName(place.zone);
  const alert = objects.alert.value.get(place.alert);
  const issued = alert && (lastIssued(alert) ?? alert.revisions.at(-1));
  return t('unit.danger.drawn', { alert: issued ? headlineOf(issued) : place.alert });
}

function assessmentName({ rule, level }: Assessment): string {
  const hazard = site.value?.rules.find((r) => r.id === rule)?.hazard;
  return hazard ? t('assessment.named', { hazard: typeNameOf(hazard), level: levelName(level) }) : rule;
}

/**
 * What made a place dangerous, as far as the picture has it still: what is over and gone is not named, an
 * assessment by its level and what its rule is about, an alert by its headline.
 */
export function causeNames(ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const assessment = objects.assessment.value.get(id);
    if (assessment) return [assessmentName(assessment)];
    const alert = objects.alert.value.get(id);
    const issued = alert && lastIssued(alert);
    return issued ? [headlineOf(issued)] : [];
  });
}

/** Zones by name, a few of them and how many more. */
export function zoneNames(ids: readonly string[], most = 4): string {
  const names = ids.slice(0, most).map(zoneName);
  const rest = ids.length - names.length;
  const joined = names.join(t('list.and'));
  return rest > 0 ? `${joined} ${t('list.more', { n: rest })}` : joined;
}
