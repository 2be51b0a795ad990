import type { Slots, SlotValue } from '../wire/command.ts';
import type { Gap, SiteMessage } from '../wire/site.ts';

const plain: Record<string, Gap['kind']> = {
  time: 'time',
  span: 'span',
  'span.from': 'span',
  'span.to': 'span',
  places: 'places',
  position: 'position',
};

/** One gap as it is written between braces; undefined for what nobody has to fill. */
function gapOf(written: string, choices: Readonly<Record<string, unknown>>): Gap | undefined {
  const [kind = '', name = ''] = written.split(':');
  if (kind === 'word') return Object.hasOwn(choices, name) ? { name, kind: 'word' } : undefined;
  if (kind === 'number') return { name, kind: 'number' };
  const known = plain[written];
  return known && { name: written.replace(/\..*/, ''), kind: known };
}

/**
 * The gaps of a message that a person fills: those the house lists, else those that stand in its
 * texts. `{word:key}` is a word of the site unless the message offers a choice, and the house itself
 * knows when the message before was `{sent}`.
 */
export function gapsOfMessage(message: SiteMessage): Gap[] {
  if (message.gaps) return message.gaps.filter((gap) => gap.name !== 'sent');
  const found = new Map<string, Gap>();
  for (const { headline, sms, instruction } of Object.values(message.wordings)) {
    for (const [, written = ''] of `${headline} ${sms} ${instruction}`.matchAll(/\{([^{}]+)\}/g)) {
      const gap = gapOf(written, message.choices);
      if (gap) found.set(gap.name, gap);
    }
  }
  return [...found.values()];
}

/** What a message is for; where the house does not say, its name does. */
export function purpose(message: SiteMessage): 'ALERT' | 'CORRECTION' | 'ALL_CLEAR' {
  if (message.kind) return message.kind;
  if (message.key.endsWith('correction')) return 'CORRECTION';
  return message.key.endsWith('all-clear') ? 'ALL_CLEAR' : 'ALERT';
}

/** The slots that have a value. */
export function filled(slots: Readonly<Record<string, SlotValue | undefined>>): Slots {
  return Object.fromEntries(Object.entries(slots).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

export interface Printer {
  time(iso: string): string;
  span(from: string, to: string): string;
  places(zones: string[]): string;
  position(place: { latDeg: number; lonDeg: number }): string;
  /** Empty for a word that the site does not have. */
  word(key: string): string;
}

/** Shown for an open gap; plain letters, so that the size of the preview stays near the truth. */
export const OPEN = '___';

/** What a text will look like. The house composes the real one. */
export function preview(
  text: string,
  slots: Readonly<Record<string, SlotValue | undefined>>,
  print: Printer,
): string {
  return text.replace(/\{([^{}]+)\}/g, (_, written: string) => {
    const [kind = '', named] = written.split(':');
    const [name = '', edge] = (named ?? kind).split('.');
    const value = slots[name];
    if (value?.type === 'Slot.Span' && edge) return print.time(edge === 'from' ? value.from : value.to);
    if (value) return printed(value, print);
    return (kind === 'word' && print.word(name)) || OPEN;
  });
}

function printed(value: SlotValue, print: Printer): string {
  switch (value.type) {
    case 'Slot.Time':
      return print.time(value.at);
    case 'Slot.Span':
      return print.span(value.from, value.to);
    case 'Slot.Places':
      return print.places(value.zones);
    case 'Slot.Position':
      return print.position(value.place);
    case 'Slot.Number':
      return value.value.toFixed(value.decimals);
    case 'Slot.Word':
      return print.word(value.key);
  }
}
