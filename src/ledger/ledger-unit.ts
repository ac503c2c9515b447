import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows, sql } from '../platform/sql.js';
import type { LedgerUnitRow } from './certificate.entity.js';

/** The format in which units are hashed now: `ledger_unit_lines_v2` in the migrations. */
const unitFormat = 2;

/** What a unit is about, for all streams that one verb writes to. */
export interface UnitFacts {
  readonly kind: LedgerUnitRow['kind'];
  readonly reason: string;
  readonly occurredAt: Date;
  readonly createdBy: string;
}

/**
 * Locks and opens the chains of assets, in the order of their ids, making those that do not exist yet: this transaction may write the
 * next unit of each, whose sequence it gets.
 */
export async function lockStreams(em: EntityManager, assetIds: readonly string[]): Promise<Map<string, string>> {
  await rows(
    em,
    sql`insert into ledger_stream (asset_id) select id from unnest(${assetIds}::bigint[]) as asset (id) order by id
        on conflict on constraint ledger_stream_pk do nothing`,
  );
  const heads = await rows<{ assetId: string; next: string }>(
    em,
    sql`with locked as materialized (
          select asset_id from ledger_stream where asset_id = any(${assetIds}::bigint[]) order by asset_id for update)
        update ledger_stream s set opened_in = pg_current_xact_id() from locked where s.asset_id = locked.asset_id
        returning s.asset_id as "assetId", s.sequence + 1 as next`,
  );
  return new Map(heads.map(head => [head.assetId, head.next]));
}

/**
 * Closes the units that this transaction wrote, one on each locked chain: hashes the canonical text of all that is in it over
 * the hash before it, and moves the heads. Every row of the units must be in the database by now.
 */
export async function closeUnits(em: EntityManager, assetIds: readonly string[], facts: UnitFacts): Promise<void> {
  const closed = await row<{ count: string }>(
    em,
    sql`with head as materialized (
          select asset_id, sequence + 1 as sequence, head_hash as previous_hash
          from ledger_stream where asset_id = any(${assetIds}::bigint[])
        ), content as materialized (
          select asset_id, unit_sequence, string_agg(line, E'\n' order by line collate "C") as lines
          from ledger_unit_lines_v2((select array_agg(asset_id) from head), (select array_agg(sequence) from head))
          group by asset_id, unit_sequence
        ), unit as (
          insert into ledger_unit (asset_id, sequence, kind, reason, occurred_at, created_by, format, previous_hash, hash)
          select h.asset_id, h.sequence, ${facts.kind}, ${facts.reason}, ${facts.occurredAt}, ${facts.createdBy}, ${unitFormat},
                 h.previous_hash, sha256(convert_to(ledger_unit_header_v2(h.asset_id, h.sequence, h.previous_hash, ${facts.kind},
                   ${facts.reason}, ${facts.occurredAt}, ${facts.createdBy}) || E'\n' || c.lines, 'UTF8'))
          from head h join content c on c.asset_id = h.asset_id and c.unit_sequence = h.sequence
          returning asset_id, sequence, hash
        ), moved as (
          update ledger_stream s set sequence = unit.sequence, head_hash = unit.hash, opened_in = null
          from unit where s.asset_id = unit.asset_id returning s.asset_id
        )
        select count(*) as count from moved`,
  );
  if (Number(closed.count) !== assetIds.length) {
    throw new Error(`closed ${closed.count} ledger units, expected ${assetIds.length}`);
  }
}
