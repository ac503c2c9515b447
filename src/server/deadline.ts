import { GraphQLError } from 'graphql';
import { errorAnswer, type HttpAnswer } from './answer.js';
import { transportError } from './errors.js';

/**
 * How long a request is worked on. Its signal goes to the entity manager: once it is given, statements that run are cancelled in the
 * database and none begins. Only a query and a look for a file are watched; a mutation comes to its end, whoever waits for it.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #passed = Promise.withResolvers<GraphQLError>();
  #timer: NodeJS.Timeout | undefined;
  #watched = false;
  #gone = false;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Settles with the answer once the time is over; never settles before. */
  get passed(): Promise<GraphQLError> {
    return this.#passed.promise;
  }

  /** From now on the request has so many milliseconds, and ends when its client goes. */
  watch(milliseconds: number): void {
    this.#watched = true;
    if (this.#gone) this.#end(clientGone());
    this.#timer ??= setTimeout(() => {
      const error = timeout(milliseconds);
      this.#passed.resolve(error);
      this.#end(error);
    }, milliseconds);
  }

  /** The client does not wait any more. */
  clientLeft(): void {
    this.#gone = true;
    if (this.#watched) this.#end(clientGone());
  }

  /** The work is done. */
  done(): void {
    clearTimeout(this.#timer);
  }

  #end(reason: GraphQLError): void {
    clearTimeout(this.#timer);
    this.#controller.abort(reason);
  }
}

/** Work that its deadline ended: HTTP 504. */
export class Ended extends Error {
  override readonly name = 'Ended';

  constructor(private readonly reason: GraphQLError) {
    super(reason.message);
  }

  answer(): HttpAnswer {
    const { message, extensions } = this.reason;
    return errorAnswer(504, [{ message, extensions }], { headers: { 'cache-control': 'no-store' } });
  }
}

function timeout(milliseconds: number): GraphQLError {
  const maximumSeconds = milliseconds / 1000;
  const { message, extensions } = transportError(
    'TIMEOUT',
    `This took longer than ${maximumSeconds} seconds, and was ended.`,
    { maximumSeconds },
  );
  return new GraphQLError(message, { extensions });
}

/** Nobody reads it. */
function clientGone(): GraphQLError {
  return new GraphQLError('The client has gone.', { extensions: { code: 'TIMEOUT' } });
}
