import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { acceptStandingTransfer } from '../../src/market/accept-standing-transfer.js';
import { acceptTransfer } from '../../src/market/accept-transfer.js';
import { closeTradingYear } from '../../src/market/close-trading-year.js';
import { moveToSubaccount } from '../../src/market/move-to-subaccount.js';
import { offerStandingTransfer } from '../../src/market/offer-standing-transfer.js';
import { offerTransfers } from '../../src/market/offer-transfers.js';
import { openTradingPeriod } from '../../src/market/open-trading-period.js';
import { rejectTransfer } from '../../src/market/reject-transfer.js';
import { withdrawTransfer } from '../../src/market/withdraw-transfer.js';
import { rawSql, row } from '../../src/platform/sql.js';
import {
  brokenLaws,
  codeOf,
  createMarketWorld,
  inLastPeriod,
  inPeriod,
  type MarketWorld,
  type Trader,
} from './support/market-world.js';

/* Many at once want the same certificates, each on a connection of its own; after every race all laws hold. */

let market: MarketWorld;
let batch: string;
beforeAll(async () => {
  market = await createMarketWorld();
  batch = await market.batch('MSS700002', '2017-07');
});
afterEach(async () => {
  expect(await brokenLaws(market)).toEqual([]);
});
afterAll(() => market?.end());

const reason = 'a race';
const offer = (party: Trader, from: string, to: string, ranges: string[], at = inPeriod) =>
  market.act(party, at, verb =>
    offerTransfers(verb, { transfers: [{ fromGisAccountId: from, toGisAccountId: to, ranges }], reason }),
  );
const give = async (to: 'supplier' | 'trader', ranges: string[]) => {
  const { transferIds } = await offer('aggregator', market.accounts.first, market.accounts[to], ranges);
  await market.act(to, inPeriod, verb => acceptTransfer(verb, { transferId: transferIds[0] ?? '', reason }));
};
const retire = (party: Trader, ranges: string[], at = inPeriod) =>
  market.act(party, at, verb => retireCertificates(verb, { ranges, reason }));
const toRetail = (ranges: string[]) =>
  market.act('supplier', inPeriod, verb => moveToSubaccount(verb, { ranges, subaccount: 'RETAIL', reason }));
const outcomes = async (attempts: readonly Promise<unknown>[]) => (await Promise.all(attempts.map(codeOf))).sort();
const winner = (losers: number, code: string) => [...Array.from({ length: losers }, () => code), 'went well'].sort();

test.each([1, 2, 3])(
  'eighteen at once offer, retire or set aside the same range: one of them does (round %i)',
  async round => {
    const first = 8 * round - 7;
    const range = `${batch} - ${first} to ${first + 7}`;
    await give('supplier', [range]);
    const { supplier, trader, first: aggregator, second } = market.accounts;
    const attempts = Array.from({ length: 18 }, (_, index) => {
      // every one of them wants at least the fourth and fifth certificate
      const part = [`${batch} - ${first + (index % 4)} to ${first + 4 + (index % 3)}`];
      if (index % 3 === 0) return offer('supplier', supplier, [trader, aggregator, second][index % 2] ?? trader, part);
      return index % 3 === 1 ? retire('supplier', part) : toRetail(part);
    });
    expect(await outcomes(attempts)).toEqual(winner(17, 'CERTIFICATES_NOT_HELD'));
  },
);

test('eighteen at once accept, reject or withdraw one offer: one of them does', async () => {
  const { transferIds } = await offer('aggregator', market.accounts.first, market.accounts.trader, [
    `${batch} - 30 to 33`,
  ]);
  const transferId = transferIds[0] ?? '';
  const attempts = Array.from({ length: 18 }, (_, index) => {
    if (index % 3 === 0) return market.act('trader', inPeriod, verb => acceptTransfer(verb, { transferId, reason }));
    if (index % 3 === 1) return market.act('trader', inPeriod, verb => rejectTransfer(verb, { transferId, reason }));
    return market.act('aggregator', inPeriod, verb => withdrawTransfer(verb, { transferId, reason }));
  });
  expect(await outcomes(attempts)).toEqual(winner(17, 'REQUEST_NOT_OPEN'));
});

