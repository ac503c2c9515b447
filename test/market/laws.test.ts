import { laws } from '../../src/ledger/laws/laws.js';
import { marketLaws } from '../../src/ledger/laws/market-laws.js';
import { checkLaws } from '../../src/ledger/laws/run-laws.js';
import { rawSql, rows } from '../../src/platform/sql.js';
import { createWorld, type World } from '../support/world.js';
import { marketBreaks } from './breaks.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('ISSUED');
});
afterAll(() => world?.end());

test('every law of the market has a break', () => {
  expect(Object.keys(marketBreaks).sort()).toEqual(marketLaws.map(law => law.name).sort());
  expect(laws).toEqual(expect.arrayContaining([...marketLaws]));
});

test.each(marketLaws.map(law => law.name))('%s is the law that fails', async name => {
  const em = world.orm.em.fork();
  await em.begin();
  try {
    for (const statement of [
      'set local session_replication_role = replica',
      ...(marketBreaks[name]?.statements ?? []),
    ]) {
      await rows(em, rawSql(statement));
    }
    const failing = (await checkLaws(em, laws)).filter(result => !result.holds);
    expect(failing.map(result => result.name)).toEqual([name]);
    expect(failing[0]?.places.length).toBe(failing[0]?.count);
  } finally {
    await em.rollback();
  }
});
