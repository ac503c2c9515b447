/* A row of the table: the product against somebody, by the rounds that both made. */

import { summaryOf } from '../measure/rounds.mjs';
import { median, pairwise } from '../measure/statistics.mjs';
import { goalOf } from '../report/goals.mjs';

/**
 * In: names, the figures of the rounds of both; `of`: what is compared, more is better. The ratio is the median of
 * the ratios of the rounds that stood beside each other, and the spread lies between the least and the largest of them. Without figures
 * of the other there is no ratio.
 */
export function rowOf({ workload, against, ours, theirs, of = 'perSecond', unit = 'requests', notes = [], ...more }) {
  const goal = goalOf(workload, against)?.ratio ?? null;
  if (theirs === undefined)
    return { workload, against, ratio: null, goal: null, unit, product: summaryOf(ours), ...more };
  const ratios = pairwise(
    ours.map(each => each[of]),
    theirs.map(each => each[of]),
  );
  return {
    workload,
    against,
    ratio: median(ratios),
    goal,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    unit,
    product: summaryOf(ours),
    other: summaryOf(theirs),
    ...(notes.length > 0 ? { notes } : {}),
    ...more,
  };
}
