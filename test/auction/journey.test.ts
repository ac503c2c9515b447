import { runLaws } from '../../src/ledger/laws/run-laws.js';
import { allLaws } from '../../src/operator/all-laws.js';
import { type Api, startApi } from '../api/support/api.js';
import { dataOf, type Json } from '../api/support/ask.js';
import { setClock } from '../api/support/world.js';
import {
  batchOf,
  issueThirdQuarter,
  makeReporter,
  makeTrader,
  reportJuly,
  type Trader,
} from '../support/trading-world.js';
import { createWorld, type World } from '../support/world.js';

const begins = '2017-06-01T12:00:00Z';
const names = ['oak', 'elm', 'first', 'second', 'outsider'] as const;
type Name = (typeof names)[number];

let world: World;
let api: Api;
let traders: Record<Name, Trader>;
let tokens: Record<Name | 'regulator', string>;
let batches: Record<'oak' | 'elm', string>;
let auctionId: string;

beforeAll(async () => {
  world = await createWorld('SET_UP');
  const kinds = {
    oak: 'REC_OWNER',
    elm: 'REC_OWNER',
    first: 'SUPPLIER',
    second: 'SUPPLIER',
    outsider: 'REC_OWNER',
  } as const;
  const made = new Map<Name, Trader>();
  for (const name of names) {
    const reports = name === 'oak' || name === 'elm' ? (['SYSTEM_REPRESENTATIVE'] as const) : [];
    made.set(name, await makeTrader(world, name, [kinds[name], ...reports], begins));
  }
  traders = Object.fromEntries(made) as Record<Name, Trader>;
  for (const [name, mwh] of [
    ['oak', 40],
    ['elm', 20],
  ] as const) {
    await makeReporter(world, traders[name], begins);
    await reportJuly(world, { name: `Plant of ${name}`, year: 2017, holder: traders[name], mwh, capacityKw: '500' });
  }
  await issueThirdQuarter(world, 2017);
  batches = { oak: await batchOf(world, traders.oak, 2017), elm: await batchOf(world, traders.elm, 2017) };
  api = await startApi('sandbox', world.url);
  const accounts = [
    ...names.map(name => [name, traders[name].accountId] as const),
    ['regulator', world.accountIds.regulator] as const,
  ];
  const secrets = new Map<string, string>();
  for (const [name, accountId] of accounts) {
    const { secret } = await api.does('createApiCredential', { accountId, label: name });
    secrets.set(name, String(secret));
  }
  tokens = Object.fromEntries(secrets) as typeof tokens;
}, 120_000);
afterAll(async () => {
  await api?.stop();
  await world?.end();
});

const refused = async (token: string, name: string, input: object) => {
  const { errors } = await api.mutate(token, name, input);
  return { code: errors[0]?.extensions.code, facts: errors[0]?.extensions.facts };
};
const deposit = (ranges: readonly string[]) => ({ auctionId, ranges, reason: 'test' });
const asked = async (token: string, query: string) => dataOf(await api.ask(token, query));
const edges = (connection: Json | undefined) =>
  ((connection as { edges: { node: { [field: string]: Json } }[] }).edges ?? []).map(edge => edge.node);
const auctionAs = async (token: string) =>
  (
    await asked(
      token,
      `{ auction(id: "${auctionId}") { state dates { depositFrom depositUntil heldUntil }
         rounds { round opensAt closesAt closedAt late deposited asked cleared } ownDeposits { range quantity }
         ownBids { round volume } ownQualification { tier securityDollars }
         outcome { finalRound cleared deposited sold returned totalProceedsDollars shelfLifeYears usableIn obligationIncreaseMwh
           purchases { organisationId tier asked quantity dueDollars } sales { organisationId deposited sold returned proceedsDollars } } } }`,
    )
  ).auction as { [field: string]: Json };
const insight = async (token: string) => {
  const seen = await asked(
    token,
    `{ ledger(first: 200) { edges { node { kind range } } } certificates(first: 200) { edges { node { range state quantity } } }
       portfolio { certificatesActive } explainCertificate(serialNumber: "${batches.oak} - 7") { state range } }`,
  );
  return {
    deposits: edges(seen.ledger).filter(entry => entry.kind === 'DEPOSIT'),
    ofOak: edges(seen.certificates).filter(holding => String(holding.range).startsWith(`${batches.oak} - `)),
    deposited: edges(seen.certificates).filter(holding => holding.state === 'DEPOSITED'),
    active: (seen.portfolio as { certificatesActive: number } | null)?.certificatesActive,
    seven: seen.explainCertificate,
  };
};

