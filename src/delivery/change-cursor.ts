import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notACursor } from '../boundary/page.js';
import { Refusal } from '../domain/error.js';
import { row, sql } from '../platform/sql.js';

/** A place in the feed: after the event of these numbers, or where it would stand. Numbers as PostgreSQL writes them. */
export interface Position {
  readonly epoch: number;
  readonly xid: string;
  readonly id: string;
}

/** The feed as it is at one instant. */
export interface Feed {
  readonly identity: string;
  readonly cursorKey: Buffer;
  /** Before it every transaction has ended: what stands there is all that ever will. */
  readonly horizon: Position;
}

export const beginning: Position = { epoch: 0, xid: '0', id: '0' };

/** Reads where the feed ends now. */
export async function feedNow(em: EntityManager): Promise<Feed> {
  const { identity, cursorKey, epoch, xid } = await row<Omit<Feed, 'horizon'> & { epoch: number; xid: string }>(
    em,
    sql`select database_identity() as identity, last.cursor_key as "cursorKey",
               last.epoch + (last.identity <> database_identity())::int as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xid
        from change_epoch last order by last.epoch desc limit 1`,
  );
  return { identity, cursorKey, horizon: { epoch, xid, id: '0' } };
}

/**
 * Position -> cursor: eight bytes that name the database, then the position in one block of AES. A cursor says where to go on and
 * nothing else: the numbers in clear would tell by their gaps how much happened that the reader may not see.
 */
export function cursorOf(feed: Feed, { epoch, xid, id }: Position): string {
  const block = Buffer.alloc(16); // 2 bytes of epoch, 7 of transaction, 7 of number: one block
  block.writeUInt16BE(epoch, 0);
  block.write(sevenBytes(xid), 2, 'hex');
  block.write(sevenBytes(id), 9, 'hex');
  const cipher = createCipheriv('aes-256-ecb', keyOf(feed), null).setAutoPadding(false);
  return Buffer.concat([tagOf(feed), cipher.update(block), cipher.final()]).toString('base64url');
}

/**
 * Cursor -> position. CURSOR_EXPIRED for a cursor of another database, or of this one before it was restored elsewhere: what was handed
 * out there may not be here. BAD_USER_INPUT for what is none.
 */
export function positionOf(feed: Feed, cursor: string): Position {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 24 || bytes.toString('base64url') !== cursor) throw notACursor(cursor);
  if (!bytes.subarray(0, 8).equals(tagOf(feed))) {
    throw new Refusal('CURSOR_EXPIRED', 'This cursor was handed out by another database.', { field: 'after' });
  }
  const decipher = createDecipheriv('aes-256-ecb', keyOf(feed), null).setAutoPadding(false);
  const block = Buffer.concat([decipher.update(bytes.subarray(8)), decipher.final()]);
  const number = (at: number) => String(BigInt(`0x${block.toString('hex', at, at + 7)}`));
  const position = { epoch: block.readUInt16BE(0), xid: number(2), id: number(9) };
  if (position.epoch > feed.horizon.epoch) throw notACursor(cursor);
  return position;
}

function sevenBytes(number: string): string {
  return BigInt(number).toString(16).padStart(14, '0');
}

function keyOf({ cursorKey, identity, horizon }: Feed): Buffer {
  return createHash('sha256').update(cursorKey).update(`${horizon.epoch} ${identity}`).digest();
}

function tagOf(feed: Feed): Buffer {
  return createHash('sha256').update('tag').update(keyOf(feed)).digest().subarray(0, 8);
}
