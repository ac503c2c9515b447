import { type BothExecutors, endpoints, startBothExecutors } from './support/on-both-executors.js';

let both: BothExecutors;
beforeAll(async () => {
  both = await startBothExecutors();
}, 120_000);
afterAll(() => both.stop());

describe.each(endpoints)('both executors of %s', (path, schemaFile, folder) => {
  test('answer what is documented alike', async () => {
    const queries = both.documented(schemaFile, folder);
    expect(queries.length).toBeGreaterThan(20);
    const { wrong, compiled } = await both.ask(path, queries);
    expect(wrong).toEqual([]);
    expect(compiled).toBeGreaterThan(queries.length / 4);
  }, 120_000);

  test('answer 50 generated queries alike (test/long/executors: 5,000)', async () => {
    const { wrong, compiled } = await both.ask(path, both.generated(schemaFile, 50, 20_261_129));
    expect(wrong).toEqual([]);
    expect(compiled).toBeGreaterThan(10);
  }, 120_000);
});
