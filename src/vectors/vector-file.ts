import { readFileSync } from 'node:fs';
import { isObject, type JsonObject } from './input.js';

/** One named case of a rule. */
export interface VectorRow {
  readonly name: string;
  readonly input: JsonObject;
  readonly expect: JsonObject;
}

/** A row that is no case, and why. */
export interface MalformedRow {
  readonly problem: string;
}

/** The cases of one rule, in the order of the file. */
export interface VectorFile {
  readonly rule: string;
  /** What is wrong with the file as a whole, and so with each of its rows. */
  readonly problem: string | null;
  readonly rows: readonly (VectorRow | MalformedRow)[];
}

/**
 * Reads a vector file; an Error with one clear sentence when no rows can be seen in it. What is wrong with one row leaves the
 * others as they are.
 */
export function readVectorFile(path: string): VectorFile {
  const file = parsed(path);
  if (!isObject(file) || !Array.isArray(file.rows) || file.rows.length === 0) throw new Error('it has no rows');
  const names = new Set<string>();
  const rows = file.rows.map((row, index) => {
    const read = vectorRow(row, index);
    if ('problem' in read) return read;
    if (names.has(read.name)) return { problem: `row ${index + 1}: another row is named "${read.name}"` };
    names.add(read.name);
    return read;
  });
  const { rule, version } = file;
  if (typeof rule !== 'string') return { rule: '', problem: 'it names no rule', rows };
  const problem = version === 1 ? null : `its version is ${JSON.stringify(version) ?? 'missing'}, known is 1`;
  return { rule, problem, rows };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
}

function vectorRow(row: unknown, index: number): VectorRow | MalformedRow {
  const place = `row ${index + 1}`;
  if (!isObject(row) || typeof row.name !== 'string') return { problem: `${place} has no name` };
  if (!isObject(row.input)) return { problem: `${place} has no input` };
  if (!isObject(row.expect) || Object.keys(row.expect).length === 0) return { problem: `${place} expects nothing` };
  return { name: row.name, input: row.input, expect: row.expect };
}
