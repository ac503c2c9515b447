import { laws } from '../../src/ledger/laws/laws.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { createWorld, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.end());

test('all laws hold in the small world', async () => {
  const results = await runLaws(world.orm.em);
  expect(results.filter(result => !result.holds)).toEqual([]);
  expect(results.map(result => result.name)).toEqual(laws.map(law => law.name));
});
