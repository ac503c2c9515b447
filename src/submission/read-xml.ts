import sax from 'sax';
import type { SubmittedRow } from '../metering/judge-rows.js';
import { BrokenUpload } from './broken-upload.js';
import { maximumRowLength } from './limits.js';
import { type FieldNames, ourNames, rowOfFields, unreadableRow } from './row-of-fields.js';
import type { SubmittedRows } from './submitted-rows.js';

const deepest = 16;
const mostAttributes = 64;

/** What its elements are called where a row is told what it lacks. */
const elements: FieldNames = {
  ...ourNames,
  ptsId: 'sysID',
  readAt: 'regDateTime',
  localTime: 'regDateTime',
  valueKwh: 'kwhRegistry',
};

/** A system of the file while it is read. */
interface OpenSystem {
  /** null until it is said. */
  sysId: string | null;
  rows: number;
  /** That `sysID` was said twice: whose the data after it are is not clear. */
  twice: 'sysID' | null;
}

/** A month's data of it. */
interface OpenMonth {
  key: string | null;
  kwh: string | null;
  at: string | null;
  /** What it says twice. */
  twice: string | null;
}

/** Where what an element says is kept. */
const partOf: Readonly<Record<string, 'key' | 'kwh' | 'at'>> = { key: 'key', kwhRegistry: 'kwh', regDateTime: 'at' };

/**
 * Rows of the PTS XML form (`ARData` of domain 5.5): each child of `MonthlyData` (`PVmonthlyData`, say) is a row of its `ptsSystem`, with
 * `sysID` as PTS id, `kwhRegistry` as cumulative kWh and `regDateTime` in Massachusetts time; its key is a `key` of ours beside these, else
 * `sysID`. Everything else is passed over. A system without such data is one unreadable row.
 *
 * BrokenUpload: what is not well-formed XML, another root, a DTD (no entity is expanded but XML's own five), an encoding other than
 * UTF-8, more than 16 levels.
 */
export async function* readXml(text: AsyncIterable<string>): SubmittedRows {
  const form = new Form();
  for await (const piece of text) {
    form.write(piece);
    yield form.take();
    form.refuseBroken();
  }
  form.end();
  yield form.take();
  form.refuseBroken();
}

const nothingSaid: OpenMonth = { key: null, kwh: null, at: null, twice: null };

/** What the parser has come to: rows that are done, and the path of the element that is open. */
class Form {
  private readonly parser = new sax.SAXParser(true, { xmlns: false, position: true });
  private readonly path: string[] = [];
  private rows: SubmittedRow[] = [];
  private broken: BrokenUpload | null = null;
  private system: OpenSystem | null = null;
  private month: OpenMonth | null = null;
  private textOfElement = '';
  private attributes = 0;

  constructor() {
    const { parser } = this;
    parser.onerror = error =>
      this.break(`The text is no XML: ${error.message.split('\n')[0]}, line ${parser.line + 1}.`);
    parser.ondoctype = () => this.break('A document type is not taken.');
    parser.onprocessinginstruction = ({ name, body }) => {
      const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(body)?.[1];
      if (name === 'xml' && encoding && encoding.toLowerCase() !== 'utf-8')
        this.break(`The encoding is UTF-8, not ${encoding}.`);
    };
    parser.onattribute = () => {
      this.attributes += 1;
      if (this.attributes > mostAttributes) this.break(`An element has at most ${mostAttributes} attributes.`);
    };
    parser.onopentag = tag => this.open(tag);
    parser.onclosetag = name => this.close(nameOf(name));
    parser.ontext = text => this.read(text);
    parser.oncdata = text => this.read(text);
  }

  write(piece: string): void {
    for (let at = 0; at < piece.length && !this.broken; at += maximumRowLength) {
      this.parser.write(piece.slice(at, at + maximumRowLength));
    }
  }

  end(): void {
    if (!this.broken) this.parser.close();
    if (!this.broken && this.path.length > 0) this.break('The text ends in the middle.');
  }

  take(): SubmittedRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  refuseBroken(): void {
    if (this.broken) throw this.broken;
  }

  private break(message: string): void {
    this.broken ??= new BrokenUpload(message);
  }

  private open({ name }: { readonly name: string }): void {
    if (this.broken) return;
    this.attributes = 0;
    this.textOfElement = '';
    this.path.push(nameOf(name));
    if (this.path.length > deepest) this.break(`Elements are at most ${deepest} deep.`);
    if (this.path.length === 1 && this.path[0] !== 'ARData') this.break('The root is `ARData`.');
    if (this.isAt('ptsSystem')) this.system = { sysId: null, rows: 0, twice: null };
    if (this.isAt('ptsSystem', 'MonthlyData', null)) this.month = { ...nothingSaid };
  }

  private read(text: string): void {
    if (this.broken) return;
    this.textOfElement += text;
    if (this.textOfElement.length > maximumRowLength) {
      this.break(`An element has at most ${maximumRowLength} characters of text.`);
    }
  }

  private close(name: string): void {
    if (this.broken) return;
    const text = this.textOfElement.trim();
    const { system, month } = this;
    if (system && this.isAt('ptsSystem', 'sysID')) {
      if (system.sysId !== null) system.twice = 'sysID';
      system.sysId = text;
    }
    const part = Object.hasOwn(partOf, name) ? partOf[name] : undefined;
    if (month && part && this.isAt('ptsSystem', 'MonthlyData', null, name)) {
      if (month[part] !== null) month.twice = name;
      month[part] = text;
    }
    if (system && month && this.isAt('ptsSystem', 'MonthlyData', null)) {
      system.rows += 1;
      this.add(system, month);
      this.month = null;
    }
    if (system && name === 'ptsSystem' && this.isAt('ptsSystem')) {
      if (system.rows === 0) this.add(system, nothingSaid);
      this.system = null;
    }
    this.path.pop();
    this.textOfElement = '';
  }

  private add(system: OpenSystem, { key, kwh, at, twice: twiceInMonth }: OpenMonth): void {
    const sysId = system.sysId ?? '';
    const fields = { key: key || sysId, ptsId: sysId, localTime: at, valueKwh: kwh };
    const row = rowOfFields(fields, elements);
    const twice = system.twice ?? twiceInMonth;
    if (twice === null) this.rows.push(row);
    else this.rows.push(unreadableRow(`\`${twice}\` is there twice.`, `one \`${twice}\``, row.key ?? null));
  }

  /** Whether the open element stands at a path below the root; null is any name. */
  private isAt(...names: readonly (string | null)[]): boolean {
    return (
      this.path.length === names.length + 1 && names.every((name, at) => name === null || name === this.path[at + 1])
    );
  }
}

function nameOf(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}
