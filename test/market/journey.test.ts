import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { makeParty, makeQualifiedSystem, type Party, report, setClock } from '../api/support/world.js';
import * as operations from '../operations/generated.js';

/*
 * A trading year over HTTP: certificates of one holder go to a supplier by a forward transfer, through a broker and in two steps, and
 * are retired when the year is closed. Each test goes on where the one before it stopped.
 */

let api: Api;
let seller: Party;
let trader: Party;
let supplier: Party;
let broker: Party;
let regulator: Party;
const accounts = { seller: '', trader: '', supplier: '' };
let batch = '';
let steps = 0;

const reason = 'a journey';
const key = () => {
  steps += 1;
  return { idempotencyKey: `journey ${steps}` };
};
const go = async <Data, Given>(token: string, document: TypedDocumentNode<Data, Given>, variables: Given) =>
  dataOf(await api.ask(token, document, variables));
const refusal = async <Data, Given>(token: string, document: TypedDocumentNode<Data, Given>, variables: Given) =>
  (await api.ask(token, document, variables)).errors.map(error => error.extensions.code);
const range = (first: number, last: number) => `${batch} - ${first} to ${last}`;
const offer = (ranges: string[], from: string, to: string) => ({
  input: {
    transfers: [{ fromGisAccountId: from, toGisAccountId: to, ranges, priceDollars: '250.00', note: 'spot' }],
    reason,
  },
  ...key(),
});
const transfersOf = async (token: string) =>
  (await go(token, operations.TransfersDocument, { first: 10 })).transfers.edges.map(({ node }) => node);

beforeAll(async () => {
  api = await startApi();
  await setClock(api, '2024-01-28T15:00:00Z');
  seller = await makeParty(api, 'Seller', ['SYSTEM_OWNER', 'REC_OWNER', 'SYSTEM_REPRESENTATIVE']);
  trader = await makeParty(api, 'Trader', ['REC_OWNER']);
  supplier = await makeParty(api, 'Supplier', ['SUPPLIER']);
  broker = await makeParty(api, 'Broker', ['BROKER']);
  regulator = await makeParty(api, 'DOER', ['REGULATOR']);
  for (const [name, party] of Object.entries({ trader, supplier })) {
    const { gisAccountId } = await api.does('createGisAccount', { organisationId: party.organisationId, name });
    accounts[name as 'trader'] = String(gisAccountId);
  }
  await api.does('approveDasProvider', { organisationId: seller.organisationId, approvedOn: '2023-12-01', reason });
  const system = await makeQualifiedSystem(api, { owner: seller, recOwner: seller, representative: seller }, '100');
  accounts.seller = system.gisAccountId;
  const { rows } = await api.database.query<{ id: string }>(
    `select v.id from program_document_version v join program_document d on d.id = v.program_document_id where d.kind = 'TERMS'`,
  );
  await api.does('acceptTerms', { versionId: rows[0]?.id, organisationId: seller.organisationId, evidence: 'signed' });
  await report(api, seller, system.ptsId, '2024-01-28T15:00:00Z', '30000');
});
afterAll(() => api?.stop());

test('a forward transfer is agreed upon before the certificates are there', async () => {
  const { offerStandingTransfer } = await go(seller.token, operations.OfferStandingTransferDocument, {
    input: {
      ...{
        alias: 'ten a month',
        fromGisAccountId: accounts.seller,
        toGisAccountId: accounts.supplier,
        program: 'SREC_I',
      },
      ...{ beginMonth: '2024-01', endMonth: '2024-01', method: 'AMOUNT', monthlyQuantity: 10, priority: 1 },
      ...{ fill: 'ALL_OR_NOTHING', irrevocable: true, priceDollars: '240' },
    },
    ...key(),
  });
  const input = { standingTransferId: offerStandingTransfer.standingTransferId };
  expect(offerStandingTransfer.state).toBe('PENDING');
  expect(await refusal(trader.token, operations.AcceptStandingTransferDocument, { input, ...key() })).toEqual([
    'NOT_FOUND',
  ]);
  await go(supplier.token, operations.AcceptStandingTransferDocument, { input, ...key() });
  expect(await refusal(seller.token, operations.WithdrawStandingTransferDocument, { input, ...key() })).toEqual([
    'REQUEST_NOT_OPEN',
  ]);
});

test('the quarter is issued, its trading period opened: the forward transfer is executed', async () => {
  await setClock(api, '2024-07-16T15:00:00Z');
  for (const name of ['reportQuarter', 'issueQuarter']) await api.does(name, { quarter: '2024-Q1', reason });
  const opening = { quarter: '2024-Q1', reason, idempotencyKey: 'opening' };
  expect((await go(api.staff, operations.OpenTradingPeriodDocument, opening)).openTradingPeriod).toMatchObject({
    executed: 1,
    quantity: 10,
  });
  const { standingTransfers } = await go(supplier.token, operations.StandingTransfersDocument, {});
  expect(standingTransfers.edges.map(({ node }) => node)).toMatchObject([
    { state: 'ENDED', priceDollars: '240.00', executions: [{ month: '2024-01', asked: 10, moved: 10, failure: null }] },
  ]);
  const [transfer] = await transfersOf(supplier.token);
  expect(transfer).toMatchObject({ state: 'ACCEPTED', quantity: 10 });
  batch = transfer?.ranges[0]?.split(' ')[0] ?? '';
});

