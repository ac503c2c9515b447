/* What must be reached: `goals.json`, the one place where it stands. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { tolerance, goals } = JSON.parse(readFileSync(fileURLToPath(new URL('../goals.json', import.meta.url)), 'utf8'));

export { tolerance };

/** The goal of a workload against somebody: a `ratio`, and where there is one a time; undefined: it is only shown. */
export function goalOf(workload, against) {
  return goals.find(goal => goal.workload === workload && goal.against === against);
}

/** The goals of a workload. */
export function goalsOf(workload) {
  return goals.filter(goal => goal.workload === workload);
}