describe('opened by staff', () => {
  test('not before the year is over, nor without a price on record', async () => {
    await setClock(api, '2017-12-31T12:00:00Z');
    expect(await refused(api.staff, 'openAuction', { program: 'SREC_I', generationYear: 2017 })).toEqual({
      code: 'NOT_OPEN',
      facts: { from: '2018-01-01', until: '2018-06-15', today: '2017-12-31' },
    });
    expect((await refused(api.staff, 'openAuction', { program: 'SREC_II', generationYear: 2013 })).code).toBe(
      'NO_RULE_IN_FORCE',
    );
  });

  test('at the price of the tables, once', async () => {
    await setClock(api, '2018-05-01T12:00:00Z');
    const opened = await api.does('openAuction', { program: 'SREC_I', generationYear: 2017 });
    auctionId = String(opened.auctionId);
    expect(
      await asked(tokens.oak, `{ auctions { edges { node { id program priceDollars priceSource feeShare state } } } }`),
    ).toEqual({
      auctions: {
        edges: [
          {
            node: {
              ...{ id: auctionId, program: 'SREC_I', priceDollars: '300.00', feeShare: '0.0500', state: 'DEPOSITING' },
              priceSource: 'auction-price-srec-i, domain 3 (FOUND)',
            },
          },
        ],
      },
    });
    expect((await refused(api.staff, 'openAuction', { program: 'SREC_I', generationYear: 2017 })).code).toBe(
      'CONFLICT',
    );
  });
});

describe('deposits', () => {
  test('are taken from May 16 on, Eastern time', async () => {
    await setClock(api, '2018-05-16T03:59:00Z');
    expect(await refused(tokens.oak, 'depositCertificates', deposit([`${batches.oak} - 5 to 34`]))).toEqual({
      code: 'NOT_OPEN',
      facts: { from: '2018-05-16', until: '2018-06-15', today: '2018-05-15' },
    });
  });

  test('are sealed: nobody but the depositor learns of them, staff and regulator included', async () => {
    await setClock(api, '2018-05-16T04:00:30Z');
    const before = { staff: await insight(api.staff), regulator: await insight(tokens.regulator) };
    await api.does('depositCertificates', deposit([`${batches.oak} - 5 to 34`]), tokens.oak);
    expect(await insight(api.staff)).toEqual(before.staff);
    expect(await insight(tokens.regulator)).toEqual(before.regulator);
    expect(before.staff.ofOak).toEqual([{ range: `${batches.oak} - 1 to 40`, state: 'ACTIVE', quantity: 40 }]);
    expect(before.staff.seven).toEqual({ state: 'ACTIVE', range: `${batches.oak} - 1 to 40` });
    const own = await insight(tokens.oak);
    expect(own.deposited).toEqual([{ range: `${batches.oak} - 5 to 34`, state: 'DEPOSITED', quantity: 30 }]);
    expect(own.deposits).toEqual([{ kind: 'DEPOSIT', range: `${batches.oak} - 5 to 34` }]);
    expect(own.seven).toEqual({ state: 'DEPOSITED', range: `${batches.oak} - 5 to 34` });
    for (const token of [api.staff, tokens.regulator, tokens.elm]) {
      expect(await auctionAs(token)).toMatchObject({ state: 'DEPOSITING', rounds: [], ownDeposits: [], outcome: null });
    }
    expect((await auctionAs(tokens.oak)).ownDeposits).toEqual([{ range: `${batches.oak} - 5 to 34`, quantity: 30 }]);
  });

  test('are sealed to whoever holds the rights of the system, too, when its certificates lie in the account of another', async () => {
    const rightsOfOak = (organisationId: string) =>
      api.database.query(
        `update system_role set organisation_id = $1 where role = 'REC_OWNER'
           and system_id = (select id from system where name = 'Plant of oak')`,
        [organisationId],
      );
    await rightsOfOak(traders.outsider.organisationId);
    expect(await insight(tokens.outsider)).toMatchObject({
      ...{ deposits: [], deposited: [], seven: { state: 'ACTIVE', range: `${batches.oak} - 1 to 40` } },
    });
    await rightsOfOak(traders.oak.organisationId);
  });

  test('of certificates of another, or that lie deposited, are not held', async () => {
    for (const ranges of [[`${batches.elm} - 1 to 20`], [`${batches.oak} - 34 to 35`]]) {
      expect((await refused(tokens.oak, 'depositCertificates', deposit(ranges))).code).toBe('CERTIFICATES_NOT_HELD');
    }
  });

  test('of the same certificates at once: one goes, the other finds them gone', async () => {
    const both = await Promise.all(
      [1, 2].map(() => api.mutate(tokens.elm, 'depositCertificates', deposit([`${batches.elm} - 1 to 20`]))),
    );
    expect(both.map(answer => answer.errors[0]?.extensions.code ?? 'DEPOSITED').sort()).toEqual([
      'CERTIFICATES_NOT_HELD',
      'DEPOSITED',
    ]);
  });

  test('are of the programme and year of the auction', async () => {
    const other = await api.does('openAuction', { program: 'SREC_II', generationYear: 2017 });
    expect(
      await refused(tokens.oak, 'depositCertificates', {
        ...deposit([`${batches.oak} - 1 to 2`]),
        auctionId: other.auctionId,
      }),
    ).toEqual({
      code: 'CERTIFICATES_NOT_DEPOSITABLE',
      facts: { range: `${batches.oak} - 1 to 2`, cause: 'PROGRAM', program: 'SREC_II', generationYear: 2017 },
    });
    await setClock(api, '2018-06-16T12:00:00Z');
    const period = { opensAt: '2018-06-18T14:00:00Z', closesAt: '2018-06-18T18:00:00Z' };
    expect(await api.does('openAuctionRound', { auctionId: other.auctionId, ...period })).toMatchObject({
      ...{ state: 'NOT_HELD', round: null },
    });
    expect((await refused(api.staff, 'openAuctionRound', { auctionId: other.auctionId, ...period })).code).toBe(
      'NOT_OPEN',
    );
  });
});