test('offers over two assets, in both orders, wait for each other and never for ever', async () => {
  const other = await market.batch('NON700001', '2017-08');
  const { first, trader } = market.accounts;
  const attempts = Array.from({ length: 16 }, (_, index) => {
    const ranges = [`${batch} - ${35 + index} to ${35 + index}`, `${other} - ${1 + index} to ${1 + index}`];
    return offer('aggregator', first, trader, index % 2 ? ranges : ranges.reverse());
  });
  expect(new Set(await outcomes(attempts))).toEqual(new Set(['went well']));
});

test('a trading period opened by four at once is opened once, whoever trades meanwhile', async () => {
  const { standingTransferId } = await market.act('aggregator', inLastPeriod, verb =>
    offerStandingTransfer(verb, {
      ...{
        alias: 'all',
        fromGisAccountId: market.accounts.first,
        toGisAccountId: market.accounts.trader,
        program: 'SREC_II',
      },
      ...{
        beginMonth: '2017-10' as Month,
        endMonth: '2017-12' as Month,
        method: 'AMOUNT',
        monthlyQuantity: 5,
        priority: 1,
      },
      ...{ fill: 'PARTIAL', irrevocable: true },
    }),
  );
  await market.act('trader', inLastPeriod, verb => acceptStandingTransfer(verb, { standingTransferId }));
  const october = await market.batch('NON700001', '2017-10');
  const open = () =>
    market.act('operator', inLastPeriod, verb =>
      openTradingPeriod(verb, { quarter: '2017-Q4' as Quarter, reason, dryRun: false }),
    );
  const [trades, ...opened] = await Promise.all([
    outcomes(Array.from({ length: 8 }, () => retire('aggregator', [`${october} - 3 to 4`], inLastPeriod))),
    ...Array.from({ length: 4 }, open),
  ]);
  expect(trades.filter(code => code === 'went well').length).toBeLessThanOrEqual(1);
  for (const { quantity } of opened) expect(quantity).toBe(opened[0]?.quantity);
  const stored = await row(
    market.world.orm.em.fork(),
    rawSql(`select count(*)::int as count, sum(moved)::int as moved from standing_transfer_execution`),
  );
  expect(stored).toEqual({ count: 3, moved: opened[0]?.quantity });
});

test('a trading year that is closed while everybody trades: what came first counts, then nothing moves', async () => {
  const { first, trader } = market.accounts;
  const december = await market.batch('NON700001', '2017-12');
  const close = (year: number) =>
    market.act('operator', '2018-06-16T12:00:00Z', verb => closeTradingYear(verb, { year, reason, dryRun: false }));
  const range = (index: number) => [`${december} - ${index + 1} to ${index + 1}`];
  const trade = (index: number) =>
    index % 2
      ? offer('aggregator', first, trader, range(index), inLastPeriod)
      : retire('aggregator', range(index), inLastPeriod);
  const [codes, ...closed] = await Promise.all([
    outcomes(Array.from({ length: 12 }, (_, index) => trade(index))),
    close(2017),
    close(2017),
  ]);
  for (const code of codes) expect(['went well', 'CERTIFICATES_EXPIRED', 'CERTIFICATES_NOT_HELD']).toContain(code);
  expect(closed[0]).toMatchObject({ residual: closed[1]?.residual, lapsedTransfers: closed[1]?.lapsedTransfers });
  const inUse = await row(
    market.world.orm.em.fork(),
    rawSql(`select count(*)::int as count from certificate_holding where state not in ('RETIRED', 'ROLLED_BACK')`),
  );
  expect(inUse).toEqual({ count: 0 });
});
