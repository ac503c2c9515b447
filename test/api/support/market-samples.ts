import type { Api } from './api.js';
import { dataOf } from './ask.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { Sample } from './samples.js';
import { makeParty, type Party } from './world.js';

/** What the samples of the market need: brokers, and things of the owner of the elm that are each decided once. */
export interface MarketSamples {
  readonly brokerIds: readonly string[];
  readonly broker: Party;
  /** A supplier to whom the owner of the elm offers, and its GIS account. */
  readonly trader: Party;
  readonly traderAccountId: string;
  /** An open offer and a waiting standing transfer that concern the owner of a system, by its asset. */
  readonly offers: Readonly<Record<string, { readonly transferId: string; readonly standingTransferId: string }>>;
  readonly authorizationIds: readonly string[];
  /** Open offers and waiting standing transfers, by the mutation that decides on them. */
  readonly toDecide: Readonly<Record<string, readonly string[]>>;
}

const reason = 'sample';

/** A standing transfer of months far off, so that no trading period executes it. */
function standingOrder(fromGisAccountId: string, toGisAccountId: string, n: number): object {
  return {
    ...{ alias: `forward ${n}`, fromGisAccountId, toGisAccountId, program: 'SREC_I', beginMonth: '2026-01' },
    ...{ endMonth: '2026-12', method: 'AMOUNT', monthlyQuantity: 1 + n, priority: n, fill: 'PARTIAL' },
  };
}

/**
 * Makes them, of the certificates of elm and ash by asset: the owner of the ash offers its last ones to the elm, to be accepted and
 * rejected; the owner of the elm its last ones to a trader, to be withdrawn, and one to the owner of the oak.
 */
export async function makeMarketSamples(
  api: Api,
  { oak, elm, ash, elmOwner, several }: Neighbourhood,
  certificates: Readonly<Record<string, readonly string[]>>,
): Promise<MarketSamples> {
  const broker = await makeParty(api, 'Broker', ['BROKER']);
  const brokerIds = [broker.organisationId];
  for (const name of ['Second broker', 'Third broker']) {
    brokerIds.push((await makeParty(api, name, ['BROKER'])).organisationId);
  }
  const trader = await makeParty(api, 'Trader', ['SUPPLIER']);
  const { gisAccountId } = await api.does('createGisAccount', {
    organisationId: trader.organisationId,
    name: 'Trader',
  });
  const traderAccountId = String(gisAccountId);
  const authorizationIds = [];
  for (const brokerOrganisationId of brokerIds) {
    const input = { brokerOrganisationId, fromOn: '2024-12-01', untilOn: '2024-12-31', reason };
    const given = dataOf(await api.mutate(elmOwner.token, 'authorizeBroker', input));
    authorizationIds.push(String(given.authorizeBroker?.authorizationId));
  }
  const offer = async (token: string, fromGisAccountId: string, toGisAccountId: string, ranges: readonly string[]) => {
    const ids = [];
    for (const range of ranges) {
      const transfers = [{ fromGisAccountId, toGisAccountId, ranges: [range] }];
      const offered = dataOf(await api.mutate(token, 'offerTransfers', { transfers, reason })).offerTransfers;
      ids.push(Array.isArray(offered?.transferIds) ? String(offered.transferIds[0]) : '');
    }
    return [ids[0] ?? '', '0', ids[1] ?? '']; // the second one is never decided: it is other content under a used key
  };
  const standing = async (token: string, from: string, to: string) => {
    const ids = [];
    for (const n of [0, 1, 2]) {
      const offered = dataOf(await api.mutate(token, 'offerStandingTransfer', standingOrder(from, to, n)));
      ids.push(String(offered.offerStandingTransfer?.standingTransferId));
    }
    return ids;
  };
  const lastOf = (gisId: string, from: number, to?: number) => (certificates[gisId] ?? []).slice(from, to);
  const [elmAccount, ashAccount] = [elm.gisAccountId, ash.gisAccountId];
  const toDecide = {
    acceptTransfer: await offer(several.token, ashAccount, elmAccount, lastOf(ash.gisId, -2)),
    rejectTransfer: await offer(several.token, ashAccount, elmAccount, lastOf(ash.gisId, -4, -2)),
    withdrawTransfer: await offer(elmOwner.token, elmAccount, traderAccountId, lastOf(elm.gisId, -2)),
    acceptStandingTransfer: await standing(several.token, ashAccount, elmAccount),
    rejectStandingTransfer: await standing(several.token, ashAccount, elmAccount),
    withdrawStandingTransfer: await standing(elmOwner.token, elmAccount, traderAccountId),
  };
  const [toOak = ''] = await offer(elmOwner.token, elmAccount, oak.gisAccountId, lastOf(elm.gisId, 8, 9));
  const [standingToOak = ''] = await standing(elmOwner.token, elmAccount, oak.gisAccountId);
  const firstOf = (decision: keyof typeof toDecide) => toDecide[decision][0] ?? '';
  const offers = {
    [oak.gisId]: { transferId: toOak, standingTransferId: standingToOak },
    [elm.gisId]: {
      ...{ transferId: firstOf('withdrawTransfer'), standingTransferId: firstOf('withdrawStandingTransfer') },
    },
    [ash.gisId]: {
      ...{ transferId: firstOf('acceptTransfer'), standingTransferId: firstOf('acceptStandingTransfer') },
    },
  };
  return { brokerIds, broker, trader, traderAccountId, authorizationIds, toDecide, offers };
}

