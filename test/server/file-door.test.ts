import { EventEmitter } from 'node:events';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyReply } from 'fastify';
import type { LocalDate } from '../../src/domain/local-date.js';
import { ptsSystems } from '../../src/publication/tables/pts-systems.js';
import { cellsOf, type PublicTable } from '../../src/publication/tables/table.js';
import { Ended } from '../../src/server/deadline.js';
import { FileDoor } from '../../src/server/file-door.js';
import { Overloaded } from '../../src/server/overloaded.js';

/* A table whose pages are looked at by this test; its rows lie in no database. */

const options = { looks: 2, waiting: 1, patienceMs: 20, lookMs: 200, files: 2, idleMs: 1_000 };
const asked = { em: {} as EntityManager, on: '2018-05-01' as LocalDate };
const pageOf500 = (from: number) =>
  Array.from({ length: 500 }, (_, i) => ({ key: String(from + i), id: 'x'.repeat(200) }));

/** Pages without end; tells how many are read, and how many were at once. */
function endless() {
  const seen = { pages: 0, now: 0, most: 0 };
  const table: PublicTable = {
    ...ptsSystems,
    async rowsAfter(_, key) {
      seen.pages += 1;
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await new Promise(resolve => setTimeout(resolve, 2));
      seen.now -= 1;
      return pageOf500(Number(key ?? 0));
    },
  };
  return { table, seen };
}

async function* lines(table: PublicTable): AsyncGenerator<string> {
  for await (const cells of cellsOf(table, asked, new Date(0))) yield `${cells[0]}\n`;
}

/** An answer that is on its way. */
function reply() {
  const raw = Object.assign(new EventEmitter(), { writableFinished: false });
  return { raw } as unknown as Pick<FastifyReply, 'raw'> & { raw: typeof raw };
}

test('pages of all files are read one after the other, so many files at once; the place of one that ends is free', async () => {
  const door = new FileDoor(options);
  const { table, seen } = endless();
  const files = [door.file(table, lines), door.file(table, lines)];
  expect(() => door.file(table, lines)).toThrow(Overloaded);
  for (const file of files) {
    let bytes = 0;
    for await (const piece of file) {
      bytes += piece.length;
      if (bytes > 500_000) break; // closes the file
    }
  }
  expect(seen.pages).toBeGreaterThan(6);
  expect(seen.most).toBe(1);
  const next = door.file(table, lines);
  next.destroy();
});

test('a reader that takes nothing is cut off', async () => {
  const door = new FileDoor({ ...options, files: 1, idleMs: 50 });
  const { table, seen } = endless();
  const file = door.file(table, lines);
  const closed = new Promise(resolve => file.once('close', resolve));
  file.read(1);
  await closed;
  expect(seen.pages).toBeLessThan(5);
  door.file(table, lines).destroy();
});

test('looks wait a moment for their turn, a few of them', async () => {
  const door = new FileDoor(options);
  const held = Promise.withResolvers<void>();
  const looks = Array.from({ length: 4 }, (_, i) =>
    door.look(reply(), () => held.promise.then(() => i)).catch(error => error.name),
  );
  await new Promise(resolve => setTimeout(resolve, 50));
  held.resolve();
  expect(await Promise.all(looks)).toEqual([0, 1, 'Overloaded', 'Overloaded']);
  expect(await door.look(reply(), async () => 'free')).toBe('free');
});

test('a look is ended past its deadline and when its client goes; it keeps its place until its work ends', async () => {
  const door = new FileDoor({ ...options, looks: 1 });
  const held = Promise.withResolvers<void>();
  const signals: AbortSignal[] = [];
  const slow = (asker: ReturnType<typeof reply>) =>
    door.look(asker, signal => {
      signals.push(signal);
      return held.promise;
    });
  await expect(slow(reply())).rejects.toThrow(Ended);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await expect(door.look(reply(), async () => 'too early')).rejects.toThrow(Overloaded);
  held.resolve();
  const leaving = reply();
  const left = door.look(leaving, async signal => {
    signals.push(signal);
    leaving.raw.emit('close');
    signal.throwIfAborted();
  });
  await expect(left).rejects.toThrow(Ended);
  expect(await door.look(reply(), async () => 'free')).toBe('free');
});

test('the signal of a look that went well is given when the client goes before it has all of its answer', async () => {
  const door = new FileDoor(options);
  const [whole, leaving] = [reply(), reply()];
  const [ofWhole, ofLeaving] = [await door.look(whole, async s => s), await door.look(leaving, async s => s)];
  whole.raw.writableFinished = true;
  whole.raw.emit('close');
  leaving.raw.emit('close');
  expect([ofWhole.aborted, ofLeaving.aborted]).toEqual([false, true]);
});
