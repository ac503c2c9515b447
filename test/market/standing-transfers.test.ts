import { Decimal } from '../../src/domain/decimal.js';
import type { Month } from '../../src/domain/month.js';
import type { Quarter } from '../../src/domain/quarter.js';
import { acceptStandingTransfer } from '../../src/market/accept-standing-transfer.js';
import { offerStandingTransfer } from '../../src/market/offer-standing-transfer.js';
import { openTradingPeriod } from '../../src/market/open-trading-period.js';
import { rejectStandingTransfer } from '../../src/market/reject-standing-transfer.js';
import { withdrawStandingTransfer } from '../../src/market/withdraw-standing-transfer.js';
import { rawSql, rows } from '../../src/platform/sql.js';
import {
  brokenLaws,
  codeOf,
  createMarketWorld,
  inPeriod,
  type MarketWorld,
  type Trader,
} from './support/market-world.js';

let market: MarketWorld;
beforeAll(async () => {
  market = await createMarketWorld();
});
afterEach(async () => {
  expect(await brokenLaws(market)).toEqual([]);
});
afterAll(() => market?.end());

const reason = 'a test';
type Order = Parameters<typeof offerStandingTransfer>[1];
const order = (changes: Partial<Order>): Order => ({
  alias: 'forward',
  fromGisAccountId: market.accounts.first,
  toGisAccountId: market.accounts.supplier,
  program: 'SREC_I',
  beginMonth: '2017-07' as Month,
  endMonth: '2017-09' as Month,
  method: 'AMOUNT',
  monthlyQuantity: 10,
  priority: 0,
  fill: 'PARTIAL',
  irrevocable: false,
  ...changes,
});
const offer = (changes: Partial<Order>, party: Trader = 'aggregator') =>
  market.act(party, inPeriod, verb => offerStandingTransfer(verb, order(changes)));
const decide = (verb: typeof acceptStandingTransfer, party: Trader, standingTransferId: string) =>
  market.act(party, inPeriod, performed => verb(performed, { standingTransferId }));
const approved = async (changes: Partial<Order>) => {
  const { standingTransferId } = await offer(changes);
  await decide(acceptStandingTransfer, 'supplier', standingTransferId);
  return standingTransferId;
};
const open = (quarter: string, at = inPeriod) =>
  market.act('operator', at, verb => openTradingPeriod(verb, { quarter: quarter as Quarter, reason, dryRun: false }));
const executions = (id: string) =>
  rows<{ line: string }>(
    market.world.orm.em.fork(),
    rawSql(`select to_char(month, 'MM') || ' ' || moved || '/' || asked || coalesce(' ' || failure, '') as line
            from standing_transfer_execution where standing_transfer_id = ${id} order by month`),
  ).then(found => found.map(({ line }) => line));

test('what contradicts itself, is foreign or is decided is refused', async () => {
  for (const changes of [
    { monthlyQuantity: 0 },
    { monthlyQuantity: null },
    { sharePercent: new Decimal(5) },
    { method: 'PERCENT', monthlyQuantity: null, sharePercent: new Decimal('100.5') },
    { method: 'PERCENT', sharePercent: new Decimal(50) },
    { endMonth: '2017-06' as Month },
    { priority: 100 },
    { priority: -1 },
    { toGisAccountId: market.accounts.first },
    { priceDollars: new Decimal('-1') },
  ] as const) {
    expect(await codeOf(offer(changes))).toBe('BAD_USER_INPUT');
  }
  expect(await codeOf(offer({}, 'trader'))).toBe('NOT_FOUND');
  expect(await codeOf(offer({}, 'broker'))).toBe('NOT_FOUND');
  expect(await codeOf(offer({ gisId: 'NON1' }))).toBe('NOT_FOUND');
  expect(await codeOf(offer({ toGisAccountId: '99999' }))).toBe('NOT_FOUND');
  const { standingTransferId: id } = await offer({
    irrevocable: true,
    beginMonth: '2019-01' as Month,
    endMonth: '2019-01' as Month,
  });
  expect(await codeOf(decide(acceptStandingTransfer, 'aggregator', id))).toBe('NOT_FOUND');
  expect(await codeOf(decide(rejectStandingTransfer, 'trader', id))).toBe('NOT_FOUND');
  expect(await codeOf(decide(withdrawStandingTransfer, 'supplier', id))).toBe('NOT_FOUND');
  await decide(acceptStandingTransfer, 'supplier', id);
  expect(await codeOf(decide(withdrawStandingTransfer, 'aggregator', id))).toBe('REQUEST_NOT_OPEN');
  expect(await codeOf(decide(rejectStandingTransfer, 'supplier', id))).toBe('REQUEST_NOT_OPEN');
});

