import { type BothExecutors, endpoints, startBothExecutors } from '../server/support/on-both-executors.js';

let both: BothExecutors;
beforeAll(async () => {
  both = await startBothExecutors();
}, 120_000);
afterAll(() => both.stop());

test.each(endpoints)('both executors of %s answer 5,000 generated queries alike', async (path, schemaFile) => {
  const seed = Number(process.env.PTS_TEST_SEED ?? 1);
  const { wrong, compiled } = await both.ask(path, both.generated(schemaFile, 5_000, seed));
  expect(wrong).toEqual([]);
  expect(compiled).toBeGreaterThan(1_000);
});
