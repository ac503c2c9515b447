import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { json } from './media-type.js';

/** An answer as it goes out. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Bytes where a compiled query wrote them, and where the same answer is sent again and again. */
  readonly body: string | Buffer;
}

/** The answer of an endpoint that came to no execution. */
export function errorAnswer(
  status: number,
  errors: readonly GraphQLFormattedError[],
  { headers = {}, extensions, mediaType = json }: ErrorAnswerOptions = {},
): HttpAnswer {
  return {
    status,
    headers: new Map([...Object.entries(headers), ['content-type', `${mediaType}; charset=utf-8`]]),
    body: `${JSON.stringify({ errors, ...(extensions ? { extensions } : {}) })}\n`,
  };
}

interface ErrorAnswerOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly extensions?: object;
  readonly mediaType?: string | undefined;
}

/** Sends an answer. */
export function sendAnswer(reply: FastifyReply, { status, headers, body }: HttpAnswer): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status).send(body);
}
