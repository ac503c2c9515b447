import type { EntityManager } from '@mikro-orm/postgresql';
import type { AccountContext } from '../../src/boundary/context.js';
import { Decimal } from '../../src/domain/decimal.js';
import type { LocalDate } from '../../src/domain/local-date.js';
import { explainCertificate } from '../../src/ledger/find-issuance.js';
import { retireCertificates } from '../../src/ledger/retire-certificates.js';
import { acceptTransfer } from '../../src/market/accept-transfer.js';
import { authorizeBroker } from '../../src/market/authorize-broker.js';
import { endBrokerAuthorization } from '../../src/market/end-broker-authorization.js';
import { acceptableUntil, findTransfer, mayReadPrice } from '../../src/market/list-transfers.js';
import { TransferEntity } from '../../src/market/market.entity.js';
import { moveToSubaccount } from '../../src/market/move-to-subaccount.js';
import { offerTransfers } from '../../src/market/offer-transfers.js';
import { rejectTransfer } from '../../src/market/reject-transfer.js';
import type { Subaccount } from '../../src/market/subaccount.js';
import { withdrawTransfer } from '../../src/market/withdraw-transfer.js';
import {
  brokenLaws,
  codeOf,
  createMarketWorld,
  inLastPeriod,
  inPeriod,
  type MarketWorld,
  type Trader,
} from './support/market-world.js';

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

const reason = 'a test';
async function deadlineOf(em: EntityManager, context: AccountContext, transferId: string) {
  const transfer = await em.findOneOrFail(TransferEntity, transferId);
  return { until: await acceptableUntil(context, transfer) };
}
const range = (first: number, last: number) => `${batch} - ${first} to ${last}`;
const offer = (
  party: Trader,
  at: string,
  ranges: string[],
  from: string = market.accounts.first,
  to: string = market.accounts.trader,
) =>
  market.act(party, at, verb =>
    offerTransfers(verb, {
      transfers: [
        { fromGisAccountId: from, toGisAccountId: to, ranges, priceDollars: new Decimal('285.50'), note: 'deal' },
      ],
      reason,
    }),
  );
const offered = async (...args: Parameters<typeof offer>) => (await offer(...args)).transferIds[0] ?? '';
const accept = (party: Trader, transferId: string, at = inPeriod) =>
  market.act(party, at, verb => acceptTransfer(verb, { transferId, reason }));
const reject = (party: Trader, transferId: string, at = inPeriod) =>
  market.act(party, at, verb => rejectTransfer(verb, { transferId, reason }));
const withdraw = (party: Trader, transferId: string, at = inPeriod) =>
  market.act(party, at, verb => withdrawTransfer(verb, { transferId, reason }));
const move = (party: Trader, subaccount: Subaccount, ranges: string[], at = inPeriod) =>
  market.act(party, at, verb => moveToSubaccount(verb, { ranges, subaccount, reason }));

test('a transfer is offered and accepted: its certificates are pending, then in the other account; the rest stays', async () => {
  const transferId = await offered('aggregator', inPeriod, [range(3, 5)]);
  expect(await market.places(batch)).toEqual([
    '1-2 first ACTIVE',
    '3-5 first PENDING',
    expect.stringMatching(/^6-\d+ first ACTIVE$/),
  ]);
  const untilOf = () => market.act('trader', inPeriod, ({ em, context }) => deadlineOf(em, context, transferId));
  expect(await untilOf()).toMatchObject({ until: '2018-06-15' }); // the trading year of July 2017 is closed then
  expect(await accept('trader', transferId)).toMatchObject({ state: 'ACCEPTED', quantity: 3 });
  expect(await untilOf()).toMatchObject({ until: null });
  expect(await market.places(batch)).toEqual([
    '1-2 first ACTIVE',
    '3-5 trader ACTIVE',
    expect.stringMatching(/^6-\d+ first ACTIVE$/),
  ]);
});

test('rejected or withdrawn, they are active again where they were', async () => {
  const before = await market.places(batch);
  const rejected = await offered('aggregator', inPeriod, [range(6, 6)]);
  const withdrawn = await offered('aggregator', inPeriod, [range(7, 8)]);
  expect(await reject('trader', rejected)).toMatchObject({ state: 'REJECTED' });
  expect(await withdraw('aggregator', withdrawn)).toMatchObject({ state: 'WITHDRAWN' });
  expect((await market.places(batch)).map(place => place.split(' ')[2])).not.toContain('PENDING');
  expect((await market.places(batch)).at(-1)?.split('-')[1]).toBe(before.at(-1)?.split('-')[1]);
});

