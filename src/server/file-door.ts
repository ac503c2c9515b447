import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { PublicTable } from '../publication/tables/table.js';
import { Deadline, Ended } from './deadline.js';
import { Gate } from './gate.js';
import { Overloaded } from './overloaded.js';

/** What public files take of a server at once. */
export interface FileDoorOptions {
  /** Looks into the database. */
  readonly looks: number;
  /** First looks that wait for theirs, and for how long. */
  readonly waiting: number;
  readonly patienceMs: number;
  /** How long a first look may take: that for a table reads it whole, to tell whether it changed. */
  readonly lookMs: number;
  /** Files that are being written. */
  readonly files: number;
  /** For how long a reader may leave what was written for it. */
  readonly idleMs: number;
}

/**
 * The door of what the public may take along without GraphQL: tables, certificates, documents. A look into the database waits for its
 * turn here and not for a connection, so a flood of files leaves some to the questions of others. The first look of a request is refused
 * where too many wait (`Overloaded`); one that goes on with a file that was begun never is. A reader that takes nothing is cut off.
 */
export class FileDoor {
  readonly #options: FileDoorOptions;
  readonly #first: Gate;
  readonly #further: Gate;
  #writing = 0;

  constructor(options: FileDoorOptions) {
    this.#options = options;
    const { looks: atOnce, waiting, patienceMs } = options;
    this.#first = new Gate({ atOnce, waiting, patienceMs });
    this.#further = new Gate({ atOnce: 1, waiting: Number.POSITIVE_INFINITY, patienceMs: 2 ** 31 - 1 });
  }

  /**
   * The first look of a request: it has some seconds, and is ended when its client goes (`Ended`). Its signal is given then, and also when the
   * client goes while a file is written that the look began. Past its deadline a look keeps its place until its work ends.
   */
  async look<T>({ raw }: Pick<FastifyReply, 'raw'>, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const deadline = new Deadline();
    raw.once('close', () => {
      if (!raw.writableFinished) deadline.clientLeft();
    });
    const { signal } = deadline;
    const late = deadline.passed.then(reason => Promise.reject(new Ended(reason)));
    const looked = inside(this.#first, () => {
      deadline.watch(this.#options.lookMs);
      return work(signal).finally(() => deadline.done());
    });
    return Promise.race([late, looked]).catch(error => {
      throw signal.aborted ? new Ended(signal.reason) : error;
    });
  }

  /** What is written of a table while it is read, a page in turn; not more files at once than there is room for. */
  file(table: PublicTable, write: (table: PublicTable) => AsyncIterable<string | Uint8Array>): Readable {
    if (this.#writing >= this.#options.files) throw new Overloaded();
    this.#writing += 1;
    const idle = setTimeout(() => file.destroy(), this.#options.idleMs);
    const paced: PublicTable = {
      ...table,
      rowsAfter: (...asked) => {
        idle.refresh();
        return inside(this.#further, () => table.rowsAfter(...asked));
      },
    };
    const file = Readable.from(write(paced), { objectMode: false });
    file.once('close', () => {
      clearTimeout(idle);
      this.#writing -= 1;
    });
    return file;
  }
}

async function inside<T>(gate: Gate, work: () => Promise<T>): Promise<T> {
  const leave = await gate.enter();
  if (!leave) throw new Overloaded();
  try {
    return await work();
  } finally {
    leave();
  }
}
