import { allLaws as laws } from '../../src/operator/all-laws.js';
import { rawSql, rows } from '../../src/platform/sql.js';
import { type Ended, runPtsHere } from '../support/run-program.js';
import { createWorld, type World } from '../support/world.js';
import { breaks } from './breaks.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.end());

const pts = (...words: string[]): Promise<Ended> => runPtsHere(['laws', ...words], { DATABASE_URL: world.url });

test('pts laws says that all hold, names those that were asked for, lists what they say', async () => {
  const [all, some, list, unknown] = await Promise.all([
    pts(),
    pts('conservation', 'issued-once', '--json'),
    pts('--list'),
    pts('gravity'),
  ]);
  expect(all.stdout.trim().split('\n')).toEqual([
    ...laws.map(({ name }) => `ok     ${name}`),
    `All ${laws.length} laws hold.`,
  ]);
  expect(all.exitCode).toBe(0);
  const { holds, failed, laws: results } = JSON.parse(some.stdout);
  expect({ holds, failed, names: results.map(({ name }: { name: string }) => name) }).toEqual({
    holds: true,
    failed: 0,
    names: ['conservation', 'issued-once'],
  });
  for (const { name, sentence } of laws) {
    expect(list.stdout).toContain(name);
    expect(list.stdout).toContain(sentence);
  }
  expect(unknown).toMatchObject({ exitCode: 2, stdout: '' });
  expect(unknown.stderr).toContain('There is no law "gravity"');
});

test('pts laws says which law fails, and where, and exits with 1', async () => {
  await world.orm.em.fork().transactional(async em => {
    await rows(em, rawSql('set local session_replication_role = replica'));
    for (const statement of breaks['holdings-cover-batches']?.statements ?? []) await rows(em, rawSql(statement));
  });
  const [text, json] = await Promise.all([pts(), pts('--json')]);
  expect(text.exitCode).toBe(1);
  expect(text.stdout).toMatch(
    /\nFAILS {2}holdings-cover-batches at one place: .*\n {9}asset NON700001, program SREC_II, month 2017-07, batch \d+,/,
  );
  expect(text.stdout).toContain(`1 of ${laws.length} laws FAIL.`);
  expect(json.exitCode).toBe(1);
  const { holds, laws: results } = JSON.parse(json.stdout);
  expect(holds).toBe(false);
  expect(results.filter((result: { holds: boolean }) => !result.holds)).toEqual([
    expect.objectContaining({ name: 'holdings-cover-batches', count: 1 }),
  ]);
});
