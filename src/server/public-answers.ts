import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { type HttpAnswer, readyAnswer } from './answer.js';
import { methodOf } from './graphql-route.js';
import { isUnchanged } from './send-file.js';

const kept = { maxSize: 32 * 1024 * 1024, maxEntrySize: 1024 * 1024 };
const staleSeconds = 30;
/** Of an answer without an error. */
const beginning = Buffer.from('{"data":');

/**
 * Answers of the public endpoint, for a few seconds. What is kept is an answer of 200 without an error, under the whole question: text or
 * hash, variables, operation, media type. It was measured against the limits when it was made, depends on nobody, and is at most
 * `seconds` old; with 0 nothing is kept, and clients are told to ask whether theirs still holds.
 */
export class PublicAnswers {
  readonly #seconds: number;
  readonly #cache: LRUCache<string, HttpAnswer> | null;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#cache =
      seconds > 0
        ? new LRUCache({ ...kept, ttl: seconds * 1000, sizeCalculation: ({ body }, key) => body.length + key.length })
        : null;
  }

  find(key: string): HttpAnswer | undefined {
    return this.#cache?.get(key);
  }

  /** The answer as it is sent, and kept where it may be. Only what came by GET may be kept by others. */
  complete(request: FastifyRequest, key: string, answer: HttpAnswer): HttpAnswer {
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
    if (answer.status !== 200 || !body.subarray(0, beginning.length).equals(beginning))
      return { ...answer, headers: new Map([...answer.headers, ['cache-control', 'no-store']]) };
    const age = this.#seconds > 0 ? `max-age=${this.#seconds}, stale-while-revalidate=${staleSeconds}` : 'no-cache';
    const complete =
      methodOf(request) === 'GET'
        ? withHeaders(answer, {
            etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
            'cache-control': `public, ${age}`,
            vary: 'accept',
          })
        : withHeaders(answer, { 'cache-control': 'no-store' });
    this.#cache?.set(key, readyAnswer(complete));
    return complete;
  }
}

/** Under what an answer is kept: the question as it was asked, and in which media type it is answered. */
export function questionOf(request: FastifyRequest, mediaType: string | undefined): string {
  const { query, operationName, variables, extensions, documentId } = (request.body ?? {}) as Record<string, unknown>;
  const method = methodOf(request);
  const asked =
    method === 'GET' ? request.url : JSON.stringify([query, operationName, variables, extensions, documentId]);
  return `${method} ${mediaType} ${asked}`;
}

/** 304 where the client has the answer already. */
export function unlessUnchanged(request: FastifyRequest, answer: HttpAnswer): HttpAnswer {
  const tag = answer.headers.get('etag');
  if (!tag || !isUnchanged(request, tag)) return answer;
  const headers = new Map([...answer.headers].filter(([name]) => name !== 'content-type'));
  return { status: 304, headers, body: '' };
}

function withHeaders(answer: HttpAnswer, headers: Readonly<Record<string, string>>): HttpAnswer {
  const given = new Map([...Object.entries(headers), ...answer.headers]);
  return { ...answer, headers: given };
}
