import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { GraphQLError } from 'graphql';
import { authenticate, requireScope } from '../account/authenticate.js';
import { KnownCredentials } from '../account/known-credentials.js';
import type { Actor } from '../boundary/context.js';
import { readClock } from '../clock/clock.js';
import { refusalCodes } from '../domain/error.js';
import { refusalOf } from '../platform/refusal-of.js';
import { cancellable } from '../platform/sql.js';
import { afterMutations } from './after-mutations.js';
import { serveCertificates } from './certificate-route.js';
import { countRefused } from './count-refused.js';
import { openToOtherOrigins } from './cross-origin.js';
import { serveDocuments, servePublishedDocuments } from './document-routes.js';
import { startEndpoint } from './endpoint.js';
import { badRequest, defect } from './errors.js';
import { serveExports } from './export-routes.js';
import { FileDoor, type FileDoorOptions } from './file-door.js';
import { Gate, type GateOptions } from './gate.js';
import { serveGisReports } from './gis-report-route.js';
import { serveGraphql } from './graphql-route.js';
import { serveHealth } from './health-routes.js';
import type { HttpContext } from './http-context.js';
import { readDashboardsFrom } from './lagging-queries.js';
import { logRequests } from './log-requests.js';
import { gathered, withoutSecrets } from './log-stream.js';
import type { Metrics } from './metrics.js';
import { observeRequests } from './observe-requests.js';
import { PublicAnswers } from './public-answers.js';
import { behindTheDoor } from './public-door.js';
import { accountLimits, publicBodyLimit, publicLimits } from './query-limits.js';
import { createRateLimiter } from './rate-limiter.js';
import type { ReadDatabase } from './read-database.js';
import type { ReadinessCheck } from './readiness.js';
import { factsOf } from './request-facts.js';
import { logByRequest, requestIdOf } from './request-log.js';
import { type RateBudgets, RequestRates } from './request-rate.js';
import { guardedSchema, publicSchema } from './schema.js';
import { type Surroundings } from './send-file.js';
import { servePublicFiles } from './table-routes.js';
import type { Tracing } from './tracing.js';
import { type TrustedDocuments, trustedDocuments } from './trusted-documents.js';
import { answerUnknownRoutes } from './unknown-route.js';
import { answerUnreadable } from './unreadable.js';
import { serveReceipts } from './upload-receipts.js';
import { serveUploads } from './upload-routes.js';

export interface HttpOptions {
  readonly mode: 'sandbox' | 'production';
  /** Level of the structured log on stderr; `info`: a line for each request. */
  readonly logLevel?: 'info' | 'warn' | 'silent';
  /** Where that log goes instead. */
  readonly logStream?: { write(line: string): void };
  /** For how many seconds an answer of the public endpoint may be given again; 0, as here: not at all. */
  readonly publicCacheSeconds?: number;
  readonly documents?: TrustedDocuments;
  /** What may be spent in a minute; without it nothing is counted. */
  readonly rates?: RateBudgets;
  /** Whether the address of a client is told by a proxy in front of this server, and by which. */
  readonly trustProxy?: boolean | string;
  readonly limits?: Partial<ServerLimits>;
}

/** The databases of a server: a flood on the second leaves the connections of the first alone. */
export interface Databases {
  readonly accounts: MikroORM;
  readonly everybody: Pick<ReadDatabase, 'choose' | 'copy'>;
}

/** By what a server is watched. */
export interface Watch {
  readonly readiness: ReadinessCheck;
  readonly metrics: Metrics | null;
  readonly tracing: Tracing | null;
}

/** What a server takes on at once, and for how long. */
export interface ServerLimits {
  readonly accountQueryMs: number;
  readonly publicQueryMs: number;
  /** The door of the public endpoint. */
  readonly gate: GateOptions;
  /** The door of public files. */
  readonly files: FileDoorOptions;
}

