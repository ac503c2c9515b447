import fc from 'fast-check';
import { retireCertificates } from '../../../src/ledger/retire-certificates.js';
import { acceptTransfer } from '../../../src/market/accept-transfer.js';
import { moveToSubaccount } from '../../../src/market/move-to-subaccount.js';
import { offerTransfers } from '../../../src/market/offer-transfers.js';
import { rejectTransfer } from '../../../src/market/reject-transfer.js';
import { subaccounts } from '../../../src/market/subaccount.js';
import { withdrawTransfer } from '../../../src/market/withdraw-transfer.js';
import { rawSql, rows } from '../../../src/platform/sql.js';
import { brokenLaws, codeOf, createMarketWorld, inPeriod, type MarketWorld } from './market-world.js';

let market: MarketWorld;
let batch: string;

const reason = 'at random';
/** Every step has an instant of its own: by it, and by the accounts, a law tells one transfer of a certificate from the next. */
let seconds = 0;
const next = () => new Date(Date.parse(inPeriod) + ++seconds * 1000).toISOString();
const parties = ['aggregator', 'trader', 'supplier'] as const;
type Party = (typeof parties)[number];
const homes = { aggregator: 'first', trader: 'trader', supplier: 'supplier' } as const;

/** The batch as a table of certificates, one by one: what the ledger must come to, said without ranges. */
interface Model {
  readonly where: string[];
  readonly offers: {
    readonly id: string;
    readonly from: Party;
    readonly to: Party;
    readonly serials: number[];
    open: boolean;
  }[];
}

const part = fc.record({ first: fc.integer({ min: 1, max: 61 }), length: fc.integer({ min: 1, max: 3 }) });
const party = fc.constantFrom(...parties);
const owner = fc.constantFrom('aggregator' as const, 'aggregator' as const, ...parties);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('offer' as const),
      from: owner,
      to: party,
      parts: fc.array(part, { minLength: 1, maxLength: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('accept' as const, 'accept' as const, 'reject' as const, 'withdraw' as const),
      byWhom: fc.constantFrom('the right one', 'the right one', 'the right one', ...parties),
      index: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      party,
      subaccount: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, ...subaccounts),
      part,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('retire' as const),
      party,
      part: part.map(each => ({ ...each, length: 1 })),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const serialsOf = ({ first, length }: { first: number; length: number }) =>
  Array.from({ length }, (_, index) => first + index);
const text = ({ first, length }: { first: number; length: number }) => `${batch} - ${first} to ${first + length - 1}`;
const place = (owner: Party, state: string) => `${homes[owner]} ${state}`;

/** What a step should come to, and the change of the model if it goes well. */
async function take(model: Model, taken: Step): Promise<readonly [actual: string, expected: string]> {
  const isAt = (serials: readonly number[], ...places: string[]) =>
    serials.every(serial => places.includes(model.where[serial] ?? 'nowhere'));
  const put = (serials: readonly number[], to: string) => {
    for (const serial of serials) model.where[serial] = to;
  };
  if (taken.kind === 'offer') {
    const { from, to, parts } = taken;
    const serials = parts.flatMap(serialsOf);
    let ids: readonly string[] = [];
    const actual = await codeOf(
      market
        .act(from, next(), verb =>
          offerTransfers(verb, {
            transfers: [
              {
                fromGisAccountId: market.accounts[homes[from]],
                toGisAccountId: market.accounts[homes[to]],
                ranges: parts.map(text),
              },
            ],
            reason,
          }),
        )
        .then(({ transferIds }) => {
          ids = transferIds;
        }),
    );
    const invalid = from === to || new Set(serials).size < serials.length;
    const expected = invalid
      ? 'BAD_USER_INPUT'
      : isAt(serials, place(from, 'ACTIVE'))
        ? 'went well'
        : 'CERTIFICATES_NOT_HELD';
    if (expected === 'went well') {
      put(serials, place(from, 'PENDING'));
      model.offers.push({ id: ids[0] ?? '', from, to, serials, open: true });
    }
    return [actual, expected];
  }
  if (taken.kind === 'move') {
    const { party, subaccount, part } = taken;
    const actual = await codeOf(
      market.act(party, next(), verb => moveToSubaccount(verb, { ranges: [text(part)], subaccount, reason })),
    );
    const sources = subaccounts.filter(other => other !== subaccount).map(state => place(party, state));
    if (subaccount === 'RETAIL' && party !== 'supplier') return [actual, 'FORBIDDEN'];
    if (!isAt(serialsOf(part), ...sources)) return [actual, 'CERTIFICATES_NOT_HELD'];
    put(serialsOf(part), place(party, subaccount));
    return [actual, 'went well'];
  }
  if (taken.kind === 'retire') {
    const { party, part } = taken;
    const actual = await codeOf(
      market.act(party, next(), verb => retireCertificates(verb, { ranges: [text(part)], reason })),
    );
    if (!isAt(serialsOf(part), place(party, 'ACTIVE'))) return [actual, 'CERTIFICATES_NOT_HELD'];
    put(serialsOf(part), place(party, 'RETIRED'));
    return [actual, 'went well'];
  }
  const offer = model.offers.at(-1 - taken.index);
  if (!offer) return ['nothing to decide', 'nothing to decide'];
  const decide = { accept: acceptTransfer, reject: rejectTransfer, withdraw: withdrawTransfer }[taken.kind];
  const decider = taken.kind === 'withdraw' ? offer.from : offer.to;
  const by = taken.byWhom === 'the right one' ? decider : taken.byWhom;
  const actual = await codeOf(market.act(by, next(), verb => decide(verb, { transferId: offer.id, reason })));
  if (by !== decider) return [actual, 'NOT_FOUND'];
  if (!offer.open) return [actual, 'REQUEST_NOT_OPEN'];
  offer.open = false;
  put(offer.serials, place(taken.kind === 'accept' ? offer.to : offer.from, 'ACTIVE'));
  return [actual, 'went well'];
}

/**
 * Whatever is offered, answered, set aside and retired in a market of its own, each certificate is in one place, and it is the one that
 * was asked for. Gives how many offers were decided.
 */
export async function tradeAtRandom(numRuns: number, seed: number): Promise<number> {
  market = await createMarketWorld();
  try {
    batch = await market.batch('MSS700002', '2017-07');
    const model: Model = { where: Array.from({ length: 62 }, () => place('aggregator', 'ACTIVE')), offers: [] };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40, size: 'max' }), async steps => {
        for (const each of steps) {
          const [actual, expected] = await take(model, each);
          expect(`${each.kind}: ${actual}`).toBe(`${each.kind}: ${expected}`);
        }
        const found = await rows<{ serial: number; place: string }>(
          market.world.orm.em.fork(),
          rawSql(`select serial, a.name || ' ' || h.state as place
                  from certificate_holding h join gis_account a on a.id = h.gis_account_id,
                       generate_series(h.first_serial, h.last_serial) serial
                  where h.batch_id = ${batch} order by serial`),
        );
        expect(found).toEqual(model.where.slice(1).map((where, index) => ({ serial: index + 1, place: where })));
        expect(await brokenLaws(market)).toEqual([]);
      }),
      { numRuns, endOnFailure: true, seed },
    );
    return model.offers.filter(offer => !offer.open).length;
  } finally {
    await market.end();
  }
}
