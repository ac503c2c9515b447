import type { EntityManager } from '@mikro-orm/postgresql';
import type { Job } from '../platform/job.js';
import { serially } from '../platform/serially.js';
import { row, rows, sql } from '../platform/sql.js';

/** What one asker may spend in a minute, over all servers. */
export interface RatePolicy {
  /** How the headers call it. */
  readonly name: 'account' | 'public';
  readonly pointsPerMinute: number;
}

/** Where an asker stands after a request was counted, or refused. */
export interface RateState extends RatePolicy {
  readonly allowed: boolean;
  /** Points left in this minute; what other servers have set aside for themselves is not counted as left. */
  readonly remaining: number;
  /** Seconds until the next minute begins, at least 1. */
  readonly resetSeconds: number;
}

export interface RateLimiter {
  /** Takes points from the budget of an asker, all or none; at once while what this process has set aside will do. */
  take(policy: RatePolicy, asker: string, points: number): RateState | Promise<RateState>;
}

/** What this process has set aside of an asker's budget. */
interface Lease {
  /** Until when it holds, by this process's monotonic clock. */
  readonly until: number;
  left: number;
  /** What was in nobody's hands when a part was last set aside. */
  free: number;
}

/** A server sets aside this part of a budget at a time, so that most requests are counted without asking the database. */
const part = 20;
/** Above so many askers those whose minute is over are forgotten. */
const rememberedAskers = 10_000;

/**
 * Counts points by asker and minute, over any number of servers on one database. The minute is the database's. No more than the
 * budget is ever spent; with several servers an asker may find it spent a little early, by what the others have set aside (a twentieth
 * each).
 */
export function createRateLimiter(em: () => EntityManager, clock: () => number = () => performance.now()): RateLimiter {
  const leases = new Map<string, Lease>();
  return {
    take(policy, asker, points) {
      const key = `${policy.name} ${asker}`;
      return spend(policy, key, points) ?? serially(`rate ${key}`, () => leaseAndSpend(policy, key, points));
    },
  };

  /** Spends of what is set aside; null when that does not do and there may be more. */
  function spend(policy: RatePolicy, key: string, points: number): RateState | null {
    const lease = leaseOf(key);
    if (!lease) return null;
    const allowed = lease.left >= points;
    if (!allowed && lease.free > 0) return null;
    if (allowed) lease.left -= points;
    const resetSeconds = Math.max(1, Math.ceil((lease.until - clock()) / 1_000));
    return { ...policy, allowed, remaining: lease.left + lease.free, resetSeconds };
  }

  async function leaseAndSpend(policy: RatePolicy, key: string, points: number): Promise<RateState> {
    const spent = spend(policy, key, points); // who waited may find enough
    if (spent) return spent;
    const before = leaseOf(key)?.left ?? 0;
    const asked = Math.max(points - before, Math.ceil(policy.pointsPerMinute / part));
    const { used, secondsLeft } = await row<{ used: string; secondsLeft: number }>(
      em(),
      sql`insert into rate_count as known (key, minute, points)
          values (${key}, date_trunc('minute', clock_timestamp()), ${asked})
          on conflict on constraint rate_count_pk do update
            set points = case when known.minute = excluded.minute then known.points else 0 end + excluded.points,
                minute = excluded.minute
          returning points as used,
            extract(epoch from minute + interval '1 minute' - clock_timestamp())::float8 as "secondsLeft"`,
    );
    const granted = Math.min(asked, Math.max(0, policy.pointsPerMinute - (Number(used) - asked)));
    const free = Math.max(0, policy.pointsPerMinute - Number(used));
    forgetTheOld();
    leases.set(key, { until: clock() + secondsLeft * 1_000, left: (leaseOf(key)?.left ?? 0) + granted, free });
    return spend(policy, key, points) ?? leaseAndSpend(policy, key, points);
  }

  function leaseOf(key: string): Lease | undefined {
    const lease = leases.get(key);
    return lease && lease.until > clock() ? lease : undefined;
  }

  function forgetTheOld(): void {
    if (leases.size < rememberedAskers) return;
    for (const [key, { until }] of leases) if (until <= clock()) leases.delete(key);
  }
}

/** Forgets the counts of minutes that are over. */
export const forgetRateCounts: Job = {
  name: 'forget-rate-counts',
  everySeconds: 300,
  async run({ em }) {
    await rows(em, sql`delete from rate_count where minute < clock_timestamp() - interval '5 minutes'`);
  },
};
