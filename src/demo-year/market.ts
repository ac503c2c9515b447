import type { Cast } from './cast.js';
import type { Desk } from './desk.js';
import { pick } from './holdings.js';
import type { Plants } from './plants.js';
import { type Party, paper, reason, type Stage } from './stage.js';

/** What is sold of SREC II in the year, in certificates. */
const sold = { byBroker: 30, monthlyForward: 10, toSupplierA: 38, toSupplierB: 12 } as const;

/** The school and supplier A agree on a forward transfer before the second quarter is over. */
export async function agreeForward({ school, supplierA }: Cast): Promise<void> {
  const forward = {
    ...{ alias: 'ten a month', fromGisAccountId: school.gisAccountId, toGisAccountId: supplierA.gisAccountId },
    ...{ program: 'SREC_II', beginMonth: '2017-04', endMonth: '2017-06', method: 'AMOUNT' },
    ...{ monthlyQuantity: sold.monthlyForward, fill: 'ALL_OR_NOTHING', irrevocable: true, priceDollars: '290' },
  };
  const { standingTransferId } = await school.desk.act<{ standingTransferId: string }>(
    'offerStandingTransfer',
    forward,
    'standingTransferId',
  );
  await supplierA.desk.act('acceptStandingTransfer', { standingTransferId }, 'state');
}

/** The school gives the rights of its roof to the aggregator from July on: asked on a contract, verified, approved, the asset assigned. */
export async function transferRights({ staff }: Stage, cast: Cast, { school: plant }: Plants): Promise<void> {
  const { school, aggregator, regulator } = cast;
  const evidence = [{ documentId: await paper(school.desk, 'contract'), purpose: 'SIGNED_CONTRACT' }];
  const asked = { ptsId: plant.ptsId, to: { organisationId: aggregator.organisationId }, effectiveMonth: '2017-07' };
  const { requestId } = await school.desk.act<{ requestId: string }>(
    'requestRecTransfer',
    { ...asked, evidence, reason },
    'requestId',
  );
  await regulator.desk.act('verifyRecTransfer', { requestId, reason }, 'state');
  await staff.act('approveChange', { requestId, reason }, 'state');
  const assigned = { gisId: plant.gisId, gisAccountId: aggregator.gisAccountId, fromMonth: '2017-07', reason };
  await staff.act('assignGisAsset', assigned, 'gisId');
}

/** Quarter 1: a broker proposes for the school what supplier A accepts; supplier B rejects an offer. */
export async function tradeInSummer({ school, supplierA, supplierB, broker }: Cast): Promise<void> {
  const authorization = { brokerOrganisationId: broker.organisationId, fromOn: '2017-07-15', reason };
  await school.desk.act('authorizeBroker', authorization, 'authorizationId');
  await trade(broker.desk, [school, supplierA], 'SREC_II', sold.byBroker);
  const rejected = await offer(school.desk, [school, supplierB], 'SREC_II', 5);
  await supplierB.desk.act('rejectTransfer', { transferId: rejected, reason }, 'state');
}

/** Quarters 3 and 4: the aggregator sells to supplier A in winter, to supplier B in spring. */
export async function tradeInWinter({ aggregator, supplierA }: Cast): Promise<void> {
  await trade(aggregator.desk, [aggregator, supplierA], 'SREC_II', sold.toSupplierA);
  await trade(aggregator.desk, [aggregator, supplierA], 'CLASS_I', 50);
}

export async function tradeInSpring({ aggregator, supplierB }: Cast): Promise<void> {
  await trade(aggregator.desk, [aggregator, supplierB], 'SREC_II', sold.toSupplierB);
  const ranges = await pick(aggregator, 'SREC_II', 3);
  await aggregator.desk.act('retireCertificates', { ranges, beneficiary: 'Grace Miller', reason }, 'quantity');
}

/** What the suppliers set aside for their filings, and supplier A in reserve. */
export async function setAside({ supplierA, supplierB }: Cast): Promise<void> {
  await move(supplierA, 'SREC_II', 94, 'RETAIL');
  await move(supplierA, 'SREC_II', 2, 'RESERVE');
  await move(supplierA, 'CLASS_I', 40, 'RETAIL');
  await move(supplierB, 'SREC_II', 12, 'RETAIL');
}

async function move(party: Party, program: string, quantity: number, subaccount: string): Promise<void> {
  const ranges = await pick(party, program, quantity);
  await party.desk.act('moveToSubaccount', { ranges, subaccount, reason }, 'quantity');
}

async function trade(seller: Desk, parties: readonly [Party, Party], program: string, quantity: number): Promise<void> {
  const transferId = await offer(seller, parties, program, quantity);
  await parties[1].desk.act('acceptTransfer', { transferId, reason }, 'state');
}

/** Offers certificates of the first party to the second, by the desk of whoever proposes. */
async function offer(
  proposer: Desk,
  [from, to]: readonly [Party, Party],
  program: string,
  quantity: number,
): Promise<string> {
  const ranges = await pick(from, program, quantity);
  const transfer = {
    fromGisAccountId: from.gisAccountId,
    toGisAccountId: to.gisAccountId,
    ranges,
    priceDollars: '285',
  };
  const { transferIds } = await proposer.act<{ transferIds: string[] }>(
    'offerTransfers',
    { transfers: [transfer], reason },
    'transferIds',
  );
  return transferIds[0] ?? '';
}
