import { endOfDay } from '../domain/time-zone.js';
import { tradingYearOf } from '../domain/trading-year.js';
import type { LedgerEntryKind } from '../ledger/certificate.entity.js';
import { lockStreams } from '../ledger/ledger-unit.js';
import { type Moved, moveCertificates } from '../ledger/move-certificates.js';
import { insertRows } from '../platform/insert-rows.js';
import type { Verb } from '../platform/perform.js';
import { rows, sql } from '../platform/sql.js';

/** How certificates leave use when their year is closed, by the sub-account that they lie in. */
const retirements = [
  { kind: 'RETIRE_COMPLIANCE', states: ['RETAIL'], purpose: 'COMPLIANCE' },
  { kind: 'RETIRE_RESERVE', states: ['RESERVE'], purpose: 'RESERVE' },
  { kind: 'RETIRE_RESIDUAL', states: ['ACTIVE', 'BANKED'], purpose: null },
] as const satisfies readonly {
  readonly kind: LedgerEntryKind;
  readonly states: readonly string[];
  readonly purpose: string | null;
}[];

/**
 * Retires what the certificates of some assets leave in use of a trading year, in the transaction given. What an auction made usable
 * longer stays, but for what was put into a retail or reserve sub-account before the year was over.
 */
export async function closeAssets(
  verb: Verb,
  year: number,
  assetIds: readonly string[],
  reason: string,
): Promise<void> {
  const { em } = verb;
  const over = sql`(coalesce(h.usable_until, extract(year from b.vintage_month)) = ${year}
    or h.state in ('RETAIL', 'RESERVE') and h.usable_until > ${year} and extract(year from b.vintage_month) < ${year}
      and (select e.occurred_at from ledger_entry e where e.id = h.since_entry_id) < ${endOfDay(tradingYearOf(year).closesOn)})`;
  const inUse = () =>
    rows<{ assetId: string; batchId: string; first: number; last: number; state: string }>(
      em,
      sql`select b.asset_id as "assetId", h.batch_id as "batchId", h.first_serial as first, h.last_serial as last, h.state
          from certificate_holding h join certificate_batch b on b.id = h.batch_id
          where b.asset_id = any(${assetIds}::bigint[]) and h.state in ('ACTIVE', 'BANKED', 'RETAIL', 'RESERVE') and ${over}`,
    );
  await lockStreams(em, [...new Set((await inUse()).map(holding => holding.assetId))]);
  const holdings = await inUse();
  for (const { kind, states, purpose } of retirements) {
    const ranges = holdings
      .filter(holding => states.some(state => state === holding.state))
      .map(({ batchId, first, last }) => ({ batchId: Number(batchId), first, last }));
    if (ranges.length === 0) continue;
    const moved = await moveCertificates(verb, {
      ranges,
      fromState: states,
      where: over,
      kind,
      toState: 'RETIRED',
      toGisAccountId: null,
      unit: { kind: 'CLOSE', reason },
    });
    if (purpose) await recordUse(verb, moved, purpose, purpose === 'COMPLIANCE' ? year : null);
  }
}

/** What was retired for whom: the organisation in whose account it lay. */
async function recordUse({ em }: Verb, moved: Moved, purpose: string, complianceYear: number | null): Promise<void> {
  const accounts = await rows<{ id: string; organisationId: string }>(
    em,
    sql`select id, organisation_id as "organisationId" from gis_account
        where id = any(${moved.parts.map(part => part.gisAccountId)}::bigint[])`,
  );
  const organisationOf = new Map(accounts.map(account => [account.id, account.organisationId]));
  await insertRows(em, 'certificate_use', moved.parts, [
    ['entry_id', 'bigint', part => part.entryId],
    ['purpose', 'text', () => purpose],
    ['organisation_id', 'bigint', part => organisationOf.get(part.gisAccountId)],
    ['compliance_year', 'int', () => complianceYear],
  ]);
}
