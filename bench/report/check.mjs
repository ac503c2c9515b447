/* Whether every goal is reached, with some tolerance for noise. */
import { goalsOf, tolerance } from './goals.mjs';
import { number } from './table.mjs';

/** In: results, the names of the workloads that were run. Out: the exit code; says what falls short. What gave no figure does. */
export function check({ rows, size }, workloads) {
  const isFull = size === 'full';
  const goals = workloads.flatMap(goalsOf).filter(({ fullOnly }) => isFull || !fullOnly);
  const found = goals.flatMap(goal => {
    const row = rows.find(({ workload, against }) => workload === goal.workload && against === goal.against);
    return shortOf(goal, row, isFull).map(words => `FAIL ${goal.workload} against ${goal.against}: ${words}`);
  });
  for (const line of found) console.error(line);
  return found.length === 0 ? 0 : 1;
}

function shortOf({ ratio: ofFull, quickRatio, medianMs, seconds }, row, isFull) {
  const ratio = isFull ? ofFull : (quickRatio ?? ofFull);
  const most = (value, goal, unit) =>
    goal === undefined || value === undefined || value <= goal * (1 + tolerance)
      ? []
      : [`${number(value)} ${unit}, the goal is under ${goal}`];
  return [
    ...(row?.ratio >= ratio * (1 - tolerance) ? [] : [`${number(row?.ratio) || 'no ratio'}, the goal is ${ratio}`]),
    ...(isFull ? [...most(row?.product?.medianMs, medianMs, 'ms'), ...most(row?.seconds, seconds, 's')] : []),
  ];
}
