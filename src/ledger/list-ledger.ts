import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { AccountContext, Actor } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { type Page, type PageArgs, pageOf } from '../boundary/page.js';
import { seesEverything } from '../boundary/sees-everything.js';
import { formatSerialRange } from '../domain/serial-range.js';
import { lastTradingYear, tradingYearOf } from '../domain/trading-year.js';
import { empty, rows, type Sql, sql } from '../platform/sql.js';
import type { CertificateState } from './certificate.entity.js';
import type { CertificateHolding, LedgerEntry } from './certificate.type.js';
import { entryIsVisible, holdingIsVisible } from './scope.js';
import { holdingsAsSeen } from './seen-holdings.js';

export type LedgerEntryRecord = LedgerEntry & {
  readonly assetId: string;
  readonly fromGisAccountId: string | null;
  readonly toGisAccountId: string | null;
};

interface EntryText extends Omit<LedgerEntryRecord, 'range' | 'occurredAt' | 'recordedAt'> {
  readonly batchId: string | null;
  readonly firstSerial: number;
  readonly lastSerial: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** Ledger entries that an actor may see, newest first. */
export function listEntries(em: EntityManager, actor: Actor, page: PageArgs): Promise<Page<LedgerEntryRecord>> {
  return pageOf(
    page,
    1,
    async (key, limit) => (await rows<EntryText>(em, selectEntries(actor, sql`true`, key, limit))).map(entryOf),
    entry => [entry.id],
  );
}

/** The entries of ids that an actor may see. */
export async function findEntries(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<LedgerEntryRecord[]> {
  const wanted = sql`e.id = any(${ids}::bigint[])`;
  return (await rows<EntryText>(em, selectEntries(actor, wanted, null, ids.length))).map(entryOf);
}

/** As `listEntries`, of the certificates that a system contributed to; systems asked for together take one statement. */
export function listEntriesOfSystem(
  context: AccountContext,
  systemId: string,
  page: PageArgs,
): Promise<Page<LedgerEntryRecord>> {
  const ofSystem = sql`(e.issuance_id in (select step.issuance_id from issuance_system step where step.system_id = parent.id)
    or e.batch_id in (select b.id from certificate_batch b
      join issuance_system step on step.issuance_id = b.issuance_id where step.system_id = parent.id))`;
  return pageOf(
    page,
    1,
    (key, limit) =>
      loadMany(
        context,
        `ledger of a system ${JSON.stringify([key, limit])}`,
        systemId,
        async ids => {
          const found = await rows<EntryText & { readonly parentId: string }>(
            context.em,
            sql`select parent.id as "parentId", entry.* from unnest(${ids}::bigint[]) as parent (id)
                cross join lateral (${selectEntries(context.actor, ofSystem, key, limit)}) entry`,
          );
          return found.map(({ parentId, ...entry }) => ({ parentId, ...entryOf(entry) }));
        },
        entry => entry.parentId,
      ),
    entry => [entry.id],
  );
}

function selectEntries(actor: Actor, condition: Sql, key: readonly string[] | null, limit: number): Sql {
  return sql`select e.id, e.kind, e.program, to_char(e.vintage_month, 'YYYY-MM') as "vintageMonth", e.batch_id as "batchId",
                    e.first_serial as "firstSerial", e.last_serial as "lastSerial", e.quantity, e.remainder_mwh as "remainderMwh",
                    trim_scale(e.adjusted_mwh)::text as "adjustedMwh",
                    u.reason, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.asset_id as "assetId",
                    e.from_gis_account_id as "fromGisAccountId", e.to_gis_account_id as "toGisAccountId",
                    a.gis_id || '/' || u.sequence as unit, encode(u.hash, 'hex') as "unitHash"
             from ledger_entry e
             join ledger_unit u on u.asset_id = e.asset_id and u.sequence = e.unit_sequence
             join gis_asset a on a.id = e.asset_id
             where ${condition} and ${entryIsVisible(actor, 'e')} ${key ? sql`and e.id < ${key[0]}::bigint` : empty}
             order by e.id desc limit ${limit}`;
}

function entryOf({ batchId, firstSerial, lastSerial, ...entry }: EntryText): LedgerEntryRecord {
  return {
    ...entry,
    range:
      batchId === null ? null : formatSerialRange({ batchId: Number(batchId), first: firstSerial, last: lastSerial }),
    occurredAt: instantOf(entry.occurredAt),
    recordedAt: instantOf(entry.recordedAt),
  };
}

export type HoldingRecord = CertificateHolding & {
  readonly batchId: string;
  readonly firstSerial: number;
  readonly assetId: string;
  readonly gisAccountId: string;
  readonly sinceEntryId: string;
};

/** Of one's own certificates nothing is sealed: the holdings as they are. */
const ownHoldings = sql`(select * from certificate_holding where batch_id = b.id)`;

/** Certificates in accounts of the actor's organisation, by batch and serial number. */
export function listHoldings(
  em: EntityManager,
  actor: Actor,
  state: CertificateState | null,
  page: PageArgs,
): Promise<Page<HoldingRecord>> {
  return pageOf(
    page,
    2,
    async (key, limit) => {
      const found = await rows<
        Omit<HoldingRecord, 'range' | 'quantity' | 'tradedUntil'> & { readonly lastSerial: number }
      >(
        em,
        sql`select h.batch_id as "batchId", h.first_serial as "firstSerial", h.last_serial as "lastSerial", h.state, b.program,
                   to_char(b.vintage_month, 'YYYY-MM') as "vintageMonth", b.asset_id as "assetId", h.gis_account_id as "gisAccountId",
                   h.usable_until as "usableUntil", h.since_entry_id as "sinceEntryId"
            from certificate_batch b cross join lateral ${seesEverything(actor) ? holdingsAsSeen(actor, 'b') : ownHoldings} h
            where ${holdingIsVisible(actor, 'h')} ${state ? sql`and h.state = ${state}` : empty}
              ${key ? sql`and b.id >= ${key[0]}::bigint and (b.id, h.first_serial) > (${key[0]}::bigint, ${key[1]}::int)` : empty}
            order by b.id, h.first_serial limit ${limit}`,
      );
      return found.map(({ lastSerial, ...holding }) => ({
        ...holding,
        range: formatSerialRange({ batchId: Number(holding.batchId), first: holding.firstSerial, last: lastSerial }),
        quantity: lastSerial - holding.firstSerial + 1,
        tradedUntil: tradingYearOf(lastTradingYear(holding.vintageMonth, holding.usableUntil)).closesOn,
      }));
    },
    holding => [holding.batchId, String(holding.firstSerial)],
  );
}
