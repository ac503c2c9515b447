import { live } from '../support/random-corrections.js';

const first = Number(process.env.PTS_TEST_SEED ?? 2);

test.each(Array.from({ length: 8 }, (_, index) => first + index))(
  'whatever is done over three quarters, all laws hold and nothing is lost (seed %i)',
  async seed => {
    const did = await live(seed);
    expect(did.corrected).toBeGreaterThan(10);
  },
);
