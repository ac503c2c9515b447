import { tradeAtRandom } from './support/random-trades.js';

// The short form of test/long/random-trades.long.ts.
test('whatever is offered, answered, set aside and retired, each certificate is in one place, and it is the one that was asked for', async () => {
  expect(await tradeAtRandom(7, 20_180_201)).toBeGreaterThan(7);
}, 120_000);
