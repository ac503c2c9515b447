import { errorAnswer, type HttpAnswer } from './answer.js';
import { transportError } from './errors.js';

const retryAfterSeconds = 1;

/** The refusal of who comes when too many ask already: HTTP 503. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';

  answer(mediaType?: string): HttpAnswer {
    const error = transportError('OVERLOADED', 'Too many are asking at once.', { retryAfterSeconds });
    const headers = { 'retry-after': String(retryAfterSeconds), 'cache-control': 'no-store' };
    return errorAnswer(503, [error], { mediaType, headers });
  }
}
