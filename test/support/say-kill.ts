import type { Survived, Undisturbed } from './kill-issue-quarter.js';

/** Tells on the screen where a kill landed. */
export function sayKill(what: string, survived: Survived, { assets, transactions }: Undisturbed): void {
  const { seed, position, killedAfterMs, assetsBefore, inTheMiddle } = survived;
  process.stderr.write(
    `seed ${seed}: ${what} killed after ${killedAfterMs} ms (${position.toFixed(2)} of ${transactions} transactions), ` +
      `${assetsBefore} of ${assets} assets issued: ${inTheMiddle ? 'in the middle' : 'at an end'}\n`,
  );
}