describe('bidders', () => {
  const bidder = (name: Name, securityDollars: string) => ({
    ...{ auctionId, organisationId: traders[name].organisationId, gisAccountId: traders[name].gisAccountId },
    ...{ securityDollars, evidence: 'letter of credit' },
  });

  test('are suppliers, or post security', async () => {
    expect(await refused(api.staff, 'qualifyBidder', bidder('outsider', '9999.99'))).toEqual({
      code: 'BAD_USER_INPUT',
      facts: { field: 'securityDollars', value: '9999.99', minimum: '10000' },
    });
    const tiers = [];
    for (const name of ['first', 'second', 'outsider', 'elm'] as const) {
      tiers.push((await api.does('qualifyBidder', bidder(name, name === 'first' ? '0' : '10000'))).tier);
    }
    expect(tiers).toEqual([1, 1, 2, 2]);
    expect((await refused(api.staff, 'qualifyBidder', bidder('first', '0'))).code).toBe('CONFLICT');
    expect(
      (await refused(api.staff, 'qualifyBidder', { ...bidder('oak', '10000'), gisAccountId: traders.elm.gisAccountId }))
        .code,
    ).toBe('NOT_FOUND');
  });
});

describe('a round', () => {
  const opensAt = '2018-07-30T14:00:00.000Z';
  const closesAt = '2018-07-30T18:00:00.000Z';
  const bid = (volume: number) => ({ auctionId, volume });

  test('is opened by July 31, and takes bids in its time', async () => {
    await setClock(api, '2018-07-27T12:00:00Z');
    expect(
      await refused(api.staff, 'openAuctionRound', {
        auctionId,
        opensAt: '2018-08-01T14:00:00Z',
        closesAt: '2018-08-01T15:00:00Z',
      }),
    ).toEqual({ code: 'NOT_OPEN', facts: { until: '2018-07-31', opensOn: '2018-08-01' } });
    expect(
      (await refused(api.staff, 'openAuctionRound', { auctionId, opensAt: closesAt, closesAt: opensAt })).code,
    ).toBe('BAD_USER_INPUT');
    expect(await api.does('openAuctionRound', { auctionId, opensAt, closesAt })).toMatchObject({
      state: 'BIDDING',
      round: 1,
    });
    expect((await refused(api.staff, 'openAuctionRound', { auctionId, opensAt, closesAt })).code).toBe('CONFLICT');
    expect(await refused(tokens.first, 'placeBid', bid(30))).toMatchObject({
      code: 'NOT_OPEN',
      facts: { opensAt, closesAt },
    });
  });

  test('is sealed while it is open, for staff, the regulator and other bidders', async () => {
    await setClock(api, '2018-07-30T15:00:00Z');
    expect((await refused(tokens.oak, 'placeBid', bid(1))).code).toBe('BIDDER_NOT_QUALIFIED');
    expect((await refused(tokens.elm, 'placeBid', bid(1))).code).toBe('CONFLICT');
    for (const volume of [-1, 10_000_001]) {
      expect((await refused(tokens.first, 'placeBid', bid(volume))).code).toBe('BAD_USER_INPUT');
    }
    for (const [name, volume] of [
      ['first', 99],
      ['first', 30],
      ['second', 50],
      ['outsider', 1000],
    ] as const) {
      expect(await api.does('placeBid', bid(volume), tokens[name])).toMatchObject({ round: 1, volume });
    }
    const round = {
      round: 1,
      opensAt,
      closesAt,
      closedAt: null,
      late: false,
      deposited: null,
      asked: null,
      cleared: null,
    };
    for (const token of [api.staff, tokens.regulator, tokens.oak]) {
      expect(await auctionAs(token)).toMatchObject({ state: 'BIDDING', rounds: [round], ownBids: [], outcome: null });
      expect((await insight(token)).deposits).toHaveLength(token === tokens.oak ? 1 : 0);
    }
    expect(await auctionAs(tokens.first)).toMatchObject({
      rounds: [round],
      ownBids: [
        { round: 1, volume: 99 },
        { round: 1, volume: 30 },
      ],
      ownQualification: { tier: 1, securityDollars: '0.00' },
    });
    expect(await refused(api.staff, 'closeAuctionRound', { auctionId })).toMatchObject({
      code: 'NOT_OPEN',
      facts: { from: closesAt },
    });
    const dry = await api.mutate(api.staff, 'closeAuctionRound', { auctionId }, { dryRun: true });
    expect(dry.errors[0]?.extensions.code).toBe('NOT_OPEN');
  });

  test('is closed once, and then takes no bid', async () => {
    await setClock(api, '2018-07-30T18:00:00Z');
    const both = await Promise.all([1, 2].map(() => api.mutate(api.staff, 'closeAuctionRound', { auctionId })));
    const closed = both.find(answer => answer.errors.length === 0);
    expect(both.map(answer => answer.errors[0]?.extensions.code ?? 'CLOSED').sort()).toEqual(['CLOSED', 'NOT_OPEN']);
    expect(closed?.data?.closeAuctionRound).toMatchObject({
      ...{ round: 1, deposited: 50, asked: 85, cleared: true, state: 'SETTLED' },
    });
    expect((await refused(tokens.first, 'placeBid', bid(1))).code).toBe('NOT_OPEN');
  });

  test('sells to suppliers first, in proportion, and is published', async () => {
    const idOf = (name: Name) => traders[name].organisationId;
    const sums = {
      ...{ finalRound: 1, cleared: true, deposited: 50, sold: 50, returned: 0, totalProceedsDollars: '14250' },
      ...{ shelfLifeYears: 2, usableIn: [2018, 2019], obligationIncreaseMwh: '0' },
    };
    const purchases = [
      { organisationId: idOf('first'), tier: 1, asked: 30, quantity: 19, dueDollars: '5700' },
      { organisationId: idOf('outsider'), tier: 2, asked: 5, quantity: 0, dueDollars: '0' },
      { organisationId: idOf('second'), tier: 1, asked: 50, quantity: 31, dueDollars: '9300' },
    ];
    const sales = [
      { organisationId: idOf('oak'), deposited: 30, sold: 30, returned: 0, proceedsDollars: '8550' },
      { organisationId: idOf('elm'), deposited: 20, sold: 20, returned: 0, proceedsDollars: '5700' },
    ];
    const round = { round: 1, deposited: 50, asked: 85, cleared: true, late: false };
    const all = await auctionAs(api.staff);
    expect(all).toMatchObject({ state: 'SETTLED', rounds: [round], outcome: sums });
    const outcome = all.outcome as { purchases: Json[]; sales: Json[] };
    expect(outcome.purchases).toHaveLength(3);
    expect(outcome.purchases).toEqual(expect.arrayContaining(purchases));
    expect(outcome.sales).toEqual(expect.arrayContaining(sales));
    expect((await auctionAs(tokens.oak)).outcome).toEqual({ ...sums, purchases: [], sales: [sales[0]] });
    expect((await auctionAs(tokens.first)).outcome).toEqual({ ...sums, purchases: [purchases[0]], sales: [] });
    expect((await insight(api.staff)).deposits).toHaveLength(2);
    const bought = edges(
      (await asked(tokens.first, '{ certificates { edges { node { range state quantity } } } }')).certificates,
    );
    expect(bought.reduce((sum, { quantity }) => sum + Number(quantity), 0)).toBe(19);
    expect(bought.every(({ state }) => state === 'ACTIVE')).toBe(true);
  });

  test('what was auctioned is usable longer, and not deposited again', async () => {
    const { rows } = await api.database.query(
      'select distinct usable_until from certificate_holding where gis_account_id = any($1)',
      [[traders.first.gisAccountId, traders.second.gisAccountId]],
    );
    expect(rows).toEqual([{ usable_until: 2019 }]);
  });
});

test('all laws hold', async () => {
  const results = await runLaws(world.orm.em, { laws: allLaws });
  expect(results.filter(result => !result.holds)).toEqual([]);
});