test('many in one call are offered together, or none: of several accounts, with neighbouring ranges', async () => {
  const second = await market.batch('MSS700002', '2017-10');
  const transfers = [
    { fromGisAccountId: market.accounts.first, toGisAccountId: market.accounts.trader, ranges: [range(9, 10)] },
    {
      fromGisAccountId: market.accounts.first,
      toGisAccountId: market.accounts.supplier,
      ranges: [range(11, 12), range(13, 13)],
    },
    {
      fromGisAccountId: market.accounts.second,
      toGisAccountId: market.accounts.supplier,
      ranges: [`${second} - 2 to 3`],
    },
  ];
  const all = (at: string, changed = transfers) =>
    market.act('aggregator', at, verb => offerTransfers(verb, { transfers: changed, reason }));
  const [a, b, c] = transfers;
  if (!a || !b || !c) throw new Error('three transfers');
  const swapped = [
    a,
    b,
    { ...c, fromGisAccountId: market.accounts.first },
    { ...a, fromGisAccountId: market.accounts.second, ranges: [range(15, 15)] },
  ];
  expect(await codeOf(all(inLastPeriod, swapped))).toBe('CERTIFICATES_NOT_HELD');
  expect(await codeOf(all(inLastPeriod, [a, b, { ...a, ranges: [range(10, 11)] }]))).toBe('BAD_USER_INPUT');
  const { transferIds, quantity } = await all(inLastPeriod);
  expect([transferIds.length, quantity]).toEqual([3, 7]);
  const [one = '', two = '', three = ''] = transferIds;
  await accept('supplier', two, inLastPeriod);
  await reject('trader', one, inLastPeriod);
  await accept('supplier', three, inLastPeriod);
  expect(await market.places(batch)).toContain('11-13 supplier ACTIVE');
  expect(await market.places(second)).toContain('2-3 supplier ACTIVE');
});

test('what is forged, foreign or spent is refused', async () => {
  const { first, second, trader, supplier } = market.accounts;
  expect(await codeOf(offer('trader', inPeriod, [range(20, 21)], first, trader))).toBe('NOT_FOUND');
  expect(await codeOf(offer('trader', inPeriod, [range(20, 21)], trader, supplier))).toBe('CERTIFICATES_NOT_HELD');
  expect(await codeOf(offer('aggregator', inPeriod, [range(20, 21)], second, trader))).toBe('CERTIFICATES_NOT_HELD');
  expect(await codeOf(offer('aggregator', inPeriod, [range(20, 21)], first, '999999'))).toBe('NOT_FOUND');
  expect(await codeOf(offer('aggregator', inPeriod, [range(20, 21)], first, first))).toBe('BAD_USER_INPUT');
  expect(await codeOf(offer('aggregator', inPeriod, [range(20, 99_999)]))).toBe('CERTIFICATES_NOT_HELD');
  expect(await codeOf(offer('aggregator', inPeriod, []))).toBe('TOO_MANY_ROWS');
  expect(await codeOf(offer('aggregator', inPeriod, ['1-2']))).toBe('BAD_USER_INPUT');
  expect(await codeOf(offer('aggregator', inPeriod, [range(3, 5)]))).toBe('CERTIFICATES_NOT_HELD');
  const transferId = await offered('aggregator', inPeriod, [range(20, 21)]);
  expect(await codeOf(offer('aggregator', inPeriod, [range(21, 22)]))).toBe('CERTIFICATES_NOT_HELD');
  expect(await codeOf(move('aggregator', 'BANKED', [range(21, 21)]))).toBe('CERTIFICATES_NOT_HELD');
  expect(
    await codeOf(
      market.act('aggregator', inPeriod, verb => retireCertificates(verb, { ranges: [range(20, 20)], reason })),
    ),
  ).toBe('CERTIFICATES_NOT_HELD');
  for (const party of ['aggregator', 'supplier', 'broker'] as const) {
    expect(await codeOf(accept(party, transferId))).toBe('NOT_FOUND');
    expect(await codeOf(reject(party, transferId))).toBe('NOT_FOUND');
  }
  for (const party of ['trader', 'supplier', 'broker'] as const)
    expect(await codeOf(withdraw(party, transferId))).toBe('NOT_FOUND');
  await withdraw('aggregator', transferId);
  expect(await codeOf(accept('trader', transferId))).toBe('REQUEST_NOT_OPEN');
  expect(await codeOf(withdraw('aggregator', transferId))).toBe('REQUEST_NOT_OPEN');
});

