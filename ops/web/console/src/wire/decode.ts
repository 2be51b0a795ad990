/**
 * Strict readers for what the server sends: a value has the shape that the console needs, or it is
 * rejected with the place and the reason. Names that a reader does not ask for are ignored, so that a
 * newer server may say more.
 */
export type Decoder<T> = (value: unknown, path: string) => T;

export type Decoded<D> = D extends Decoder<infer T> ? T : never;

/** What arrived is not what was agreed. */
export class Malformed extends Error {
  readonly path: string;

  constructor(path: string, wanted: string, got: unknown) {
    super(`${path || 'value'}: ${wanted} wanted, got ${describe(got)}`);
    this.name = 'Malformed';
    this.path = path;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

export const text: Decoder<string> = (value, path) => {
  if (typeof value !== 'string') throw new Malformed(path, 'text', value);
  return value;
};

export const truth: Decoder<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw new Malformed(path, 'true or false', value);
  return value;
};

export const number: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Malformed(path, 'a number', value);
  return value;
};

export const count: Decoder<number> = (value, path) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new Malformed(path, 'a whole number from 0', value);
  }
  return value;
};

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A UTC instant as Java writes it. Below milliseconds nothing is kept. */
export const instant: Decoder<Date> = (value, path) => {
  if (typeof value !== 'string' || !instantPattern.test(value))
    throw new Malformed(path, 'a UTC time', value);
  const at = new Date(value.replace(/(\.\d{3})\d+/, '$1'));
  if (Number.isNaN(at.getTime())) throw new Malformed(path, 'a UTC time', value);
  return at;
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Decoder<T> {
  return (value, path) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new Malformed(path, `one of ${allowed.join(', ')}`, value);
    return found;
  };
}

export function list<T>(of: Decoder<T>): Decoder<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new Malformed(path, 'a list', value);
    return value.map((item, index) => of(item, `${path}[${index}]`));
  };
}

/** `null` and a missing name are both nothing. */
export function maybe<T>(of: Decoder<T>): Decoder<T | undefined> {
  return (value, path) => (value === null || value === undefined ? undefined : of(value, path));
}

export function otherwise<T>(of: Decoder<T>, fallback: T): Decoder<T> {
  return (value, path) => (value === null || value === undefined ? fallback : of(value, path));
}

export function dictionary<T>(of: Decoder<T>): Decoder<Record<string, T>> {
  return (value, path) => {
    const entries = Object.entries(plain(value, path));
    return Object.fromEntries(entries.map(([name, item]) => [name, of(item, `${path}.${name}`)]));
  };
}

function plain(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Malformed(path, 'an object', value);
  }
  return value as Record<string, unknown>;
}

type Fields = Record<string, Decoder<unknown>>;
export type Shape<F extends Fields> = { readonly [K in keyof F]: Decoded<F[K]> };

export function object<F extends Fields>(fields: F): Decoder<Shape<F>> {
  const names = Object.entries(fields);
  return (value, path) => {
    const source = plain(value, path);
    const found = names.map(([name, of]) => [name, of(source[name], path ? `${path}.${name}` : name)]);
    return Object.fromEntries(found) as Shape<F>;
  };
}

/** A sealed choice: `type` says which. The type is kept in the result. */
export function choice<C extends Record<string, Fields>>(
  choices: C,
): Decoder<{ [K in keyof C]: { readonly type: K } & Shape<C[K]> }[keyof C]> {
  const readers = new Map(Object.entries(choices).map(([type, fields]) => [type, object(fields)]));
  return (value, path) => {
    const type = text(plain(value, path).type, `${path}.type`);
    const reader = readers.get(type);
    if (!reader) throw new Malformed(`${path}.type`, `one of ${[...readers.keys()].join(', ')}`, type);
    return { type, ...reader(value, path) } as never;
  };
}

/** As it is, for what only passes through. */
export const anything: Decoder<unknown> = (value) => value;
