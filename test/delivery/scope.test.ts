import { closeAuctionRound } from '../../src/auction/close-auction-round.js';
import { depositCertificates } from '../../src/auction/deposit-certificates.js';
import { openAuction } from '../../src/auction/open-auction.js';
import { openAuctionRound } from '../../src/auction/open-auction-round.js';
import { placeBid } from '../../src/auction/place-bid.js';
import { qualifyBidder } from '../../src/auction/qualify-bidder.js';
import type { AccountContext, Actor } from '../../src/boundary/context.js';
import type { Change } from '../../src/delivery/change.type.js';
import { changeKinds } from '../../src/delivery/change-kind.js';
import { listChanges } from '../../src/delivery/list-changes.js';
import { Decimal } from '../../src/domain/decimal.js';
import { listEntries } from '../../src/ledger/list-ledger.js';
import { actorFor } from '../../src/operator/operator.js';
import { row, rows, sql } from '../../src/platform/sql.js';
import { listSystems } from '../../src/portfolio/list-systems.js';
import {
  asTrader,
  batchOf,
  issueThirdQuarter,
  makeReporter,
  makeTrader,
  reportJuly,
  type Trader,
  traderDoes,
} from '../support/trading-world.js';
import { createWorld, type World } from '../support/world.js';
import { settled } from './support/settled.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('CORRECTED');
}, 60_000);
afterAll(() => world?.end());

/** All that an actor is told after a cursor. */
async function told(actor: Actor, from: string | null = null): Promise<{ changes: Change[]; cursor: string | null }> {
  await settled(world.orm.em.fork());
  const changes: Change[] = [];
  for (let cursor = from; ; ) {
    const args = { first: 500, after: cursor, from: 'BEGINNING', kinds: null } as const;
    const page = await listChanges(world.orm.em.fork(), actor, args);
    changes.push(...page.edges.map(edge => edge.node));
    cursor = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) return { changes, cursor };
  }
}

const kindsOf = (changes: readonly Change[]) => changes.map(change => change.kind);
const on = '2018-07-01T12:00:00Z';

test('every kind that the database can write is known, so nothing stops the feed', async () => {
  const written = await rows<{ kind: string }>(world.orm.em.fork(), sql`select distinct kind from change_event`);
  expect(written.map(({ kind }) => kind).filter(kind => !(kind in changeKinds))).toEqual([]);
  const lists = await rows<{ table: string; value: string }>(
    world.orm.em.fork(),
    sql`select c.conrelid::regclass::text as "table", (regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g'))[1] as value
        from pg_constraint c where c.conname in ('ledger_entry_kind_is_known', 'transfer_state_is_known', 'standing_transfer_state_is_known',
          'request_event_step_is_known', 'compliance_filing_state_is_known')`,
  );
  const prefix: Readonly<Record<string, string>> = {
    ...{ ledger_entry: 'LEDGER_', request_event: 'REQUEST_', compliance_filing: 'FILING_' },
    ...{ transfer: 'TRANSFER_', standing_transfer: 'STANDING_TRANSFER_' },
  };
  const possible = lists.map(({ table, value }) => `${prefix[table]}${value}`);
  expect(possible.length).toBeGreaterThan(35);
  expect(possible.filter(kind => !(kind in changeKinds))).toEqual([]);
});

test('everybody is told of the systems and of the ledger entries that its own lists show, and of no other', async () => {
  const accounts = await rows<{ id: string }>(
    world.orm.em.fork(),
    sql`select id from account where email is null or email not like '%invalid'`,
  );
  const page = { first: 500 };
  let several = 0;
  for (const { id } of accounts) {
    const em = world.orm.em.fork();
    const actor = await actorFor(em, id, new Date(on));
    const { changes } = await told(actor);
    const subjects = (pattern: RegExp) =>
      new Set(changes.flatMap(({ kind, subject }) => (pattern.test(kind) ? [subject.id] : [])));
    const systems = await listSystems(em, actor, {}, null, page);
    expect(subjects(/^SYSTEM_/)).toEqual(new Set(systems.edges.map(({ node }) => node.ptsId)));
    const visible = new Set(systems.edges.map(({ node }) => node.ptsId));
    const ofReadings = changes.filter(({ kind }) => /^(READING|METER|STATEMENT)_/.test(kind)).map(({ ptsId }) => ptsId);
    expect(ofReadings.filter(ptsId => ptsId === null || !visible.has(ptsId))).toEqual([]);
    const entries = await listEntries(em, actor, page);
    expect(subjects(/^LEDGER_/)).toEqual(new Set(entries.edges.map(({ node }) => node.id)));
    if (entries.edges.length > 0 && systems.edges.length > 0) several += 1;
  }
  expect(several).toBeGreaterThan(1);
});

test('who loses a role is told so, and nothing further of the system', async () => {
  const held = await row<{ system: string; organisation: string; account: string }>(
    world.orm.em.fork(),
    sql`select role.system_id as system, role.organisation_id as organisation, account.id as account from system_role role
        join account on account.organisation_id = role.organisation_id and account.kinds @> array['SYSTEM_OWNER']
        where role.role = 'SYSTEM_OWNER' and role.until_on is null order by role.id limit 1`,
  );
  const actor = await actorFor(world.orm.em.fork(), held.account, new Date(on));
  const owner: Actor = { ...actor, kinds: new Set(['SYSTEM_OWNER'] as const) };
  const { cursor } = await told(owner);
  await rows(
    world.orm.em.fork(),
    sql`update system_role set until_on = '2018-06-30', ended_by = ${held.account}, end_reason = 'test'
        where system_id = ${held.system} and role = 'SYSTEM_OWNER' and until_on is null`,
  );
  await rows(
    world.orm.em.fork(),
    sql`insert into meter (system_id, label, initial_value_kwh, installed_on, created_at)
        values (${held.system}, 'told to others', 0, '2018-01-01', now())`,
  );
  expect(kindsOf((await told(owner, cursor)).changes)).toEqual(['ROLE_ENDED']);
});

