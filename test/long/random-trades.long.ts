import { tradeAtRandom } from '../market/support/random-trades.js';

test('whatever is offered, answered, set aside and retired, each certificate is in one place, and it is the one that was asked for', async () => {
  const seed = Number(process.env.PTS_TEST_SEED ?? 1);
  expect(await tradeAtRandom(60, seed)).toBeGreaterThan(25);
});