test('a broker proposes what it was authorised for; the receiver accepts; the price stays between them', async () => {
  const proposed = offer([range(11, 14)], accounts.seller, accounts.trader);
  expect(await refusal(broker.token, operations.OfferTransfersDocument, proposed)).toEqual(['NOT_FOUND']);
  const { authorizeBroker } = await go(seller.token, operations.AuthorizeBrokerDocument, {
    input: { brokerOrganisationId: broker.organisationId, fromOn: '2024-07-16', reason },
    ...key(),
  });
  const { offerTransfers } = await go(broker.token, operations.OfferTransfersDocument, proposed);
  const input = { transferId: offerTransfers.transferIds[0] ?? '', reason };
  expect(await refusal(broker.token, operations.WithdrawTransferDocument, { input, ...key() })).toEqual(['FORBIDDEN']);
  expect(await refusal(supplier.token, operations.AcceptTransferDocument, { input, ...key() })).toEqual(['NOT_FOUND']);
  await go(trader.token, operations.AcceptTransferDocument, { input, ...key() });
  const seen = async (token: string) => (await transfersOf(token)).find(({ id }) => id === input.transferId);
  for (const token of [seller.token, trader.token, broker.token]) {
    expect(await seen(token)).toMatchObject({
      priceDollars: '250.00',
      note: 'spot',
      state: 'ACCEPTED',
      proposedBy: { name: 'Broker' },
    });
  }
  for (const token of [api.staff, regulator.token]) {
    expect(await seen(token)).toMatchObject({ priceDollars: null, note: null, quantity: 4 });
  }
  expect(await seen(supplier.token)).toBeUndefined();
  await go(seller.token, operations.EndBrokerAuthorizationDocument, {
    input: { ...authorizeBroker, reason },
    ...key(),
  });
  const again = offer([range(15, 15)], accounts.seller, accounts.trader);
  expect(await refusal(broker.token, operations.OfferTransfersDocument, again)).toEqual(['NOT_FOUND']);
});

test('offers are rejected and withdrawn; what is retired for somebody is known to its owner alone', async () => {
  const decide = async (document: typeof operations.RejectTransferDocument, token: string, first: number) => {
    const offered = offer([range(first, first)], accounts.trader, accounts.supplier);
    const { offerTransfers } = await go(trader.token, operations.OfferTransfersDocument, offered);
    return go(token, document, { input: { transferId: offerTransfers.transferIds[0] ?? '', reason }, ...key() });
  };
  await decide(operations.RejectTransferDocument, supplier.token, 11);
  const withdraw = operations.WithdrawTransferDocument as unknown as typeof operations.RejectTransferDocument;
  await decide(withdraw, trader.token, 12);
  await api.does('retireCertificates', { ranges: [range(11, 12)], reason, beneficiary: 'Grace' }, trader.token);
  const uses = async (token: string) => {
    const ledger = '{ ledger(first: 100) { edges { node { kind use { purpose beneficiary complianceYear } } } } }';
    const { ledger: found } = dataOf<{ ledger: { edges: { node: { kind: string; use: unknown } }[] } }>(
      await api.ask<{ ledger: { edges: { node: { kind: string; use: unknown } }[] } }>(token, ledger),
    );
    return found.edges.flatMap(({ node }) => (node.kind === 'RETIRE' ? [node.use] : []));
  };
  const use = { purpose: 'VOLUNTARY', beneficiary: 'Grace', complianceYear: null };
  // one entry for each of the two holdings that the offers left
  expect(await uses(trader.token)).toEqual([use, use]);
  expect(await uses(api.staff)).toEqual([use, use]);
  expect(await uses(seller.token)).toEqual([]);
});

test('the supplier sets certificates aside; the close of the year retires them, and all that nobody used', async () => {
  const toRetail = { input: { ranges: [range(1, 6)], subaccount: 'RETAIL' as const, reason }, ...key() };
  expect(await refusal(trader.token, operations.MoveToSubaccountDocument, toRetail)).toEqual(['FORBIDDEN']);
  await go(supplier.token, operations.MoveToSubaccountDocument, toRetail);
  await setClock(api, '2025-04-20T15:00:00Z');
  for (const name of ['reportQuarter', 'issueQuarter']) await api.does(name, { quarter: '2024-Q4', reason });
  const close = (dryRun: boolean, idempotencyKey = 'the close') =>
    go(api.staff, operations.CloseTradingYearDocument, { year: 2024, reason, dryRun, idempotencyKey });
  await expect(close(true)).rejects.toThrow(/BEFORE_SCHEDULE/);
  await setClock(api, '2025-06-16T15:00:00Z');
  const { closeTradingYear } = await close(true);
  expect(closeTradingYear).toMatchObject({ compliance: 6, reserve: 0, lapsedTransfers: 0 });
  expect((await go(trader.token, operations.TradingYearDocument, { year: 2024 })).tradingYear.closedAt).toBeNull();
  expect((await close(false)).closeTradingYear).toEqual(closeTradingYear);
  const { tradingYear } = await go(trader.token, operations.TradingYearDocument, { year: 2024 });
  expect(tradingYear).toMatchObject({
    opensOn: '2024-07-15',
    closesOn: '2025-06-15',
    closedAt: expect.stringMatching(/^2025-06-16T15:00/),
  });
  const states = await api.database.query<{ state: string }>('select distinct state from certificate_holding');
  expect(states.rows).toEqual([{ state: 'RETIRED' }]);
});
