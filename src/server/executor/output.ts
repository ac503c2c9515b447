import type { Sheet } from './sheet.js';

/** What stands on a sheet before a place that is written later. */
interface Before {
  readonly from: number;
  readonly until: number;
  readonly place: Output;
}

/**
 * A part of an answer, some of whose places are written later than what follows them: on a sheet that it shares with all others, one of
 * which is written at a time, from `begin` to `finish`.
 */
export class Output {
  readonly sheet: Sheet;
  readonly #before: Before[] = [];
  #from = 0;
  #until = 0;
  #taken = false;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  begin(): void {
    this.#from = this.sheet.end;
  }

  finish(): void {
    this.#until = this.sheet.end;
  }

  /** A place for what is written later. */
  later(): Output {
    const { end } = this.sheet;
    const place = new Output(this.sheet);
    this.#before.push({ from: this.#from, until: end, place });
    this.#from = end;
    return place;
  }

  /** All that was written, in its order, between two texts. Once: what it was written on is used again, for others. */
  whole(before: string, after: string): Buffer {
    if (this.#taken) throw new Error('an answer was taken twice');
    this.#taken = true;
    const { sheet } = this;
    const rest = Buffer.from(after);
    const whole = Buffer.allocUnsafeSlow(Buffer.byteLength(before) + sheet.end + rest.length);
    const at = this.#copy(whole, whole.write(before));
    rest.copy(whole, at);
    sheet.giveBack();
    return whole;
  }

  #copy(to: Buffer, begin: number): number {
    let at = begin;
    for (const { from, until, place } of this.#before) {
      at += this.sheet.copy(from, until, to, at);
      at = place.#copy(to, at);
    }
    return at + this.sheet.copy(this.#from, this.#until, to, at);
  }
}