const decision =
  (mutation: string): Sample =>
  ({ toDecide }, _, n) => ({ transferId: toDecide[mutation]?.[n], reason });
const standingDecision =
  (mutation: string): Sample =>
  ({ toDecide }, _, n) => ({ standingTransferId: toDecide[mutation]?.[n] });

/** The certificate that a sample takes: the first of a batch, then the one after it, which is the first of what is left. */
function nextOf(ranges: readonly string[] | undefined, batch: number, n: 0 | 1 | 2): string {
  const byBatch = [...Map.groupBy(ranges ?? [], range => range.split(' ')[0] ?? '').values()];
  return byBatch[batch]?.[[0, 2, 1][n] ?? 0] ?? '';
}

/** Samples of the owner of the elm, and of staff. */
export const marketSamples: Readonly<Record<string, Sample>> = {
  offerTransfers: ({ certificates, elm, ash }, { gisId, gisAccountId }, n) => ({
    transfers: [
      {
        fromGisAccountId: gisAccountId,
        toGisAccountId: gisId === ash.gisId ? elm.gisAccountId : ash.gisAccountId,
        ranges: [nextOf(certificates[gisId], 1, n)],
      },
    ],
    reason,
  }),
  moveToSubaccount: ({ certificates }, { gisId }, n) => ({
    ...{ ranges: [nextOf(certificates[gisId], 2, n)], subaccount: 'BANKED', reason },
  }),
  acceptTransfer: decision('acceptTransfer'),
  rejectTransfer: decision('rejectTransfer'),
  withdrawTransfer: decision('withdrawTransfer'),
  authorizeBroker: ({ brokerIds }, _, n) => ({ brokerOrganisationId: brokerIds[n], fromOn: '2025-01-01', reason }),
  endBrokerAuthorization: ({ authorizationIds }, _, n) => ({ authorizationId: authorizationIds[n], reason }),
  offerStandingTransfer: ({ elm, ash }, { gisId, gisAccountId }, n) =>
    standingOrder(gisAccountId, gisId === ash.gisId ? elm.gisAccountId : ash.gisAccountId, n),
  acceptStandingTransfer: standingDecision('acceptStandingTransfer'),
  rejectStandingTransfer: standingDecision('rejectStandingTransfer'),
  withdrawStandingTransfer: standingDecision('withdrawStandingTransfer'),
  openTradingPeriod: (_, __, n) => ({ quarter: ['2024-Q1', '2024-Q2', '2024-Q2'][n], reason }),
  closeTradingYear: (_, __, n) => ({ year: 2020 + n, reason }),
};

/** Mutations of the market that the owner of the elm performs; the others are those of staff. */
export const holderMutations: readonly string[] = Object.keys(marketSamples).filter(
  name => !['openTradingPeriod', 'closeTradingYear'].includes(name),
);
