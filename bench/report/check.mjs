/* Whether every goal is reached, with some tolerance for noise. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { number } from './table.mjs';

/** In: results. Out: the exit code; says which rows are below. */
export function check({ rows }) {
  const { tolerance } = JSON.parse(readFileSync(fileURLToPath(new URL('../goals.json', import.meta.url)), 'utf8'));
  const below = rows.filter(({ ratio, goal }) => goal !== null && ratio < goal * (1 - tolerance));
  for (const { workload, against, ratio, goal } of below) {
    console.error(`FAIL ${workload} against ${against}: ${number(ratio)}, the goal is ${number(goal)}`);
  }
  return below.length === 0 ? 0 : 1;
}
