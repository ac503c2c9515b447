import type { FastifyInstance } from 'fastify';
import { documentContent } from '../document/find-document.js';
import { publishedFile } from '../document/program-documents.js';
import { isRowId } from './input-checks.js';
import { type PublicSurroundings, type Surroundings, sendFile } from './send-file.js';

/**
 * The contents of documents: `GET /documents/:id` with the credential of who may see it. Always to be saved, never shown as a page of
 * ours. Refusals as everywhere: UNAUTHENTICATED (401), NOT_FOUND (404: another's document and none are one answer).
 */
export function serveDocuments(app: FastifyInstance, { em, clock, during, actor }: Surroundings): void {
  app.get<{ Params: { id: string } }>('/documents/:id', (request, reply) =>
    during(request, () =>
      sendFile(request, reply, 'private, no-cache', async () => {
        const ofRequest = em();
        const who = await actor(request, ofRequest, await clock(ofRequest), 'READ');
        const { id } = request.params;
        return isRowId(id) ? documentContent(ofRequest, who, id) : null;
      }),
    ),
  );
}

/** `GET /public/documents/:versionId`: what the programme published, for everybody; NOT_FOUND as above. */
export function servePublishedDocuments(app: FastifyInstance, { em, during, door }: PublicSurroundings): void {
  app.get<{ Params: { versionId: string } }>('/public/documents/:versionId', (request, reply) =>
    during(request, () =>
      sendFile(request, reply, 'public, max-age=3600', async () => {
        const { versionId } = request.params;
        return isRowId(versionId) ? door.look(reply, signal => publishedFile(em(signal), versionId)) : null;
      }),
    ),
  );
}
