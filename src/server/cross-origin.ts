import type { FastifyInstance } from 'fastify';

/** Under which everything is for everybody, and no credential is known. */
export const publicPrefix = '/public/';

const told = [
  'etag',
  'link',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-as-of',
  'x-dataset',
  'x-dataset-version',
  'x-request-id',
].join(', ');
const preflightSeconds = 86_400;

/**
 * Lets pages of other origins ask the public side and read what they get: there is nothing in it that a browser's user could be robbed
 * of. A preflight is answered here, before anything is counted. What takes a credential says nothing of the kind, so browsers keep
 * pages of others away from it.
 */
export function openToOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, next) => {
    if (!request.url.startsWith(publicPrefix)) return next();
    reply.header('access-control-allow-origin', '*');
    reply.header('access-control-expose-headers', told);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return next();
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, HEAD, POST')
      .header('access-control-allow-headers', 'accept, content-type, if-none-match')
      .header('access-control-max-age', preflightSeconds)
      .send();
  });
}
