import type { Api } from './api.js';
import { dataOf } from './ask.js';
import type { Sample } from './samples.js';
import { makeParty, type Party } from './world.js';

/** What the samples of the market need: a trader with an account, a broker, and things that each serve once, by asset. */
export interface MarketSamples {
  readonly trader: Party;
  readonly traderAccountId: string;
  readonly brokerIds: readonly string[];
}

const reason = 'sample';

/** Makes them. */
export async function makeMarketSamples(api: Api): Promise<MarketSamples> {
  const trader = await makeParty(api, 'Trader', ['REC_OWNER']);
  const { gisAccountId } = await api.does('createGisAccount', {
    organisationId: trader.organisationId,
    name: 'trader',
  });
  const brokerIds = [];
  for (const name of ['Broker', 'Second broker', 'Third broker']) {
    brokerIds.push((await makeParty(api, name, ['BROKER'])).organisationId);
  }
  return { trader, traderAccountId: String(gisAccountId), brokerIds };
}

/** A standing transfer as it is offered. */
export function standingOrder(fromGisAccountId: string, toGisAccountId: string, n: number): object {
  return {
    ...{ alias: `forward ${n}`, fromGisAccountId, toGisAccountId, program: 'SREC_I', beginMonth: '2024-01' },
    ...{ endMonth: '2024-12', method: 'AMOUNT', monthlyQuantity: 1 + n, priority: n, fill: 'PARTIAL' },
  };
}

/** Offers as a party what a sample then decides on, one after the other, and gives their ids. */
export async function offeredStanding(api: Api, token: string, from: string, to: string): Promise<string[]> {
  const ids = [];
  for (const n of [0, 1, 2]) {
    const offered = await api.mutate(token, 'offerStandingTransfer', standingOrder(from, to, n));
    ids.push(String(dataOf(offered).offerStandingTransfer?.standingTransferId));
  }
  return ids;
}

/** Samples by the trader, that need nothing else. */
export const marketSamples: Readonly<Record<string, Sample>> = {
  offerStandingTransfer: ({ traderAccountId }, { gisAccountId }, n) => standingOrder(traderAccountId, gisAccountId, n),
  authorizeBroker: ({ brokerIds }, _, n) => ({ brokerOrganisationId: brokerIds[n], fromOn: '2025-01-01', reason }),
};
