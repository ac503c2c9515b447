import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../domain/error.js';
import { agrees, shown } from './agrees.js';
import { calendarRules } from './calendar-rules.js';
import { complianceRules } from './compliance-rules.js';
import { issuanceRules } from './issuance-rules.js';
import { qualificationRules } from './qualification-rules.js';
import { reportingRules } from './reporting-rules.js';
import type { VectorRules } from './rules.js';
import { readVectorFile, type VectorRow } from './vector-file.js';

/** What came of a run: rows that agreed, rows that did not, and a line for whatever went wrong. */
export interface VectorRun {
  readonly passed: number;
  readonly failed: number;
  readonly lines: readonly string[];
}

/** Every rule that the core answers. */
export const vectorRules: VectorRules = {
  ...calendarRules,
  ...reportingRules,
  ...issuanceRules,
  ...qualificationRules,
  ...complianceRules,
};

/** Runs vector files, and all `*.json` of folders in order of their names, against the core. Nothing is passed over in silence. */
export function runVectors(paths: readonly string[]): VectorRun {
  return total(paths.map(runPath));
}

function runPath(path: string): VectorRun {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return runFile(path);
  const files = readdirSync(path).filter(name => name.endsWith('.json'));
  if (files.length === 0) return failure(`${path}: no vector file in this folder`);
  return total(files.sort().map(name => runFile(join(path, name))));
}

function runFile(path: string): VectorRun {
  let file: ReturnType<typeof readVectorFile>;
  try {
    file = readVectorFile(path);
  } catch (error) {
    return failure(`${path}: not a vector file: ${messageOf(error)}`);
  }
  const { rule, rows } = file;
  const answer = Object.hasOwn(vectorRules, rule) ? vectorRules[rule] : undefined;
  const problem = file.problem ?? (answer ? null : `unknown rule "${rule}"`);
  if (problem !== null || !answer) {
    return { passed: 0, failed: rows.length, lines: [`${path}: ${problem}, ${rows.length} rows failed`] };
  }
  const lines = rows
    .map(row => ('problem' in row ? `${path}: ${row.problem}` : difference(rule, row, answer)))
    .filter(line => line !== null);
  return { passed: rows.length - lines.length, failed: lines.length, lines };
}

/** A line that shows how a row differs, or null when it agrees. */
function difference(rule: string, row: VectorRow, answer: VectorRules[string]): string | null {
  let got: unknown;
  try {
    got = answer(row.input);
  } catch (error) {
    if (!(error instanceof Refusal)) return `${rule} | ${row.name} | ${messageOf(error)}`;
    got = { error: error.code };
  }
  if (agrees(row.expect, got)) return null;
  return `${rule} | ${row.name} | expected ${shown(row.expect)} | got ${shown(got)}`;
}

function total(runs: readonly VectorRun[]): VectorRun {
  return {
    passed: runs.reduce((sum, run) => sum + run.passed, 0),
    failed: runs.reduce((sum, run) => sum + run.failed, 0),
    lines: runs.flatMap(run => run.lines),
  };
}

function failure(line: string): VectorRun {
  return { passed: 0, failed: 1, lines: [line] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
