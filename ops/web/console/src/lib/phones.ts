import type { SandboxMessage } from '../wire/sandbox.ts';

export interface Phone {
  to: string;
  /** Newest last, as a phone shows them. */
  messages: SandboxMessage[];
  lastAt: number;
}

export interface PhoneFilter {
  language: string;
  channel: string;
  words: string;
  /** Exactly this text, as chosen from the list of texts. */
  text: string;
}

export const noFilter: PhoneFilter = { language: '', channel: '', words: '', text: '' };

export function fits(message: SandboxMessage, filter: PhoneFilter): boolean {
  if (filter.language && message.language !== filter.language) return false;
  if (filter.channel && message.channel !== filter.channel) return false;
  if (filter.text && message.text !== filter.text) return false;
  if (!filter.words) return true;
  const wanted = filter.words.toLocaleLowerCase();
  return `${message.to}\n${message.title}\n${message.text}`.toLocaleLowerCase().includes(wanted);
}

/** One phone for each address; the phone that got something last comes first. */
export function phonesOf(messages: readonly SandboxMessage[]): Phone[] {
  const byAddress = new Map<string, SandboxMessage[]>();
  for (const message of messages) {
    const known = byAddress.get(message.to);
    if (known) known.push(message);
    else byAddress.set(message.to, [message]);
  }
  const phones = [...byAddress].map(([to, list]) => {
    const sorted = list.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    return { to, messages: sorted, lastAt: sorted.at(-1)?.at.getTime() ?? 0 };
  });
  return phones.sort((a, b) => b.lastAt - a.lastAt || (a.to < b.to ? -1 : 1));
}

export interface TextCount {
  text: string;
  title: string;
  channel: SandboxMessage['channel'];
  language: string;
  n: number;
  lastAt: number;
}

/** Each different text with how many got it, the newest first. */
export function textsOf(messages: readonly SandboxMessage[]): TextCount[] {
  const found = new Map<string, TextCount>();
  for (const { text, title, channel, language, at } of messages) {
    const key = `${channel}|${text}`;
    const known = found.get(key);
    if (known) {
      known.n += 1;
      known.lastAt = Math.max(known.lastAt, at.getTime());
    } else {
      found.set(key, { text, title, channel, language, n: 1, lastAt: at.getTime() });
    }
  }
  return [...found.values()].sort((a, b) => b.lastAt - a.lastAt || b.n - a.n);
}
