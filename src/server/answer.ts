import { isAscii } from 'node:buffer';
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { endTogether } from './end-together.js';
import { json } from './media-type.js';

/** An answer as it goes out. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** Bytes where a compiled query wrote them, and where the same answer is sent again and again. */
  readonly body: string | Buffer;
  /** `headers`, and the length, put together once: what is kept goes out past the steps that fastify takes for each answer. */
  readonly ready?: OutgoingHttpHeaders;
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

/** The same answer, to be sent again and again: text of one byte a letter goes out with its headers in one write. */
export function readyAnswer({ status, headers, body }: HttpAnswer): HttpAnswer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    ...{ status, headers, body: isAscii(bytes) ? bytes.toString('latin1') : bytes },
    ready: { ...Object.fromEntries(headers), 'content-length': bytes.length },
  };
}

/** Sends an answer. */
export function sendAnswer(reply: FastifyReply, { status, headers, body, ready }: HttpAnswer): FastifyReply {
  if (ready) {
    reply.hijack().raw.writeHead(status, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...ready });
    endTogether(reply.raw, body);
    return reply;
  }
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status).send(body);
}
