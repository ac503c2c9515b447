const first = 64 * 1024;
/** Sheets that are used again, so that their bytes are not given back and asked for at every request: so many, so large at most. */
const spare: Sheet[] = [];
const kept = { sheets: 16, bytes: 2 * 1024 * 1024 };

/**
 * UTF-8 that is written from its beginning to its end, as it goes out.
 *
 * Reason: V8 makes an object of each text that is added to another, keeps them until it puts all together, and encodes that once more. Of a
 * page of 500 systems with 12 readings each this was nearly half of node's time.
 */
export class Sheet {
  #bytes = Buffer.allocUnsafeSlow(first);
  #end = 0;

  static take(): Sheet {
    return spare.pop() ?? new Sheet();
  }

  /** What is written on it is no longer needed. */
  giveBack(): void {
    this.#end = 0;
    if (spare.length < kept.sheets && this.#bytes.length <= kept.bytes) spare.push(this);
  }

  get end(): number {
    return this.#end;
  }

  /** Writes ASCII. */
  ascii(text: string): void {
    const { length } = text;
    const bytes = this.#withRoom(length);
    const from = this.#end;
    for (let at = 0; at < length; at += 1) bytes[from + at] = text.charCodeAt(at);
    this.#end = from + length;
  }

  /** Writes a serialised value as JSON; throws for what is none. */
  json(value: unknown): void {
    if (typeof value === 'string') {
      this.#text(value);
      return;
    }
    const text = value === null || value instanceof Error ? undefined : JSON.stringify(value);
    if (text === undefined) throw new Error('a value that cannot be written');
    this.#utf8(text);
  }

  /** Copies what stands between two places; gives how much that was. */
  copy(from: number, until: number, to: Buffer, at: number): number {
    return this.#bytes.copy(to, at, from, until);
  }

  /** Text is nearly always ASCII of which JSON escapes nothing: one look at each of its characters tells so and writes it. */
  #text(text: string): void {
    const { length } = text;
    const bytes = this.#withRoom(length + 2);
    const from = this.#end;
    bytes[from] = quote;
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x20 || code > 0x7e || code === quote || code === backslash) {
        this.#utf8(JSON.stringify(text));
        return;
      }
      bytes[from + 1 + at] = code;
    }
    bytes[from + 1 + length] = quote;
    this.#end = from + length + 2;
  }

  #utf8(text: string): void {
    const bytes = this.#withRoom(text.length * 3);
    this.#end += bytes.write(text, this.#end);
  }

  #withRoom(more: number): Buffer {
    const needed = this.#end + more;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

const quote = 0x22;
const backslash = 0x5c;
