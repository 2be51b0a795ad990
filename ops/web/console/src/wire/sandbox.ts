import {
  count,
  type Decoded,
  dictionary,
  instant,
  list,
  maybe,
  object,
  oneOf,
  otherwise,
  text,
} from './decode.ts';

const sandboxMessage = object({
  at: instant,
  channel: oneOf('SMS', 'PUSH'),
  to: text,
  language: otherwise(text, ''),
  text,
  title: otherwise(text, ''),
  state: otherwise(text, ''),
});
export type SandboxMessage = Decoded<typeof sandboxMessage>;

export const sandboxMessages = object({
  messages: list(sandboxMessage),
  total: count,
  counts: maybe(object({ channel: maybe(dictionary(count)), language: maybe(dictionary(count)) })),
});
export type SandboxMessages = Decoded<typeof sandboxMessages>;
