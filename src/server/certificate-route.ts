import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../domain/error.js';
import { publicCertificate } from '../publication/certificate.js';
import { answerRefusals, isUnchanged, type PublicSurroundings } from './send-file.js';

/**
 * The permalink of a certificate: `GET /public/certificates/<batch>-<number>`, JSON in the shape of the query `certificate` of the public
 * endpoint. NOT_FOUND (404) when there is none of that number, BAD_USER_INPUT (400) for what is no serial number.
 */
export function serveCertificates(app: FastifyInstance, { em, during, door }: PublicSurroundings): void {
  app.get<{ Params: { serialNumber: string } }>('/public/certificates/:serialNumber', (request, reply) =>
    during(request, () =>
      answerRefusals(reply, async () => {
        const { serialNumber } = request.params;
        const certificate = await door.look(reply, signal => publicCertificate(em(signal), serialNumber));
        if (!certificate)
          throw new Refusal('NOT_FOUND', 'There is no certificate of this serial number.', { serialNumber });
        const body = JSON.stringify(certificate);
        const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
        reply
          .header('etag', tag)
          .header('cache-control', 'public, no-cache')
          .header('x-content-type-options', 'nosniff');
        if (isUnchanged(request, tag)) return reply.code(304).send();
        return reply.type('application/json; charset=utf-8').send(body);
      }),
    ),
  );
}
