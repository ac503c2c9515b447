import type { FastifyRequest } from 'fastify';
import type { HttpAnswer } from './answer.js';
import type { Gate } from './gate.js';
import type { GraphqlRoute, Work } from './graphql-route.js';
import { Overloaded } from './overloaded.js';
import { type PublicAnswers, questionOf, unlessUnchanged } from './public-answers.js';

/**
 * What stands before the public endpoint: what was answered a moment ago is answered again; of the rest so many are worked on at once,
 * a few wait, and the others are told to come back (503, OVERLOADED). Past its deadline a query keeps its place until its work ends.
 */
export function behindTheDoor(gate: Gate, answers: PublicAnswers): NonNullable<GraphqlRoute['around']> {
  return (request, mediaType, work) => {
    const key = questionOf(request, mediaType);
    const known = answers.find(key);
    return known ? unlessUnchanged(request, known) : enter(request, mediaType, work, key);
  };

  async function enter(
    request: FastifyRequest,
    mediaType: string | undefined,
    work: () => Work,
    key: string,
  ): Promise<HttpAnswer> {
    const leave = await gate.enter();
    if (!leave) return new Overloaded().answer(mediaType);
    const { answer, settled } = work();
    void settled.then(leave, leave);
    return unlessUnchanged(request, answers.complete(request, key, await answer));
  }
}
