import type { Survived, Undisturbed } from './kill-issue-quarter.js';

/** Tells on the screen where a kill landed. */
export function sayKill(what: string, survived: Survived, { of }: Undisturbed): void {
  const { seed, step, position, killedAfterMs, assetsBefore, inTheMiddle } = survived;
  const { assets, transactions } = of[step];
  process.stderr.write(
    `seed ${seed}: ${what} killed after ${killedAfterMs} ms (${position.toFixed(2)} of ${transactions} transactions), ` +
      `${assetsBefore} of ${assets} assets ${step === 'ISSUE' ? 'issued' : 'reported'}: ${inTheMiddle ? 'in the middle' : 'at an end'}\n`,
  );
}
