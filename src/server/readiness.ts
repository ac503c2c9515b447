import type { MikroORM } from '@mikro-orm/postgresql';
import { migrationsLackingIn } from './migrations-lacking.js';
import { type QueueState, queueState } from './queue-state.js';
import type { Standby, StandbyState } from './standby.js';

/** Whether this server is to be given requests, and how what it stands on stands. */
export interface Readiness {
  /** `degraded` still answers every request: jobs come late, or the copy for public reads is not in use. */
  readonly status: 'ready' | 'degraded' | 'not ready' | 'stopping';
  readonly database: 'up' | 'down';
  /** Migrations of this version that the database lacks; null: the database did not say. */
  readonly pendingMigrations: number | null;
  readonly queue: (Omit<QueueState, 'givenUp'> & { readonly maximumSeconds: number }) | null;
  /** Only where there is one. */
  readonly replica?: StandbyState;
}

/** A job that waits longer than this is late. */
export const lateAfterSeconds = 60;
/** A database that takes longer to answer is down. */
const patienceMs = 2_000;
/** Who asks more often gets the answer of a moment ago: asking is free of charge, and must not cost the others a connection. */
const freshMs = 250;

/** Asks whether a server is ready; many at once ask the database once. */
export class ReadinessCheck {
  readonly #primary: MikroORM;
  readonly #standby: Standby | null;
  #asked: { readonly at: number; readonly answer: Promise<Readiness> } | undefined;
  #stopping = false;

  constructor(primary: MikroORM, standby: Standby | null = null) {
    this.#primary = primary;
    this.#standby = standby;
  }

  /** From now on no balancer shall send anything here. */
  stop(): void {
    this.#stopping = true;
  }

  get stopping(): boolean {
    return this.#stopping;
  }

  async ask(): Promise<Readiness> {
    if (!this.#asked || performance.now() - this.#asked.at > freshMs) {
      this.#asked = { at: performance.now(), answer: this.#look() };
    }
    const answer = await this.#asked.answer;
    return this.#stopping ? { ...answer, status: 'stopping' } : answer;
  }

  async #look(): Promise<Readiness> {
    const replica = this.#standby ? { replica: this.#standby.state } : {};
    const known = await this.#fromDatabase();
    if (!known) return { status: 'not ready', database: 'down', pendingMigrations: null, queue: null, ...replica };
    const { pendingMigrations, due, oldestDueSeconds } = known;
    const queue = { due, oldestDueSeconds, maximumSeconds: lateAfterSeconds };
    const late = oldestDueSeconds > lateAfterSeconds || replica.replica?.inUse === false;
    const status = pendingMigrations > 0 ? 'not ready' : late ? 'degraded' : 'ready';
    return { status, database: 'up', pendingMigrations, queue, ...replica };
  }

  async #fromDatabase(): Promise<(QueueState & { readonly pendingMigrations: number }) | null> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), patienceMs);
    const tooLate = new Promise<null>(resolve => controller.signal.addEventListener('abort', () => resolve(null)));
    try {
      return await Promise.race([this.#askDatabase(), tooLate]);
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  async #askDatabase() {
    const pendingMigrations = (await migrationsLackingIn(this.#primary)).length;
    if (pendingMigrations > 0) return { pendingMigrations, due: 0, oldestDueSeconds: 0, givenUp: 0 };
    return { pendingMigrations, ...(await queueState(this.#primary.em.fork())) };
  }
}
