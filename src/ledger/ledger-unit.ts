import type { EntityManager } from '@mikro-orm/postgresql';
import { plainArray } from '../platform/array-text.js';
import { row, rows, sql } from '../platform/sql.js';
import type { LedgerUnitRow } from './certificate.entity.js';
import { hashOfUnit, type OpenUnit, unitFormat } from './unit-lines.js';

/** What a unit is about, for all streams that one verb writes to. */
export interface UnitFacts {
  readonly kind: LedgerUnitRow['kind'];
  readonly reason: string;
  readonly occurredAt: Date;
  readonly createdBy: string;
}

/** The units that a transaction may write, by asset. */
export type OpenUnits = ReadonlyMap<string, OpenUnit>;

/**
 * Locks and opens the chains of assets, in the order of their ids, making those that do not exist yet: this transaction may write the
 * next unit of each.
 */
export async function lockStreams(em: EntityManager, assetIds: readonly string[]): Promise<OpenUnits> {
  await rows(
    em,
    sql`insert into ledger_stream (asset_id) select id from unnest(${plainArray(assetIds)}::bigint[]) as asset (id) order by id
        on conflict on constraint ledger_stream_pk do nothing`,
  );
  const opened = await rows<Omit<OpenUnit, 'lines'>>(
    em,
    sql`with locked as materialized (
          select asset_id from ledger_stream where asset_id = any(${plainArray(assetIds)}::bigint[]) order by asset_id for update)
        update ledger_stream s set opened_in = pg_current_xact_id() from locked where s.asset_id = locked.asset_id
        returning s.asset_id as "assetId", s.sequence + 1 as sequence, encode(s.head_hash, 'hex') as "previousHash"`,
  );
  return new Map(opened.map(unit => [unit.assetId, { ...unit, lines: [] }]));
}

/** The unit that is open on the chain of an asset. */
export function unitOf(units: OpenUnits, assetId: string): OpenUnit {
  const unit = units.get(assetId);
  if (!unit) throw new Error(`the chain of asset ${assetId} is not locked`);
  return unit;
}

/**
 * Closes units that this transaction wrote, one on each locked chain: hashes the canonical text of all that is in it over the hash
 * before it, and moves the heads. Whoever writes a row of a unit adds its line (`unit-lines`).
 */
export async function closeUnits(em: EntityManager, units: readonly OpenUnit[], facts: UnitFacts): Promise<void> {
  for (const { assetId, lines } of units) if (lines.length === 0) throw new Error(`nothing was written to ${assetId}`);
  const column = (of: (unit: OpenUnit) => string) => plainArray(units.map(of));
  const closed = await row<{ count: string }>(
    em,
    sql`with closed as materialized (
          select asset_id, sequence, decode(previous_hash, 'hex') as previous_hash, decode(hash, 'hex') as hash
          from unnest(${column(unit => unit.assetId)}::bigint[], ${column(unit => unit.sequence)}::bigint[],
                      ${column(unit => unit.previousHash)}::text[], ${column(unit => hashOfUnit(unit, facts))}::text[])
            as closed (asset_id, sequence, previous_hash, hash)
        ), unit as (
          insert into ledger_unit (asset_id, sequence, kind, reason, occurred_at, created_by, format, previous_hash, hash)
          select asset_id, sequence, ${facts.kind}, ${facts.reason}, ${facts.occurredAt}, ${facts.createdBy}, ${unitFormat},
                 previous_hash, hash
          from closed
        ), moved as (
          update ledger_stream s set sequence = closed.sequence, head_hash = closed.hash, opened_in = null
          from closed where s.asset_id = closed.asset_id and s.sequence + 1 = closed.sequence and s.head_hash = closed.previous_hash
          returning s.asset_id
        )
        select count(*) as count from moved`,
  );
  if (Number(closed.count) !== units.length) {
    throw new Error(`closed ${closed.count} ledger units, expected ${units.length}`);
  }
}