export const serverLimits: ServerLimits = {
  accountQueryMs: 10_000,
  publicQueryMs: 5_000,
  gate: { atOnce: 4, waiting: 64, patienceMs: 2_000 },
  files: { looks: 2, waiting: 32, patienceMs: 2_000, lookMs: 30_000, files: 32, idleMs: 60_000 },
};

/** What every operation costs at least: taken before it is read, so that what cannot be read or is refused costs as much. */
const leastPoints = 1;

/** A file costs as much as a page of rows. */
const pointsOfFile = 5;

const nothing = Object.freeze({});

/** The log of the process, on stderr. */
const ownLog = gathered(process.stderr);

/** The largest request body in bytes: room for the most readings that one call takes, and for the largest document in base64. */
const bodyLimit = 8 * 1024 * 1024;

/** Assembles the HTTP server on open databases: two GraphQL endpoints, the explorer, files, health. It does not listen yet. */
export async function buildHttp(databases: Databases, options: HttpOptions, watch: Watch): Promise<FastifyInstance> {
  const { mode, logLevel = 'warn', logStream = ownLog } = options;
  const { documents = trustedDocuments(), publicCacheSeconds = 0, trustProxy = false } = options;
  const { accountQueryMs, publicQueryMs, gate, files } = { ...serverLimits, ...options.limits };
  const app = fastify({
    bodyLimit,
    trustProxy,
    logger: { level: logLevel, stream: withoutSecrets(logStream) },
    genReqId: requestIdOf,
    logController: new LogController({ requestIdLogLabel: 'requestId', disableRequestLogging: true }),
    childLoggerFactory: logger => logger, // whoever writes a line names its request
    frameworkErrors: (error, _request, reply: FastifyReply) =>
      void reply.code(error.statusCode ?? 400).send({ errors: [badRequest(error.message)] }),
    clientErrorHandler: answerUnreadable,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what still comes while it closes is answered like all else
    routerOptions: { ignoreTrailingSlash: true, querystringParser: () => nothing }, // see `queryOf`
  });
  const { log, during: duringLogged } = logByRequest(app);
  const { readiness, metrics, tracing } = watch;
  const during: typeof duringLogged = (request, work) =>
    duringLogged(request, () => (tracing ? tracing.during(request, work) : work()));
  observeRequests(app, [
    ...(logLevel === 'info' ? [logRequests] : []),
    ...(metrics ? [metrics.observer] : []),
    ...(tracing ? [tracing.observer] : []),
  ]);
  openToOtherOrigins(app); // before a point is counted: pages may read a refusal too
  const ofProcess = metrics ? { rowsReported: metrics.rowsReported.bind(metrics) } : {};
  const { copy } = databases.everybody;
  const rates = options.rates
    ? new RequestRates(
        createRateLimiter(() => databases.accounts.em.fork()),
        options.rates,
      )
    : null;
  rates?.watch(app);
  const clock = (em: EntityManager) => readClock(em, mode);
  const credentials = new KnownCredentials();
  const accounts = await startEndpoint({
    ...{ schema: await guardedSchema(), limits: accountLimits, queryMs: accountQueryMs },
    ...{ csrfPrevention: true, log },
    plugins: [
      afterMutations(() => credentials.forget()),
      ...(copy
        ? [
            readDashboardsFrom(() => ({
              state: copy.standby.state,
              em: signal => cancellable(copy.orm.em, signal),
            })),
          ]
        : []),
    ],
  });
  const ofCopy = (signal: AbortSignal) => cancellable(databases.everybody.choose().em, signal);
  const everybody = await startEndpoint({
    ...{ schema: await publicSchema(), limits: publicLimits, queryMs: publicQueryMs },
    ...{ csrfPrevention: false, log }, // it reads what everybody may, and knows no credential
  });

  serveGraphql(app, {
    ...{ url: '/graphql', bodyLimit, apollo: accounts, limits: accountLimits, documents, during },
    contextOf: async (request, own) => {
      const em = cancellable(databases.accounts.em, own.deadline.signal);
      const now = await clock(em);
      const actor = await actorOf(em, credentials, request, now, rates);
      await rates?.require(request, actor, leastPoints); // also for what turns out to be no operation of ours
      const spend = spendingOf(request, actor, rates, leastPoints);
      const ofRequest = { requestId: request.id, loaders: new Map(), spend };
      return { em, actor, now, mode, ...ofRequest, ...ofProcess, ...own };
    },
  });
  serveGraphql(app, {
    ...{
      url: '/public/graphql',
      bodyLimit: publicBodyLimit,
      apollo: everybody,
      limits: publicLimits,
      documents,
      during,
    },
    contextOf: async (request, own) => {
      const em = ofCopy(own.deadline.signal);
      const spend = untold(spendingOf(request, null, rates));
      return { em, actor: null, now: await clock(em), mode, requestId: request.id, loaders: new Map(), spend, ...own };
    },
    around: behindTheDoor(new Gate(gate), new PublicAnswers(publicCacheSeconds)),
  });
  const surroundings: Surroundings = {
    ...{ em: () => databases.accounts.em.fork(), clock, during },
    async actor(request, em, now, scope) {
      const actor = await authenticated(em, credentials, request, now, rates);
      await rates?.require(request, actor, pointsOfFile);
      return requireScope(actor, scope);
    },
    async pace(...given) {
      await rates?.pace(...given);
    },
  };
  const door = new FileDoor(files);
  const ofEverybody = { ...surroundings, em: ofCopy, door };
  serveDocuments(app, surroundings);
  servePublishedDocuments(app, ofEverybody);
  serveGisReports(app, surroundings);
  servePublicFiles(app, ofEverybody);
  serveExports(app, surroundings);
  serveCertificates(app, ofEverybody);
  serveUploads(app, surroundings, mode, ofProcess);
  serveReceipts(app, surroundings, mode);
  const counted = countRefused(
    rates &&
      (async request => {
        const em = databases.accounts.em.fork();
        const actor = await authenticated(em, credentials, request, await clock(em), rates);
        return rates.require(request, actor, leastPoints);
      }),
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) return reply.code(status).send({ errors: [during(request, () => defect(log(error)))] });
    return counted(request, reply, () => reply.code(status).send({ errors: [badRequest(error.message)] }));
  });
  answerUnknownRoutes(app, counted);
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  serveHealth(app, readiness);
  app.addHook('onClose', async () => {
    await Promise.all([accounts.stop(), everybody.stop()]);
  });
  return app;
}

