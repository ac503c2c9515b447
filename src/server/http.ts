import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GraphQLError } from 'graphql';
import { authenticate } from '../account/authenticate.js';
import type { Actor, Context } from '../boundary/context.js';
import { readClock } from '../clock/clock.js';
import { refusalCodes } from '../domain/error.js';
import { refusalOf } from '../platform/refusal-of.js';
import { serveDocuments } from './document-routes.js';
import { startEndpoint } from './endpoint.js';
import { badRequest, defect } from './errors.js';
import { explorerPage } from './explorer.js';
import { serveGisReports } from './gis-report-route.js';
import { guard } from './guard.js';
import { accountLimits, publicBodyLimit, publicLimits } from './query-limits.js';
import { isReady } from './readiness.js';
import { logByRequest, requestIdOf } from './request-log.js';
import { accountSchema, publicSchema } from './schema.js';
import { servePublicFiles } from './table-routes.js';
import { answerUnknownRoutes } from './unknown-route.js';
import { serveUploads } from './upload-routes.js';

export interface HttpOptions {
  readonly mode: 'sandbox' | 'production';
  /** Level of the structured log on stderr. */
  readonly logLevel?: 'warn' | 'silent';
  /** Where that log goes instead. */
  readonly logStream?: { write(line: string): void };
}

/** The largest request body in bytes: room for the most readings that one call takes, and for the largest document in base64. */
const bodyLimit = 8 * 1024 * 1024;

/** Assembles the HTTP server on an open database: two GraphQL endpoints, the explorer, health. It does not listen yet. */
export async function buildHttp(orm: MikroORM, options: HttpOptions): Promise<FastifyInstance> {
  const { mode, logLevel = 'warn', logStream = process.stderr } = options;
  const app = fastify({
    bodyLimit,
    logger: { level: logLevel, stream: logStream },
    genReqId: requestIdOf,
    logController: new LogController({ requestIdLogLabel: 'requestId' }),
    frameworkErrors: (error, _request, reply: FastifyReply) =>
      void reply.code(error.statusCode ?? 400).send({ errors: [badRequest(error.message)] }),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  });
  const { log, during } = logByRequest(app);
  const accounts = await startEndpoint(guard(await accountSchema()), accountLimits, log);
  const everybody = await startEndpoint(await publicSchema(), publicLimits, log);
  const em = () => orm.em.fork();

  const accountHandler = fastifyApolloHandler(accounts, {
    context: async request => {
      const ofRequest = em();
      const now = await readClock(ofRequest, mode);
      return contextOf(request, ofRequest, now, await actorOf(ofRequest, request, now));
    },
  });
  const publicHandler = fastifyApolloHandler(everybody, {
    context: async request => {
      const ofRequest = em();
      return contextOf(request, ofRequest, await readClock(ofRequest, mode), null);
    },
  });

  for (const [url, handler, bodyLimitOfRoute] of [
    ['/graphql', accountHandler, bodyLimit],
    ['/public/graphql', publicHandler, publicBodyLimit],
  ] as const) {
    app.route({
      url,
      bodyLimit: bodyLimitOfRoute,
      method: ['GET', 'POST', 'OPTIONS'],
      handler: async (request: FastifyRequest, reply: FastifyReply) =>
        wantsPage(request)
          ? reply.type('text/html; charset=utf-8').send(await explorerPage(url))
          : during(request, () => handler.call(app, request, reply)),
    });
  }
  const surroundings = { em, clock: (ofRequest: EntityManager) => readClock(ofRequest, mode), during };
  serveDocuments(app, surroundings);
  serveGisReports(app, surroundings);
  servePublicFiles(app, surroundings);
  serveUploads(app, surroundings, mode);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    return reply
      .code(status)
      .send({ errors: [status >= 500 ? during(request, () => defect(log(error))) : badRequest(error.message)] });
  });
  answerUnknownRoutes(app);
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) =>
    (await isReady(orm)) ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' }),
  );
  app.addHook('onClose', async () => {
    await Promise.all([accounts.stop(), everybody.stop()]);
  });
  return app;

  function contextOf(request: FastifyRequest, ofRequest: EntityManager, now: Date, actor: Actor | null): Context {
    return { em: ofRequest, actor, now, mode, requestId: request.id, loaders: new Map() };
  }
}

/** A browser that opens the address gets the explorer; a client that sends a query gets its answer. */
function wantsPage(request: FastifyRequest): boolean {
  const { query } = request.query as { query?: string };
  return request.method === 'GET' && query === undefined && (request.headers.accept ?? '').includes('text/html');
}

/** Who asks; a credential that is no good is answered with HTTP 401 and UNAUTHENTICATED. */
async function actorOf(em: EntityManager, request: FastifyRequest, now: Date): Promise<Actor | null> {
  try {
    return await authenticate(em, request.headers.authorization, now);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    throw new GraphQLError(refusal.message, {
      extensions: { code: refusal.code, help: refusalCodes[refusal.code], http: { status: 401 } },
    });
  }
}
