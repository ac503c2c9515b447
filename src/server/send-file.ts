import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../boundary/context.js';
import type { CredentialScope } from '../domain/credential-scope.js';
import { Refusal, type RefusalCode } from '../domain/error.js';
import { refusalOf } from '../platform/refusal-of.js';
import { sendAnswer } from './answer.js';
import { Ended } from './deadline.js';
import { refused } from './errors.js';
import type { FileDoor } from './file-door.js';
import { Overloaded } from './overloaded.js';
import type { RequestLog } from './request-log.js';
import { RateLimited } from './request-rate.js';

/** A file as it is sent. */
export interface SentFile {
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: Uint8Array;
  readonly content: Uint8Array;
}

/** What the routes need of a server: an entity manager for a request, and the clock. */
export interface Surroundings {
  readonly em: () => EntityManager;
  readonly clock: (em: EntityManager) => Promise<Date>;
  readonly during: RequestLog['during'];
  /** Who asks, for what takes a credential of a scope; counted. UNAUTHENTICATED, FORBIDDEN, RATE_LIMITED. */
  readonly actor: (request: FastifyRequest, em: EntityManager, now: Date, scope: CredentialScope) => Promise<Actor>;
  /** Counts points of work that is under way; waits while the budget is spent and the asker is there. */
  readonly pace: (request: FastifyRequest, actor: Actor, points: number, left: AbortSignal) => Promise<void>;
}

/** What the routes of public files need: the door that they come through, and what reads until a signal is given. */
export interface PublicSurroundings extends Omit<Surroundings, 'em'> {
  readonly em: (signal: AbortSignal) => EntityManager;
  readonly door: FileDoor;
}

const statuses: Partial<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  IDEMPOTENCY_KEY_REUSED: 409,
  CONFLICT: 409,
  NOT_OPEN: 409,
  TOO_MANY_ROWS: 413,
};

/** The HTTP status of a refusal outside GraphQL. */
export function statusOf({ code }: Refusal): number {
  return statuses[code] ?? 404;
}

/**
 * Answers with a file, always to be saved and never shown as a page of ours; unchanged since the caller's copy: 304. Refusals as
 * everywhere: UNAUTHENTICATED (401), FORBIDDEN (403), NOT_FOUND (404: another's file and none are one answer).
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  cacheControl: string,
  find: () => Promise<SentFile | null>,
): Promise<FastifyReply> {
  return answerRefusals(reply, async () => {
    const file = await find();
    if (!file) throw new Refusal('NOT_FOUND', 'There is no such file, or it is not yours to see.');
    return send(request, reply, cacheControl, file);
  });
}

/** Does the work of an answer that is no GraphQL; a refusal becomes the answer, as documented above. */
export async function answerRefusals(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RateLimited || error instanceof Overloaded || error instanceof Ended)
      return sendAnswer(reply, error.answer());
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return reply
      .code(statusOf(refusal))
      .header('cache-control', 'no-store')
      .send({ errors: [refused(refusal)] });
  }
}

function send(request: FastifyRequest, reply: FastifyReply, cacheControl: string, file: SentFile): FastifyReply {
  const tag = `"${Buffer.from(file.sha256).toString('hex')}"`;
  savedAs(reply, file.name).header('etag', tag).header('cache-control', cacheControl);
  if (isUnchanged(request, tag)) return reply.code(304).send();
  return reply.type(file.mediaType).send(Buffer.from(file.content));
}

/** Says that an answer is to be saved under a name, and never shown as a page of ours. */
export function savedAs(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', dispositionOf(name));
}

/** Whether the caller's copy is the one of a tag; weak tags stand for the same content (RFC 9110, 13.1.2). */
export function isUnchanged(request: FastifyRequest, tag: string): boolean {
  const asked = request.headers['if-none-match'];
  if (asked === undefined) return false;
  const strong = (each: string) => each.trim().replace(/^W\//, '');
  const given = asked.split(',').map(strong);
  return given.includes('*') || given.includes(strong(tag));
}

/** To be saved under the name of the file: plain letters for everybody, the whole name encoded beside it (RFC 6266, RFC 8187). */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_').replace(/^\.+/, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
