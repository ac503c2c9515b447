import { live } from '../support/random-corrections.js';

// The short form of test/long/random-corrections.long.ts.
test('whatever is done over three quarters, all laws hold and nothing is lost', async () => {
  const did = await live(1);
  expect(did.corrected).toBeGreaterThan(10);
  expect(did.retired).toBeGreaterThan(2);
});