test('between two trading periods nothing changes hands; an answer that keeps things where they are may be given', async () => {
  const between = '2018-03-20T12:00:00Z';
  const transferId = await offered('aggregator', '2018-03-16T03:59:00Z', [range(24, 24)]);
  expect(await codeOf(offer('aggregator', '2018-03-16T04:00:00Z', [range(25, 25)]))).toBe('BEFORE_SCHEDULE');
  expect(await codeOf(accept('trader', transferId, between))).toBe('BEFORE_SCHEDULE');
  expect(await codeOf(move('aggregator', 'BANKED', [range(25, 25)], between))).toBe('BEFORE_SCHEDULE');
  await reject('trader', transferId, between);
});

test('certificates expire with their trading year, at midnight of June 15', async () => {
  const [last, over] = ['2018-06-16T03:59:00Z', '2018-07-16T12:00:00Z'];
  const transferId = await offered('aggregator', last, [range(26, 26)]);
  await move('aggregator', 'BANKED', [range(27, 27)], last);
  const retire = (at: string) =>
    market.act('aggregator', at, verb => retireCertificates(verb, { ranges: [range(28, 28)], reason }));
  expect(await codeOf(offer('aggregator', over, [range(28, 28)]))).toBe('CERTIFICATES_EXPIRED');
  expect(await codeOf(move('aggregator', 'ACTIVE', [range(27, 27)], over))).toBe('CERTIFICATES_EXPIRED');
  for (const decide of [accept, reject])
    expect(await codeOf(decide('trader', transferId, over))).toBe('CERTIFICATES_EXPIRED');
  expect(await codeOf(withdraw('aggregator', transferId, over))).toBe('CERTIFICATES_EXPIRED');
  expect(await codeOf(retire('2018-06-16T04:00:00Z'))).toBe('CERTIFICATES_EXPIRED');
  expect(await codeOf(offer('trader', over, [range(28, 28)], market.accounts.trader, market.accounts.first))).toBe(
    'CERTIFICATES_NOT_HELD',
  );
  await retire('2018-06-15T12:00:00Z');
  await withdraw('aggregator', transferId, last);
});

test('sub-accounts are gone into and out of; the retail one is for suppliers', async () => {
  const transferId = await offered(
    'aggregator',
    inPeriod,
    [range(30, 35)],
    market.accounts.first,
    market.accounts.supplier,
  );
  await accept('supplier', transferId);
  await move('supplier', 'RETAIL', [range(30, 32)]);
  await move('supplier', 'RESERVE', [range(32, 34)]);
  expect(await market.places(batch)).toEqual(
    expect.arrayContaining([
      '30-31 supplier RETAIL',
      '32-32 supplier RESERVE',
      '33-34 supplier RESERVE',
      '35-35 supplier ACTIVE',
    ]),
  );
  expect(await codeOf(move('supplier', 'RETAIL', [range(30, 32)]))).toBe('CERTIFICATES_NOT_HELD');
  expect(await codeOf(move('aggregator', 'RETAIL', [range(40, 40)]))).toBe('FORBIDDEN');
  expect(await codeOf(move('aggregator', 'ACTIVE', [range(30, 30)]))).toBe('CERTIFICATES_NOT_HELD');
  await move('supplier', 'ACTIVE', [range(30, 34)]);
  await move('aggregator', 'BANKED', [range(40, 41)]);
  expect(await codeOf(offer('aggregator', inPeriod, [range(41, 42)]))).toBe('CERTIFICATES_NOT_HELD');
});

