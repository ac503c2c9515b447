import type { EntityManager } from '@mikro-orm/postgresql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticate } from '../account/authenticate.js';
import { documentContent } from '../document/find-document.js';
import { publishedFile } from '../document/program-documents.js';
import type { DocumentMediaType } from '../domain/document-format.js';
import { Refusal } from '../domain/error.js';
import { refusalOf } from '../platform/refusal-of.js';
import { refused } from './errors.js';
import { isRowId } from './input-checks.js';
import type { RequestLog } from './request-log.js';

/** A file as it is sent. */
interface SentFile {
  readonly name: string;
  readonly mediaType: DocumentMediaType;
  readonly sha256: Uint8Array;
  readonly content: Uint8Array;
}

/** What the routes need of a server: an entity manager for a request, and the clock. */
interface Surroundings {
  readonly em: () => EntityManager;
  readonly clock: (em: EntityManager) => Promise<Date>;
  readonly during: RequestLog['during'];
}

/**
 * The contents of documents: `GET /documents/:id` with the credential of who may see it, `GET /public/documents/:versionId` of what
 * the programme published, for everybody. Always to be saved, never shown as a page of ours. Refusals as everywhere:
 * UNAUTHENTICATED (401), NOT_FOUND (404: another's document and none are one answer).
 */
export function serveDocuments(app: FastifyInstance, { em, clock, during }: Surroundings): void {
  app.get<{ Params: { id: string } }>('/documents/:id', (request, reply) =>
    during(request, () =>
      answer(request, reply, 'private, no-cache', async () => {
        const ofRequest = em();
        const actor = await authenticate(ofRequest, request.headers.authorization, await clock(ofRequest));
        if (!actor) throw new Refusal('UNAUTHENTICATED', 'This needs a credential.');
        const { id } = request.params;
        return isRowId(id) ? documentContent(ofRequest, actor, id) : null;
      }),
    ),
  );
  app.get<{ Params: { versionId: string } }>('/public/documents/:versionId', (request, reply) =>
    during(request, () =>
      answer(request, reply, 'public, max-age=3600', async () => {
        const { versionId } = request.params;
        return isRowId(versionId) ? publishedFile(em(), versionId) : null;
      }),
    ),
  );
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  cacheControl: string,
  find: () => Promise<SentFile | null>,
): Promise<FastifyReply> {
  try {
    const file = await find();
    if (!file) throw new Refusal('NOT_FOUND', 'There is no such document, or it is not yours to see.');
    return send(request, reply, cacheControl, file);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const status = refusal.code === 'UNAUTHENTICATED' ? 401 : 404;
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .send({ errors: [refused(refusal)] });
  }
}

function send(request: FastifyRequest, reply: FastifyReply, cacheControl: string, file: SentFile): FastifyReply {
  const tag = `"${Buffer.from(file.sha256).toString('hex')}"`;
  reply
    .header('etag', tag)
    .header('cache-control', cacheControl)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', dispositionOf(file.name));
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type(file.mediaType).send(Buffer.from(file.content));
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
