/** One event of a server-sent event stream (WHATWG HTML, section 9.2). */
export interface ServerEvent {
  event: string;
  id: string;
  data: string;
}

/** A line longer than this is no event of ours; the stream is given up. */
export const MAX_LINE = 8_000_000;

/**
 * Reads a stream piece by piece, wherever the pieces end. Comments (`: ping`) give no event; they are
 * a sign of life to whoever feeds the pieces.
 */
export class SseReader {
  #rest = '';
  #data: string[] = [];
  #event = '';
  #id = '';
  #sawReturn = false;

  feed(piece: string): ServerEvent[] {
    const events: ServerEvent[] = [];
    let text = this.#rest + piece;
    if (this.#sawReturn && this.#rest === '' && text.startsWith('\n')) text = text.slice(1);
    this.#sawReturn = text.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > MAX_LINE) throw new Error('a line of the event stream is too long');
    for (const line of lines) {
      const event = this.#line(line);
      if (event) events.push(event);
    }
    return events;
  }

  #line(line: string): ServerEvent | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#event = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    return undefined;
  }

  #dispatch(): ServerEvent | undefined {
    const data = this.#data;
    const event = this.#event || 'message';
    this.#data = [];
    this.#event = '';
    return data.length > 0 || event !== 'message'
      ? { event, id: this.#id, data: data.join('\n') }
      : undefined;
  }
}
