/* Rounds: A B C A B C. Whatever else the machine does meets all contestants alike. */
import { median, spread } from './statistics.mjs';

/**
 * In: contestants by name, each an async function of the number of the round that gives `{ perSecond, ... }`; how many rounds, and whether
 * the product is measured alone.
 * Out: by name the figures of all rounds.
 */
export async function inTurn(all, { rounds, onlyProduct = false }, { onRound = () => undefined } = {}) {
  const contestants = onlyProduct ? { product: all.product } : all;
  const results = Object.fromEntries(Object.keys(contestants).map(name => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      results[name].push(await run(round));
    }
    onRound(round + 1);
  }
  return results;
}

/** Each figure of a contestant: its median over the rounds; with the spread of what it does in a second. */
export function summaryOf(figures) {
  const names = Object.keys(figures[0]).filter(name => typeof figures[0][name] === 'number');
  const medians = Object.fromEntries(names.map(name => [name, median(figures.map(each => each[name]))]));
  return { ...medians, spread: spread(figures.map(each => each.perSecond)), rounds: figures.length };
}
