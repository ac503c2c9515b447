import { lockStreams } from '../ledger/ledger-unit.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';
import { decideTransfer, type OpenTransfer } from './lock-transfer.js';

/** Offers in one transaction. */
const offersPerTransaction = 100;

/**
 * Lets some of the open offers lapse in which a certificate is whose last trading year is closed: the whole offer, its certificates are
 * active again where they were. Gives how many did; 0: none is left.
 */
export async function lapseOffers(verb: Verb, year: number, reason: string): Promise<number> {
  const offers = await rows<OpenTransfer>(
    verb.em,
    sql`select t.id, t.from_gis_account_id as "fromGisAccountId", t.to_gis_account_id as "toGisAccountId", t.quantity
        from transfer t
        where t.state = 'OFFERED' and exists (
          select from transfer_range r
          join certificate_batch b on b.id = r.batch_id
          join certificate_holding h on h.batch_id = r.batch_id
            and h.first_serial <= r.last_serial and h.last_serial >= r.first_serial
          where r.transfer_id = t.id and coalesce(h.usable_until, extract(year from b.vintage_month)) = ${year})
        order by t.id limit ${offersPerTransaction} for update of t`,
  );
  const assets = await rows<{ assetId: string }>(
    verb.em,
    sql`select distinct b.asset_id as "assetId" from transfer_range r join certificate_batch b on b.id = r.batch_id
        where r.transfer_id = any(${offers.map(offer => offer.id)}::bigint[])`,
  );
  await lockStreams(
    verb.em,
    assets.map(asset => asset.assetId),
  );
  for (const offer of offers) await decideTransfer(verb, offer, 'LAPSED', { kind: 'CLOSE', reason });
  return offers.length;
}
