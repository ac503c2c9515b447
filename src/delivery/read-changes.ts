import type { EntityManager } from '@mikro-orm/postgresql';
import { instantOf } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import type { Month } from '../domain/month.js';
import { rows, type Sql, sql } from '../platform/sql.js';
import type { Feed, Position } from './change-cursor.js';
import { changeKinds, type SubjectType } from './change-kind.js';
import { changeIsVisible } from './change-scope.js';

/** The most events that one page looks at, be they shown or not. */
export const eventsPerPage = 10_000;

/** A change as it is told: what changed, and no more. */
export interface ToldChange {
  readonly at: Position;
  readonly kind: string;
  readonly subject: { readonly type: SubjectType; readonly id: string };
  readonly ptsId: string | null;
  readonly month: Month | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** Part of the feed. */
export interface ReadChanges {
  readonly changes: readonly ToldChange[];
  /** Where to go on. */
  readonly until: Position;
  readonly more: boolean;
}

interface EventText extends Position {
  readonly kind: string;
  readonly subjectId: string;
  readonly ptsId: string | null;
  readonly month: string | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/**
 * The changes after a position, of some kinds (null: of all), that an actor may see, at most `first` of them.
 *
 * Looks at no more than `eventsPerPage` events, so a page costs the same wherever it begins; `more` then says that there is something to
 * look at. Nothing is shown behind the horizon, so nothing ever appears before a position that was handed out.
 */
export async function readChanges(
  em: EntityManager,
  actor: Actor,
  feed: Feed,
  asked: { readonly after: Position; readonly first: number; readonly kinds: readonly string[] | null },
): Promise<ReadChanges> {
  const { after, first } = asked;
  const kinds = asked.kinds ?? Object.keys(changeKinds);
  const found = await rows<EventText>(
    em,
    sql`select shown.*, system.pts_id as "ptsId",
               coalesce(held.gis_id, joined.gis_id, case shown.kind when 'SYSTEM_REGISTERED' then system.pts_id end, shown."subjectId"::text)
                 as "subjectId"
        from (select e.epoch, e.xid, e.id, e.kind, e.subject_id as "subjectId", e.system_id, to_char(e.month, 'YYYY-MM') as month,
                     e.occurred_at as "occurredAt", e.recorded_at as "recordedAt"
              from (${window(feed, after)} limit ${eventsPerPage}) e
              where e.kind = any(${[...kinds]}::text[]) and ${changeIsVisible(actor, 'e')}
              order by e.epoch, e.xid, e.id limit ${first + 1}) shown
        left join system on system.id = shown.system_id
        left join lateral (select a.gis_id from gis_asset_membership m join gis_asset a on a.id = m.asset_id
          where shown.kind in ('ASSET_JOINED', 'ASSET_LEFT') and m.id = shown."subjectId") joined on true
        left join lateral (select a.gis_id from gis_asset_holder h join gis_asset a on a.id = h.asset_id
          where shown.kind in ('ASSET_HOLDER_BEGAN', 'ASSET_HOLDER_ENDED') and h.id = shown."subjectId") held on true
        order by shown.epoch, shown.xid, shown.id`,
  );
  const changes = found.slice(0, first).map(changeOf);
  const last = changes.at(-1);
  if (last && found.length > first) return { changes, until: last.at, more: true };
  const [end, beyond] = await rows<Position>(em, sql`${window(feed, after)} offset ${eventsPerPage - 1} limit 2`);
  if (!end) return { changes, until: laterOf(feed.horizon, after), more: false };
  return { changes, until: positionIn(end), more: beyond !== undefined };
}

/** Events after a position that nothing can come before any more, in their order. */
function window({ horizon }: Feed, { epoch, xid, id }: Position): Sql {
  return sql`select * from change_event
    where (epoch, xid, id) > (${epoch}::int, ${xid}::xid8, ${id}::bigint) and (epoch, xid) < (${horizon.epoch}::int, ${horizon.xid}::xid8)
    order by epoch, xid, id`;
}

/** A reader of a replica may have been further on the primary. */
function laterOf(a: Position, b: Position): Position {
  const order = a.epoch - b.epoch || Number(BigInt(a.xid) - BigInt(b.xid)) || Number(BigInt(a.id) - BigInt(b.id));
  return order < 0 ? b : a;
}

function positionIn({ epoch, xid, id }: Position): Position {
  return { epoch, xid, id };
}

function changeOf({ kind, subjectId, ptsId, month, occurredAt, recordedAt, ...at }: EventText): ToldChange {
  const type = changeKinds[kind]?.subject ?? 'SYSTEM';
  return {
    at: positionIn(at),
    kind,
    subject: { type, id: type === 'QUARTER' && month ? quarterOf(month) : subjectId },
    ptsId,
    month: month as Month | null,
    occurredAt: instantOf(occurredAt),
    recordedAt: instantOf(recordedAt),
  };
}

/** The quarter of its first month. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${(Number(month.slice(5)) + 2) / 3}`;
}
