import { readFileSync } from 'node:fs';
import { isObject, type JsonObject } from './input.js';

/** One named case of a rule. */
export interface VectorRow {
  readonly name: string;
  readonly input: JsonObject;
  readonly expect: JsonObject;
}

/** The cases of one rule. */
export interface VectorFile {
  readonly rule: string;
  readonly rows: readonly VectorRow[];
}

/** Reads a vector file; an Error with one clear sentence when it is not one. */
export function readVectorFile(path: string): VectorFile {
  const file = parsed(path);
  if (!isObject(file) || typeof file.rule !== 'string') throw new Error('it names no rule');
  if (file.version !== 1) throw new Error(`its version is ${JSON.stringify(file.version) ?? 'missing'}, known is 1`);
  if (!Array.isArray(file.rows) || file.rows.length === 0) throw new Error('it has no rows');
  const rows = file.rows.map(vectorRow);
  const names = new Set<string>();
  for (const { name } of rows) {
    if (names.has(name)) throw new Error(`two rows are named "${name}"`);
    names.add(name);
  }
  return { rule: file.rule, rows };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
}

function vectorRow(row: unknown, index: number): VectorRow {
  const place = `row ${index + 1}`;
  if (!isObject(row) || typeof row.name !== 'string') throw new Error(`${place} has no name`);
  if (!isObject(row.input)) throw new Error(`${place} has no input`);
  if (!isObject(row.expect) || Object.keys(row.expect).length === 0) throw new Error(`${place} expects nothing`);
  return { name: row.name, input: row.input, expect: row.expect };
}
