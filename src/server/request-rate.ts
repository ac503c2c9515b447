import { isIPv6 } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Actor } from '../boundary/context.js';
import { errorAnswer, type HttpAnswer, sendAnswer } from './answer.js';
import { publicPrefix } from './cross-origin.js';
import { transportError } from './errors.js';
import type { RateLimiter, RatePolicy, RateState } from './rate-limiter.js';
import { factsOf } from './request-facts.js';

/** What may be spent in a minute, in points (`query-cost`). */
export interface RateBudgets {
  /** By an account, with all its credentials. */
  readonly accountPointsPerMinute: number;
  /** By an address, of those who send no credential. */
  readonly publicPointsPerMinute: number;
}

/** A credential that is no good costs as much: who guesses soon has to wait. */
const pointsOfFailedCredential = 20;

/** Counts requests and says so in the headers of every answer: `RateLimit-Policy`, `RateLimit`, and `Retry-After` with a refusal. */
export class RequestRates {
  readonly #limiter: RateLimiter;
  readonly #account: RatePolicy;
  readonly #public: RatePolicy;

  constructor(limiter: RateLimiter, { accountPointsPerMinute, publicPointsPerMinute }: RateBudgets) {
    this.#limiter = limiter;
    this.#account = { name: 'account', pointsPerMinute: accountPointsPerMinute };
    this.#public = { name: 'public', pointsPerMinute: publicPointsPerMinute };
  }

  /** Has what is public counted at the door, a point each, and every answer tell where its asker stands. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', (request, reply, next) => {
      if (!request.url.startsWith(publicPrefix)) return next();
      const admit = (state: RateState) => {
        tell(reply, state); // what is kept goes out with it; told anew where more is spent
        if (state.allowed) next();
        else sendAnswer(reply, new RateLimited(state, 1).answer());
      };
      const state = this.spend(request, null, 1);
      if (state instanceof Promise) state.then(admit).catch(next);
      else admit(state); // nearly always: no promise, which would cost more than the counting
    });
    app.addHook('onSend', (request, reply, _payload, next) => {
      const { rate } = factsOf(request);
      if (rate) tell(reply, rate);
      next();
    });
  }

  /** Takes points from the budget of an actor, or of the address of who has none; all or nothing. */
  spend(request: FastifyRequest, actor: Actor | null, points: number): RateState | Promise<RateState> {
    const state = actor
      ? this.#limiter.take(this.#account, actor.accountId, points)
      : this.#limiter.take(this.#public, addressOf(request.ip), points);
    const note = (taken: RateState) => {
      const facts = factsOf(request);
      facts.rate = taken;
      if (!taken.allowed) facts.spentBudget = taken.name;
      return taken;
    };
    return state instanceof Promise ? state.then(note) : note(state);
  }

  /** As `spend`, for work that is refused by throwing. */
  async require(request: FastifyRequest, actor: Actor | null, points: number): Promise<RateState> {
    const state = await this.spend(request, actor, points);
    if (!state.allowed) throw new RateLimited(state, points);
    return state;
  }

  /**
   * Takes points for work that is under way: who has spent the budget is not refused in the middle but waits for the next minute.
   * Gives up waiting when the asker has left.
   */
  async pace(request: FastifyRequest, actor: Actor, points: number, left: AbortSignal): Promise<void> {
    const taken = Math.min(points, Math.ceil(this.#account.pointsPerMinute / 2));
    for (;;) {
      const { allowed, resetSeconds } = await this.spend(request, actor, taken);
      if (allowed || left.aborted) return;
      await setTimeout(resetSeconds * 1_000, undefined, { signal: left }).catch(() => undefined);
    }
  }

  /** Counts a credential that was no good. */
  async credentialFailed(request: FastifyRequest): Promise<void> {
    await this.require(request, null, pointsOfFailedCredential);
  }
}

/** The refusal of who has spent the budget of the minute: HTTP 429, wherever it comes up. */
export class RateLimited extends GraphQLError {
  readonly state: RateState;

  constructor(state: RateState, points: number) {
    const { message, extensions } = errorOf(state, points);
    super(message, { extensions: { ...extensions, http: { status: 429 } } });
    this.state = state;
  }

  /** As an answer that is no GraphQL. */
  answer(): HttpAnswer {
    const headers = { 'cache-control': 'no-store' };
    return errorAnswer(429, [errorOf(this.state, 1)], { headers });
  }
}

function errorOf({ pointsPerMinute, remaining, resetSeconds }: RateState, points: number) {
  return transportError(
    'RATE_LIMITED',
    `This costs ${points} points; ${remaining} of ${pointsPerMinute} are left for ${resetSeconds} more seconds.`,
    { points, remaining, pointsPerMinute, retryAfterSeconds: resetSeconds },
  );
}

/** The headers of draft-ietf-httpapi-ratelimit-headers: quota and window in seconds; what remains and when it is whole again. */
function tell(reply: FastifyReply, { name, pointsPerMinute, allowed, remaining, resetSeconds }: RateState): void {
  if (!allowed) reply.header('retry-after', resetSeconds);
  reply
    .header('ratelimit-policy', `"${name}";q=${pointsPerMinute};w=60`)
    .header('ratelimit', `"${name}";r=${remaining};t=${resetSeconds}`);
}

/** By whom a stranger is known: the address, or of the newer kind the network of it, of which one household has many. */
export function addressOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