/** Takes points from the budget of who asks, less those that were paid at the door; gives what is left. */
function spendingOf(
  request: FastifyRequest,
  actor: Actor | null,
  rates: RequestRates | null,
  paid = 0,
): HttpContext['spend'] {
  return async points => {
    const state = await rates?.require(request, actor, points - paid);
    return state
      ? { limit: state.pointsPerMinute, remaining: state.remaining, resetSeconds: state.resetSeconds }
      : null;
  };
}

/** As it counts, but tells nothing: an answer of the public endpoint is for everybody, and one asker's budget is not part of it. */
function untold(spend: HttpContext['spend']): HttpContext['spend'] {
  return async points => {
    await spend(points);
    return null;
  };
}

/** Who asks; a credential that is no good is counted, and refused with UNAUTHENTICATED. */
async function authenticated(
  em: EntityManager,
  credentials: KnownCredentials,
  request: FastifyRequest,
  now: Date,
  rates: RequestRates | null,
): Promise<Actor | null> {
  try {
    const actor = await authenticate(em, credentials, request.headers.authorization, now);
    if (actor) factsOf(request).accountId = actor.accountId;
    return actor;
  } catch (error) {
    if (refusalOf(error)) await rates?.credentialFailed(request);
    throw error;
  }
}

/** As `authenticated`, for GraphQL: the refusal takes HTTP 401 with it. */
async function actorOf(...given: Parameters<typeof authenticated>): Promise<Actor | null> {
  try {
    return await authenticated(...given);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    throw new GraphQLError(refusal.message, {
      extensions: { code: refusal.code, help: refusalCodes[refusal.code], http: { status: 401 } },
    });
  }
}
