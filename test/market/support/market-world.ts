import { createAccount } from '../../../src/account/create-account.js';
import { createOrganisation } from '../../../src/account/create-organisation.js';
import type { AccountContext } from '../../../src/boundary/context.js';
import type { AccountKind } from '../../../src/domain/account-kind.js';
import { Refusal } from '../../../src/domain/error.js';
import { createGisAccount } from '../../../src/gis/create-gis-account.js';
import { runLaws } from '../../../src/ledger/laws/run-laws.js';
import { actorFor, contextFor } from '../../../src/operator/operator.js';
import { type Outcome, perform, type Verb } from '../../../src/platform/perform.js';
import { rawSql, row, rows } from '../../../src/platform/sql.js';
import { createWorld, type World, type WorldStage } from '../../support/world.js';

/** Who is in the market beside the aggregator of the small world, who holds all that is issued. */
const newcomers = {
  trader: ['REC_OWNER'],
  supplier: ['SUPPLIER'],
  broker: ['BROKER'],
} as const satisfies Readonly<Record<string, readonly AccountKind[]>>;
export type Trader = keyof typeof newcomers | 'aggregator' | 'operator';

/** A small world with a market: a trader, a supplier and a broker, and a GIS account of the first two. */
export interface MarketWorld {
  readonly world: World;
  readonly organisationIds: Readonly<Record<Trader, string>>;
  /** GIS accounts: two of the aggregator, one each of trader and supplier. */
  readonly accounts: {
    readonly first: string;
    readonly second: string;
    readonly trader: string;
    readonly supplier: string;
  };
  /** Does something as a party, at an instant, once. */
  act<T extends Outcome>(party: Trader, at: string, work: (verb: Verb) => Promise<T>): Promise<T>;
  as(party: Trader, at: string): Promise<AccountContext>;
  /** The id of the batch of an asset and vintage month. */
  batch(gisId: string, month: string): Promise<string>;
  /** Where the certificates of a batch are: `1-9 first ACTIVE`, in order. */
  places(batchId: string): Promise<string[]>;
  end(): Promise<void>;
}

/** When a trading period is open: of the third quarter of 2017, and of the fourth. */
export const inPeriod = '2018-02-01T12:00:00Z';
export const inLastPeriod = '2018-05-20T12:00:00Z';

let keys = 0;

export async function createMarketWorld(stage: WorldStage = 'ISSUED'): Promise<MarketWorld> {
  const world = await createWorld(stage);
  const begins = '2018-01-01T12:00:00Z';
  const accountIds: Record<string, string> = { aggregator: world.accountIds.aggregator };
  const organisationIds: Record<string, string> = {};
  const accounts: Record<string, string> = {};
  for (const [name, kinds] of Object.entries(newcomers)) {
    const { organisationId } = await world.act('operator', begins, verb =>
      createOrganisation(verb, { kind: 'COMPANY', name, synthetic: true }),
    );
    const made = await world.act('operator', begins, verb =>
      createAccount(verb, { organisationId, name, kinds: [...kinds] }),
    );
    accountIds[name] = made.accountId;
    organisationIds[name] = organisationId;
    if (name === 'broker') continue;
    const { gisAccountId } = await world.act('operator', begins, verb =>
      createGisAccount(verb, { organisationId, name }),
    );
    accounts[name] = gisAccountId;
  }
  const found = await rows<{ id: string; name: string; organisationId: string }>(
    world.orm.em.fork(),
    rawSql('select id, name, organisation_id as "organisationId" from gis_account'),
  );
  for (const { id, name, organisationId } of found) {
    accounts[name] = id;
    if (name === 'first') organisationIds.aggregator = organisationId;
  }
  const market: MarketWorld = {
    world,
    organisationIds: organisationIds as MarketWorld['organisationIds'],
    accounts: accounts as unknown as MarketWorld['accounts'],
    async as(party, at) {
      if (party === 'operator') return world.as('operator', at);
      const em = world.orm.em.fork();
      const now = new Date(at);
      return contextFor(em, await actorFor(em, accountIds[party] ?? '', now), now, 'sandbox');
    },
    async act(party, at, work) {
      const idempotencyKey = `market ${++keys}`;
      const request = { mutation: 'market', input: idempotencyKey, idempotencyKey, dryRun: false };
      return perform(await market.as(party, at), request, work);
    },
    async batch(gisId, month) {
      const { id } = await row<{ id: string }>(
        world.orm.em.fork(),
        rawSql(`select b.id from certificate_batch b join gis_asset a on a.id = b.asset_id
                where a.gis_id = '${gisId}' and b.vintage_month = '${month}-01'`),
      );
      return id;
    },
    async places(batchId) {
      const found = await rows<{ place: string }>(
        world.orm.em.fork(),
        rawSql(`select h.first_serial || '-' || h.last_serial || ' ' || a.name || ' ' || h.state as place
                from certificate_holding h join gis_account a on a.id = h.gis_account_id
                where h.batch_id = ${batchId} order by h.first_serial`),
      );
      return found.map(({ place }) => place);
    },
    end: () => world.end(),
  };
  return market;
}

/** The laws that do not hold, with their places. */
export async function brokenLaws({ world }: MarketWorld) {
  const results = await runLaws(world.orm.em);
  return results.filter(result => !result.holds).map(({ name, places }) => ({ name, places }));
}

/** The code of the refusal that a promise ends in; anything else is thrown, or is said to have gone well. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'went well';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
