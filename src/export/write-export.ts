import type { EntityManager } from '@mikro-orm/postgresql';
import { LockMode } from '@mikro-orm/postgresql';
import { AccountEntity } from '../account/account.entity.js';
import { actorOf } from '../account/house-account.js';
import { enqueue, type Job } from '../platform/job.js';
import { ExportEntity, ExportPieceEntity } from './export.entity.js';
import { exportTables } from './export-contents.js';
import { headOf, linesOf } from './export-table.js';

const attempts = 8;

/** Asks for the writing of an export, in the transaction of `em`. */
export function enqueueExport(em: EntityManager, exportId: string): Promise<void> {
  return enqueue(em, writeExport.name, { exportId }, { key: `export ${exportId}`, attempts });
}

/**
 * Writes an export piece by piece, each in a transaction of its own with the position at which the next begins: a worker that ends, in
 * whatever way, leaves whole pieces, and another goes on after them. What the account may see is asked anew for each piece.
 */
export const writeExport: Job = {
  name: 'write-export',
  async run({ em, payload, now, attempt, signal }) {
    const { exportId } = payload as { readonly exportId: string };
    try {
      while (await em.fork().transactional(tx => writePiece(tx, exportId, now))) {
        if (signal.aborted) return await enqueueExport(em, exportId); // another worker goes on
      }
    } catch (error) {
      if (attempt >= attempts) await giveUp(em.fork(), exportId, now);
      throw error;
    }
  },
};

/** Writes the next piece; false: there is nothing more to be written. */
async function writePiece(em: EntityManager, exportId: string, now: Date): Promise<boolean> {
  const asked = await em.findOneOrFail(ExportEntity, exportId, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (asked.state !== 'WAITING' && asked.state !== 'RUNNING') return false;
  const actor = actorOf(await em.findOneOrFail(AccountEntity, asked.accountId), now);
  const table = exportTables[asked.content];
  const page = await table.pageAfter(em, actor, asked, asked.position ?? null);
  const head = asked.pieceCount === 0 ? headOf(table, asked.format) : '';
  const content = Buffer.from(head + linesOf(table, asked.format, page), 'utf8');
  if (content.length > 0) {
    em.create(ExportPieceEntity, {
      exportId,
      number: asked.pieceCount + 1,
      firstByte: asked.byteLength,
      byteLength: content.length,
      content,
      systemIds: [...page.systemIds],
    });
    asked.pieceCount += 1;
    asked.byteLength += content.length;
  }
  asked.rowCount += page.rows.length;
  asked.progressPercent = page.next === null ? 100 : Math.min(page.progressPercent, 99);
  asked.position = page.next;
  asked.state = page.next === null ? 'COMPLETED' : 'RUNNING';
  if (page.next === null) asked.endedAt = now;
  await em.flush();
  return page.next !== null;
}

async function giveUp(em: EntityManager, exportId: string, now: Date): Promise<void> {
  const open = { id: exportId, state: { $in: ['WAITING', 'RUNNING'] as const } };
  await em.nativeUpdate(ExportEntity, open, { state: 'FAILED', endedAt: now });
}
