import type { EntityManager } from '@mikro-orm/postgresql';
import { Refusal } from '../domain/error.js';
import type { CommandContext } from './command.js';
import { type OpenDatabase, type OpenOptions, withDatabase } from './database.js';
import type { CommonOptions } from './options.js';
import type { Mode } from './ports.js';

/** What a command works with when it calls verbs without HTTP. */
export interface House {
  readonly em: EntityManager;
  /** The instant that it is: `--clock`, or the clock of the sandbox, or real time in production. */
  readonly now: Date;
  readonly mode: Mode;
}

/** Opens the database with the ORM on it, does the work, closes both. In production `--clock` is refused: CLOCK_NOT_MOVABLE. */
export async function withHouse<Options extends CommonOptions, T>(
  context: CommandContext<Options>,
  work: (house: House) => Promise<T>,
  how: OpenOptions = {},
): Promise<T> {
  const { mode, clock } = context.options;
  if (mode === 'production' && clock) {
    throw new Refusal('CLOCK_NOT_MOVABLE', 'In production the clock is real: leave out --clock and PTS_CLOCK.');
  }
  const withOrm = async ({ url }: OpenDatabase) => {
    const [{ openDatabase }, { readClock }] = await Promise.all([
      import('../server/database.js'),
      import('../clock/clock.js'),
    ]);
    const orm = await openDatabase(url);
    try {
      const em = orm.em.fork();
      return await work({ em, mode, now: clock ?? (await readClock(em, mode)) });
    } finally {
      await orm.close(true);
    }
  };
  return withDatabase(context, withOrm, how);
}