test('a broker proposes for whoever authorised it, from the day until the day; nothing else', async () => {
  const propose = (at: string, first: number) => offer('broker', at, [range(first, first)]);
  expect(await codeOf(propose(inPeriod, 50))).toBe('NOT_FOUND');
  const authorize = (
    fromOn: string,
    untilOn: string | null,
    brokerOrganisationId = market.organisationIds.broker,
    at = inPeriod,
  ) =>
    market.act('aggregator', at, verb =>
      authorizeBroker(verb, {
        brokerOrganisationId,
        fromOn: fromOn as LocalDate,
        untilOn: untilOn as LocalDate | null,
        reason,
      }),
    );
  expect(await codeOf(authorize('2018-02-10', null, market.organisationIds.trader))).toBe('NOT_FOUND');
  expect(await codeOf(authorize('2018-01-31', null))).toBe('BAD_USER_INPUT');
  expect(await codeOf(authorize('2018-02-10', '2018-02-10'))).toBe('BAD_USER_INPUT');
  const { authorizationId } = await authorize('2018-02-10', '2018-02-20');
  expect(await codeOf(propose(inPeriod, 50))).toBe('NOT_FOUND');
  const { transferIds } = await propose('2018-02-10T12:00:00Z', 50);
  expect(await codeOf(propose('2018-02-20T12:00:00Z', 51))).toBe('NOT_FOUND');
  const transferId = transferIds[0] ?? '';
  for (const decide of [accept, reject, withdraw]) expect(await codeOf(decide('broker', transferId))).toBe('NOT_FOUND');
  expect(await codeOf(move('broker', 'BANKED', [range(52, 52)]))).toBe('CERTIFICATES_NOT_HELD');
  const end = (party: Trader, at: string) =>
    market.act(party, at, verb => endBrokerAuthorization(verb, { authorizationId, reason }));
  expect(await codeOf(end('trader', '2018-02-11T12:00:00Z'))).toBe('NOT_FOUND');
  expect(await end('aggregator', '2018-02-11T12:00:00Z')).toMatchObject({ untilOn: '2018-02-11' });
  expect(await codeOf(end('aggregator', '2018-02-11T12:00:00Z'))).toBe('REQUEST_NOT_OPEN');
  expect(await codeOf(propose('2018-02-11T13:00:00Z', 51))).toBe('NOT_FOUND');
  await withdraw('aggregator', transferId, '2018-02-12T12:00:00Z');
});

test('the price is for the parties and the broker who proposed it; others see the transfer without, or not at all', async () => {
  const transferId = await offered('aggregator', inPeriod, [range(55, 55)]);
  const seen = async (party: Trader) => {
    const context = await market.as(party, inPeriod);
    const transfer = await findTransfer(context.em, context.actor, transferId);
    return transfer && ((await mayReadPrice(context, transfer)) ? transfer.priceDollars : 'private');
  };
  expect(await Promise.all((['aggregator', 'trader', 'supplier', 'broker', 'operator'] as const).map(seen))).toEqual([
    '285.50',
    '285.50',
    null,
    null,
    'private',
  ]);
  await accept('trader', transferId);
});

test('who sold certificates learns whether they are in use, and nothing of the sub-accounts and deals of the buyer', async () => {
  const august = await market.batch('MSS700002', '2017-08');
  const range = (first: number, last: number) => `${august} - ${first} to ${last}`;
  for (const [to, ranges] of [
    ['supplier', [range(2, 5)]],
    ['trader', [range(6, 8)]],
  ] as const) {
    const { first } = market.accounts;
    await accept(to, await offered('aggregator', inPeriod, [...ranges], first, market.accounts[to]));
  }
  await move('supplier', 'RETAIL', [range(3, 4)]);
  await market.act('trader', inPeriod, verb => retireCertificates(verb, { ranges: [range(8, 8)], reason }));
  const seen = async (party: Trader, serial: number) => {
    const { em, actor } = await market.as(party, inPeriod);
    const found = await explainCertificate(em, actor, `${august} - ${serial}`);
    return found && `${found.range} ${found.state}`;
  };
  expect(await seen('aggregator', 3)).toBe(`${range(2, 7)} ACTIVE`);
  expect(await seen('aggregator', 8)).toBe(`${range(8, 8)} RETIRED`);
  expect(await seen('operator', 3)).toBe(`${range(3, 4)} RETAIL`);
  expect(await seen('trader', 3)).toBeNull();
});

test('a retirement says why, in words that a ledger can keep', async () => {
  const retire = (why: string, ranges = [range(1, 1)]) =>
    market.act('aggregator', inPeriod, verb => retireCertificates(verb, { ranges, reason: why }));
  for (const why of ['', '  ', 'x'.repeat(2001)]) expect(await codeOf(retire(why))).toBe('BAD_USER_INPUT');
  expect(await codeOf(retire(reason, []))).toBe('TOO_MANY_ROWS');
});
