import type { Slots, SlotValue } from '../wire/command.ts';
import type { Gap, SiteMessage } from '../wire/site.ts';

const kinds: Record<string, Gap['kind']> = {
  time: 'time',
  span: 'span',
  places: 'places',
  position: 'position',
};

/**
 * The gaps of a message that a person fills: those the house lists, else those that stand in its
 * texts. `{word:key}` names a word of the site and needs nobody.
 */
export function gapsOfMessage(message: SiteMessage): Gap[] {
  if (message.gaps) return message.gaps;
  const found = new Map<string, Gap>();
  for (const { headline, sms, instruction } of Object.values(message.wordings)) {
    for (const [, name = ''] of `${headline} ${sms} ${instruction}`.matchAll(/\{([a-z][a-zA-Z0-9]*)\}/g)) {
      found.set(name, { name, kind: kinds[name] ?? 'word' });
    }
  }
  return [...found.values()];
}

/** Names of gaps that have no value yet. */
export function missing(
  gaps: readonly Gap[],
  slots: Readonly<Record<string, SlotValue | undefined>>,
): string[] {
  return gaps.filter(({ name }) => slots[name] === undefined).map(({ name }) => name);
}

export function filled(slots: Readonly<Record<string, SlotValue | undefined>>): Slots {
  return Object.fromEntries(Object.entries(slots).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

export interface Printer {
  time(iso: string): string;
  span(from: string, to: string): string;
  places(zones: string[]): string;
  position(place: { latDeg: number; lonDeg: number }): string;
  word(key: string): string;
}

/** What a text will look like; an open gap stays as `…`. The house composes the real one. */
export function preview(
  text: string,
  slots: Readonly<Record<string, SlotValue | undefined>>,
  print: Printer,
): string {
  return text.replace(/\{(word:)?([a-zA-Z0-9-]+)\}/g, (_, word: string | undefined, name: string) => {
    if (word) return print.word(name);
    const value = slots[name];
    return value ? printed(value, print) : '…';
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
