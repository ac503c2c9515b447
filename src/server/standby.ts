import type { MikroORM } from '@mikro-orm/postgresql';
import { row, sql } from '../platform/sql.js';

/** How far a copy is, told by both databases: positions in the log of writes, in bytes. */
export interface Positions {
  readonly primary: () => Promise<bigint>;
  /** Null: it follows nobody. */
  readonly copy: () => Promise<bigint | null>;
}

export interface StandbyOptions {
  /** A copy that is further behind is not read from. */
  readonly maximumLagSeconds?: number;
  /** Milliseconds by a clock that only goes forward. */
  readonly clock?: () => number;
}

/** How a copy of the database stands. */
export interface StandbyState {
  /** Whether it is read from. */
  readonly inUse: boolean;
  /** It shows everything that was committed so many seconds ago; null: not known. */
  readonly lagSeconds: number | null;
  readonly maximumLagSeconds: number;
}

const askEveryMs = 1_000;

/**
 * Follows a streaming copy of the database: is it there, and how far behind? The primary is asked for its position, then the copy for
 * its own; what the copy has passed tells until when it is complete. This also holds while nothing is written, when the instant of the
 * last transaction that came through would tell nothing.
 */
export class Standby {
  readonly maximumLagSeconds: number;
  readonly #positions: Positions;
  readonly #clock: () => number;
  /** Positions of the primary that the copy has not passed yet, oldest first. */
  #ahead: { readonly at: number; readonly position: bigint }[] = [];
  #completeUntil: number | null = null;
  #answers = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(positions: Positions, { maximumLagSeconds = 30, clock = () => performance.now() }: StandbyOptions = {}) {
    this.#positions = positions;
    this.maximumLagSeconds = maximumLagSeconds;
    this.#clock = clock;
  }

  get state(): StandbyState {
    const { maximumLagSeconds } = this;
    const lagSeconds =
      this.#answers && this.#completeUntil !== null ? (this.#clock() - this.#completeUntil) / 1_000 : null;
    return { inUse: lagSeconds !== null && lagSeconds <= maximumLagSeconds, lagSeconds, maximumLagSeconds };
  }

  /** Asks both databases once. */
  async look(): Promise<void> {
    try {
      const at = this.#clock();
      const position = await this.#positions.primary();
      this.#ahead.push({ at, position });
    } catch {
      // nothing newer is known of the primary: what is known grows old, and the copy with it
    }
    try {
      const passed = await this.#positions.copy();
      this.#answers = passed !== null;
      if (passed === null) return;
      this.#completeUntil = this.#ahead.findLast(each => each.position <= passed)?.at ?? this.#completeUntil;
      this.#ahead = this.#ahead.filter(each => each.position > passed).slice(-1_000);
    } catch {
      this.#answers = false;
    }
  }

  /** Looks now, and every second until it is stopped. */
  async follow(): Promise<void> {
    await this.look();
    if (!this.#stopped) this.#timer = setTimeout(() => void this.follow(), askEveryMs);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }
}

/** Asks two databases for their positions. */
export function positionsOf(primary: MikroORM, copy: MikroORM): Positions {
  const ask = async (orm: MikroORM, lsn: ReturnType<typeof sql>) => {
    const { position } = await row<{ position: string | null }>(
      orm.em.fork(),
      sql`select (case when ${lsn} is null then null else pg_wal_lsn_diff(${lsn}, '0/0') end)::text as position`,
    );
    return position === null ? null : BigInt(position);
  };
  return {
    primary: async () => (await ask(primary, sql`pg_current_wal_lsn()`)) ?? 0n,
    copy: () => ask(copy, sql`case when pg_is_in_recovery() then pg_last_wal_replay_lsn() end`),
  };
}