describe('what is sealed', () => {
  const begins = '2012-06-01T12:00:00Z';
  let depositor: Trader;
  let buyer: Trader;
  let auctionId: string;
  const staff = (at: string, work: Parameters<World['act']>[2]) => world.act('operator', at, work);
  const actorOf = (context: AccountContext) => context.actor;
  const at = '2013-07-01T12:00:00Z';

  beforeAll(async () => {
    await world.end();
    world = await createWorld('SET_UP');
    depositor = await makeTrader(world, 'Aggregator of 2012', ['REC_OWNER', 'SYSTEM_REPRESENTATIVE'], begins);
    buyer = await makeTrader(world, 'Supplier of 2012', ['SUPPLIER'], begins);
    await makeReporter(world, depositor, begins);
    await reportJuly(world, { name: 'Plant of 2012', year: 2012, holder: depositor, mwh: 20 });
    await issueThirdQuarter(world, 2012);
  }, 60_000);

  test('a deposit is told to its depositor; to staff and the regulator when the first round has closed, once; to others never', async () => {
    const batchId = await batchOf(world, depositor, 2012);
    const opened = await staff('2013-05-10T12:00:00Z', verb =>
      openAuction(verb, { program: 'SREC_I', generationYear: 2012 }),
    );
    auctionId = String(opened.auctionId);
    const readers = {
      depositor: actorOf(await asTrader(world, depositor, at)),
      buyer: actorOf(await asTrader(world, buyer, at)),
      staff: actorOf(await world.as('operator', at)),
      regulator: actorOf(await world.as('regulator', at)),
    };
    const cursors: Record<string, string | null> = {};
    const news = async () => {
      const found: Record<string, readonly string[]> = {};
      for (const [name, actor] of Object.entries(readers)) {
        const { changes, cursor } = await told(actor, cursors[name] ?? null);
        cursors[name] = cursor;
        found[name] = kindsOf(changes).filter(kind => /DEPOSIT|AUCTION/.test(kind));
      }
      return found;
    };
    const everybody = (kind: string) => Object.fromEntries(Object.keys(readers).map(name => [name, [kind]]));
    expect(await news()).toEqual(everybody('AUCTION_OPENED'));
    await traderDoes(world, depositor, '2013-06-10T12:00:00Z', verb =>
      depositCertificates(verb, { auctionId, ranges: [`${batchId} - 1 to 5`], reason: 'nobody buys' }),
    );
    expect(await news()).toEqual({ depositor: ['LEDGER_DEPOSIT'], buyer: [], staff: [], regulator: [] });
    await staff('2013-07-01T12:00:00Z', verb =>
      qualifyBidder(verb, {
        ...{ auctionId, organisationId: buyer.organisationId, gisAccountId: buyer.gisAccountId },
        ...{ securityDollars: new Decimal(0), evidence: 'load of 2012' },
      }),
    );
    const period = { opensAt: new Date('2013-07-26T14:00:00Z'), closesAt: new Date('2013-07-26T18:00:00Z') };
    await staff('2013-07-26T14:00:00Z', verb => openAuctionRound(verb, { auctionId, ...period }));
    expect(await news()).toEqual(everybody('AUCTION_ROUND_OPENED'));
    await traderDoes(world, buyer, '2013-07-26T15:00:00Z', verb => placeBid(verb, { auctionId, volume: 2 }));
    expect(Object.values(await news()).flat()).toEqual([]);
    await staff('2013-07-26T18:00:00Z', verb => closeAuctionRound(verb, { auctionId }));
    const unsealed = ['AUCTION_ROUND_CLOSED', 'LEDGER_DEPOSIT_UNSEALED'];
    expect(await news()).toEqual({
      ...everybody('AUCTION_ROUND_CLOSED'),
      ...{ staff: unsealed, regulator: unsealed },
    });
    for (const [name, expected] of [
      ['depositor', ['LEDGER_DEPOSIT']],
      ['staff', ['LEDGER_DEPOSIT_UNSEALED']],
    ] as const) {
      expect(kindsOf((await told(readers[name])).changes).filter(kind => /DEPOSIT/.test(kind))).toEqual(expected);
    }
  });

  test('cursors tell no numbers: those of changes in a row have nothing in common but their beginning', async () => {
    const actor = actorOf(await world.as('operator', at));
    await settled(world.orm.em.fork());
    const { edges } = await listChanges(world.orm.em.fork(), actor, { first: 200, from: 'BEGINNING' });
    const ends = edges.map(({ cursor }) => Buffer.from(cursor, 'base64url').subarray(8));
    expect(ends.every(end => end.length === 16)).toBe(true);
    const sameByte = (a: Buffer, b: Buffer) => a.filter((byte, index) => byte === b[index]).length;
    const common = ends.slice(1).map((end, index) => sameByte(end, ends[index] ?? end));
    expect(common.reduce((sum, count) => sum + count, 0) / (16 * common.length)).toBeLessThan(0.05);
  });
});
