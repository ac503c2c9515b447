import type { Quarter } from '../../src/domain/quarter.js';
import { issueQuarter } from '../../src/ledger/issue-quarter.js';
import { reportQuarter } from '../../src/ledger/report-quarter.js';
import { acceptTransfer } from '../../src/market/accept-transfer.js';
import { closeTradingYear } from '../../src/market/close-trading-year.js';
import { moveToSubaccount } from '../../src/market/move-to-subaccount.js';
import { offerTransfers } from '../../src/market/offer-transfers.js';
import type { Subaccount } from '../../src/market/subaccount.js';
import { rawSql, row, rows } from '../../src/platform/sql.js';
import {
  brokenLaws,
  codeOf,
  createMarketWorld,
  inLastPeriod,
  type MarketWorld,
  type Trader,
} from './support/market-world.js';

let market: MarketWorld;
let batch: string;
let flagged: string;
beforeAll(async () => {
  market = await createMarketWorld();
  batch = await market.batch('MSS700002', '2017-07');
  flagged = await market.batch('MSS700002', '2017-08');
});
afterEach(async () => {
  expect(await brokenLaws(market)).toEqual([]);
});
afterAll(() => market?.end());

const reason = 'a test';
const offer = (ranges: string[], at: string, toGisAccountId: string) =>
  market.act('aggregator', at, verb =>
    offerTransfers(verb, { transfers: [{ fromGisAccountId: market.accounts.first, toGisAccountId, ranges }], reason }),
  );
const move = (party: Trader, subaccount: Subaccount, ranges: string[], at: string) =>
  market.act(party, at, verb => moveToSubaccount(verb, { ranges, subaccount, reason }));
const close = (year: number, at: string) =>
  market.act('operator', at, verb => closeTradingYear(verb, { year, reason, dryRun: false }));
const yearRow = () =>
  row(
    market.world.orm.em.fork(),
    rawSql(`select to_char(closed_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as "closedAt", completed_at is not null as completed
            from trading_year where year = 2017`),
  );
const changeHoldings = (change: string) => rows(market.world.orm.em.fork(), rawSql(change));

test('a year is closed from June 16 on, after its quarters are issued', async () => {
  expect(await codeOf(close(2017, '2018-06-16T03:59:00Z'))).toBe('BEFORE_SCHEDULE');
  expect(await codeOf(close(2018, '2019-07-01T12:00:00Z'))).toBe('QUARTER_OUT_OF_ORDER');
  expect(await codeOf(close(99_999, '2019-07-01T12:00:00Z'))).toBe('BAD_USER_INPUT');
});

test('closed, what is in no retail or reserve sub-account goes to the residual mix; deposited and re-minted certificates stay', async () => {
  const { supplier, trader } = market.accounts;
  const { transferIds } = await offer([`${batch} - 1 to 20`, `${flagged} - 1 to 10`], inLastPeriod, supplier);
  await market.act('supplier', inLastPeriod, verb =>
    acceptTransfer(verb, { transferId: transferIds[0] ?? '', reason }),
  );
  await move('supplier', 'RETAIL', [`${batch} - 1 to 8`], inLastPeriod);
  await move('supplier', 'RESERVE', [`${batch} - 9 to 11`], inLastPeriod);
  await move('aggregator', 'BANKED', [`${batch} - 30 to 31`], inLastPeriod);
  await offer([`${batch} - 40 to 41`, `${flagged} - 40 to 41`], inLastPeriod, trader);
  // as an auction leaves them: usable until 2019 or 2018, and deposited
  await changeHoldings(
    `update certificate_holding set usable_until = 2019 where batch_id = ${flagged} and first_serial = 1`,
  );
  await move('supplier', 'RETAIL', [`${flagged} - 1 to 2`], '2018-08-01T12:00:00Z');

  const { total } = await row<{ total: number }>(
    market.world.orm.em.fork(),
    rawSql(
      `select sum(last_serial - first_serial + 1)::int as total from certificate_holding where usable_until is null`,
    ),
  );
  // killed after its first batch: what is done stays done, and the year is being closed from then on
  const killed = market.act('operator', '2018-09-01T11:00:00Z', verb =>
    closeTradingYear(verb, {
      ...{ year: 2017, reason, dryRun: false },
      progress: () => {
        throw new RangeError('killed');
      },
    }),
  );
  await expect(killed).rejects.toThrow('killed');
  expect(await yearRow()).toEqual({ closedAt: '2018-09-01 11:00', completed: false });
  expect(await brokenLaws(market)).toEqual([]);
  const closed = await close(2017, '2018-09-01T12:00:00Z');
  expect(await yearRow()).toEqual({ closedAt: '2018-09-01 11:00', completed: true });
  expect(closed).toMatchObject({ compliance: 8, reserve: 3, residual: total - 11, lapsedTransfers: 1 });
  expect(await market.places(batch)).toEqual(
    expect.arrayContaining(['1-8 supplier RETIRED', '9-11 supplier RETIRED', '12-20 supplier RETIRED']),
  );
  expect((await market.places(flagged)).slice(0, 2)).toEqual(['1-2 supplier RETAIL', '3-10 supplier ACTIVE']);
  const uses = await rows<{ use: string }>(
    market.world.orm.em.fork(),
    rawSql(`select u.purpose || ' ' || o.name || ' ' || coalesce(u.compliance_year::text, '-') as use
            from certificate_use u join organisation o on o.id = u.organisation_id order by u.entry_id`),
  );
  expect(uses.map(({ use }) => use)).toEqual(['COMPLIANCE supplier 2017', 'RESERVE supplier -']);
});

test('asked again it closes nothing twice; nothing of the year moves any more', async () => {
  const entries = () => row(market.world.orm.em.fork(), rawSql('select count(*) as count from ledger_entry'));
  const before = await entries();
  expect(await close(2017, '2018-10-01T12:00:00Z')).toMatchObject({ compliance: 8, reserve: 3, lapsedTransfers: 1 });
  expect(await entries()).toEqual(before);
  expect(await codeOf(offer([`${batch} - 50 to 51`], inLastPeriod, market.accounts.trader))).toBe(
    'CERTIFICATES_NOT_HELD',
  );
});

test('what was put into the retail sub-account in a later year is retired for that year, the rest when it expires', async () => {
  await move('supplier', 'RETAIL', [`${flagged} - 5 to 6`], '2019-07-20T12:00:00Z');
  for (const quarter of ['2018-Q4', '2019-Q4'] as Quarter[]) {
    const at = '2020-04-20T12:00:00Z';
    await market.act('operator', at, verb => reportQuarter(verb, { quarter, reason, dryRun: false }));
    await market.act('operator', at, verb => issueQuarter(verb, { quarter, reason, dryRun: false }));
  }
  expect(await codeOf(close(2019, '2020-07-01T12:00:00Z'))).toBe('QUARTER_OUT_OF_ORDER'); // 2018 comes first
  expect(await close(2018, '2020-07-01T12:00:00Z')).toMatchObject({ compliance: 2, residual: 0 });
  expect((await market.places(flagged)).slice(0, 4)).toEqual([
    '1-2 supplier RETIRED',
    '3-4 supplier ACTIVE',
    '5-6 supplier RETAIL',
    '7-10 supplier ACTIVE',
  ]);
  expect(await close(2019, '2020-07-02T12:00:00Z')).toMatchObject({ compliance: 2, residual: 6 });
});