test('a period is opened after its quarter is issued, while a period is open, before its year is over', async () => {
  expect(await codeOf(open('2018-Q1'))).toBe('QUARTER_OUT_OF_ORDER');
  expect(await codeOf(open('2017-Q3', '2018-04-01T12:00:00Z'))).toBe('BEFORE_SCHEDULE');
  expect(await codeOf(open('2017-Q3', '2018-07-20T12:00:00Z'))).toBe('CERTIFICATES_EXPIRED');
});

test('opened, it executes what was approved: by priority, all or nothing, in parts; once', async () => {
  const rejected = (await offer({ alias: 'rejected' })).standingTransferId;
  await decide(rejectStandingTransfer, 'supplier', rejected);
  const waiting = (await offer({ alias: 'waiting' })).standingTransferId;
  const withdrawn = await approved({ alias: 'withdrawn' });
  await decide(withdrawStandingTransfer, 'aggregator', withdrawn);
  // SREC I is the field: 61, 58 or 59, 48 or 49 certificates from July to September
  const last = await approved({ alias: 'last', monthlyQuantity: 100, priority: 0 });
  const whole = await approved({ alias: 'whole', monthlyQuantity: 60, priority: 2, fill: 'ALL_OR_NOTHING' });
  const half = await approved({
    alias: 'half',
    method: 'PERCENT',
    monthlyQuantity: null,
    sharePercent: new Decimal('50'),
    priority: 1,
  });
  const later = await approved({
    alias: 'later',
    beginMonth: '2017-09' as Month,
    endMonth: '2017-12' as Month,
    priority: 3,
    monthlyQuantity: 1,
  });
  const batch = await market.batch('MSS700002', '2017-07');

  const dryly = market.act('operator', inPeriod, async verb => {
    const would = await openTradingPeriod(verb, { quarter: '2017-Q3' as Quarter, reason, dryRun: true });
    throw new RangeError(`would move ${would.quantity}`); // as the end of a dry run does, which takes everything back
  });
  await expect(dryly).rejects.toThrow(/would move 1\d\d/);
  expect(await executions(half)).toEqual([]);

  const opened = await open('2017-Q3');
  for (const line of await executions(half)) expect(line).toMatch(/^0[789] (\d+)\/\1$/);
  expect((await executions(half))[0]).toBe('07 30/30');
  expect(await executions(whole)).toEqual([
    '07 0/60 60 asked for, 31 free, fill ALL_OR_NOTHING',
    expect.stringContaining('0/60'),
    expect.stringContaining('0/60'),
  ]);
  expect((await executions(last))[0]).toBe('07 31/100');
  expect(await executions(later)).toEqual(['09 1/1']);
  for (const id of [rejected, waiting, withdrawn]) expect(await executions(id)).toEqual([]);
  expect(await market.places(batch)).toEqual(['1-30 supplier ACTIVE', '31-61 supplier ACTIVE']);
  const states = await rows<{ alias: string; state: string }>(
    market.world.orm.em.fork(),
    rawSql(`select alias, state from standing_transfer where alias in ('half', 'later', 'waiting') order by alias`),
  );
  expect(states.map(({ alias, state }) => `${alias} ${state}`)).toEqual([
    'half ENDED',
    'later APPROVED',
    'waiting PENDING',
  ]);

  await decide(acceptStandingTransfer, 'supplier', waiting);
  expect(await open('2017-Q3', '2018-02-03T12:00:00Z')).toMatchObject({
    quantity: opened.quantity,
    executed: opened.executed,
  });
  expect(await executions(waiting)).toEqual([]);
  expect(await open('2017-Q4', '2018-04-20T12:00:00Z')).toMatchObject({ quantity: 0, failed: 3 });
  expect(await executions(later)).toEqual([
    '09 1/1',
    ...['10', '11', '12'].map(month => expect.stringContaining(`${month} 0/1`)),
  ]);
});
