import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { createWorld, type World } from '../support/world.js';
import { staffOf } from '../support/world-corrections.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('ISSUED');
}, 60_000);
afterAll(() => world?.end());

test('what becomes of a correction tells nothing of sealed deposits: in their window it is always an adjustment', async () => {
  const staff = await staffOf(world);
  const how = async (at: string, system: 'mill' | 'field', valueKwh: string) =>
    (await staff.correct(at, system, '2017-12', valueKwh)).settled.map(each => each.how);
  const auctionIds = [];
  for (const program of ['SREC_I', 'SREC_II'] as const) {
    const { auctionId } = await world.act('operator', '2018-05-03T12:00:00Z', verb =>
      openAuction(verb, { program, generationYear: 2017 }),
    );
    auctionIds.push(auctionId);
  }
  expect(await how('2018-05-16T03:59:59Z', 'mill', '179001.125')).toEqual(['ROLLED_BACK']);
  expect(await how('2018-05-16T04:00:00Z', 'field', '1259500.5')).toEqual(['ADJUSTED']);
  const period = { opensAt: new Date('2018-07-30T14:00:00Z'), closesAt: new Date('2018-07-30T18:00:00Z') };
  for (const auctionId of auctionIds) {
    await world.act('operator', '2018-06-16T04:00:00Z', verb => openAuctionRound(verb, { auctionId, ...period }));
  }
  expect(await how('2018-06-16T04:00:00Z', 'mill', '178001.125')).toEqual(['ROLLED_BACK']); // nothing was deposited
  const results = await runLaws(world.orm.em, { laws: allLaws });
  expect(results.filter(result => !result.holds)).toEqual([]);
});
