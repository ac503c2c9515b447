import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendAnswer } from './answer.js';
import { factsOf } from './request-facts.js';
import { RateLimited } from './request-rate.js';

/**
 * What no route had a hand in (a body that is no JSON or too long, an address with nothing behind it) costs who asks as much as what is
 * refused later, and its answer tells the budget as every other does. Whoever has spent it gets RATE_LIMITED instead.
 *
 * `count` finds out who asks and takes the points; when it cannot (the database is away) the refusal is answered all the same.
 */
export function countRefused(count: ((request: FastifyRequest) => Promise<unknown>) | null) {
  return async (request: FastifyRequest, reply: FastifyReply, answer: () => FastifyReply): Promise<FastifyReply> => {
    if (!count || factsOf(request).rate) return answer();
    const refusal: unknown = await count(request).then(
      () => null,
      error => error,
    );
    return refusal instanceof RateLimited ? sendAnswer(reply, refusal.answer()) : answer();
  };
}
