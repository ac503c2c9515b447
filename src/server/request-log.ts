import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LogDefect } from './errors.js';

const header = 'x-request-id';
/** What a client may name its request: short, harmless in a log and in a header, and no credential. */
const sane = /^(?!pts_)[\w.:-]{1,100}$/;

/** The id of a request: the client's own, or a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers[header];
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
}

/** The log of defects, which knows the request that is at work. */
export interface RequestLog {
  /** Does the work of a request: what is logged meanwhile carries its id, also from places that know of no request. */
  during<T>(request: FastifyRequest, work: () => T): T;
  readonly log: LogDefect;
}

/** Sends the id of its request with every answer, and gives the log of defects. */
export function logByRequest(app: FastifyInstance): RequestLog {
  const current = new AsyncLocalStorage<FastifyRequest>();
  app.addHook('onRequest', (request, reply, next) => {
    reply.header(header, request.id);
    next();
  });
  return {
    during: (request, work) => current.run(request, work),
    log(err) {
      const request = current.getStore();
      app.log.error({ ...(request ? { requestId: request.id } : {}), err });
      return request?.id ?? 'none';
    },
  };
}
