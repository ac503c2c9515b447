import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Span, Tracer } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import type { Pool, PoolClient } from 'pg';
import { pino } from 'pino';
import { withoutSecrets } from './log-stream.js';
import type { RequestObserver } from './observe-requests.js';
import { factsOf, type RequestFacts } from './request-facts.js';
import { toldExporter } from './told-exporter.js';

/** Traces of requests, in the form of OpenTelemetry: a span for each request, its operation, and each statement. */
export interface Tracing {
  readonly observer: RequestObserver;
  /** Does the work of a request: its statements become spans below it. */
  during<T>(request: FastifyRequest, work: () => T): T;
  /** The same for a job, which is a trace of its own. */
  duringJob(name: string, work: () => Promise<void>): Promise<void>;
  /** Has every statement of a pool become a span. */
  watchPool(pool: Pool): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** Where traces are sent: to this address, or where the environment says. */
export interface TracesOptions {
  readonly url?: string;
  /** Where it is said that they do not arrive; stderr without. */
  readonly logStream?: { write(line: string): void };
}

/** At the end what is left is sent for so long. */
const patienceMs = 2_000;

/** The packages that traces take: loaded when they are asked for, and not before. */
const packages = ['@opentelemetry/api', '@opentelemetry/sdk-trace', '@opentelemetry/exporter-trace-otlp-http'] as const;

/** Starts sending traces to where the environment says (`OTEL_EXPORTER_OTLP_*`, http://localhost:4318 without). */
export async function startTracing({ url, logStream = process.stderr }: TracesOptions): Promise<Tracing> {
  const [
    { trace, ROOT_CONTEXT, SpanKind, SpanStatusCode },
    { BatchSpanProcessor, TracerProvider },
    { OTLPTraceExporter },
  ] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]).catch(error => {
    throw new Error(`Traces are asked for and their packages are not installed: npm install ${packages.join(' ')}.`, {
      cause: error,
    });
  });
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const resource = resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? 'pts' });
  const log = pino({ level: 'warn' }, withoutSecrets(logStream));
  const sender = new OTLPTraceExporter(url === undefined ? {} : { url });
  const exporter = toldExporter(sender, sentence => log.warn(sentence));
  const provider = new TracerProvider({ resource, spanProcessors: [new BatchSpanProcessor({ exporter })] });
  const tracer: Tracer = provider.getTracer('pts');
  const spans = new WeakMap<RequestFacts, Span>();
  const current = new AsyncLocalStorage<Span>();
  const below = (span: Span) => trace.setSpan(ROOT_CONTEXT, span);
  return {
    observer: {
      begun(request, facts) {
        spans.set(facts, tracer.startSpan(request.method, { kind: SpanKind.SERVER }, ROOT_CONTEXT));
      },
      done(request, _reply, facts, status) {
        const span = spans.get(facts);
        const route = request.routeOptions.url ?? 'none';
        span?.updateName(`${request.method} ${route}`);
        span?.setAttributes({
          'http.request.method': request.method,
          'http.route': route,
          'http.response.status_code': status,
          'pts.request_id': request.id,
          ...(facts.operation ? { 'graphql.operation.type': facts.operation } : {}),
          ...(facts.operationName ? { 'graphql.operation.name': facts.operationName } : {}),
          ...(facts.codes.size > 0 ? { 'pts.codes': [...facts.codes] } : {}),
        });
        if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
        span?.end();
      },
    },
    during(request, work) {
      const ofRequest = spans.get(factsOf(request));
      if (!ofRequest) return work();
      const span = tracer.startSpan('work', {}, below(ofRequest));
      const done = current.run(span, work);
      void Promise.resolve(done).then(
        () => span.end(),
        () => span.setStatus({ code: SpanStatusCode.ERROR }).end(),
      );
      return done;
    },
    async duringJob(name, work) {
      const span = tracer.startSpan(`job ${name}`, {}, ROOT_CONTEXT);
      try {
        await current.run(span, work);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    watchPool(pool) {
      pool.on('connect', client =>
        traceStatements(client, text => {
          const parent = current.getStore();
          if (!parent) return null;
          const attributes = { 'db.system.name': 'postgresql', 'db.query.text': withoutValues(text) };
          return tracer.startSpan(nameOf(text), { kind: SpanKind.CLIENT, attributes }, below(parent));
        }),
      );
    },
    // nobody takes them: that keeps nothing from ending
    stop: () =>
      Promise.race([provider.shutdown().catch(() => undefined), sleep(patienceMs, undefined, { ref: false })]),
  };
}

/** `select`, `insert`: by its first word. */
function nameOf(text: string): string {
  return /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';
}

/** A statement as it may be told: its bound values are not in it, and texts and numbers that are written out are left out. */
export function withoutValues(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/(?<![\w$."])\d+(?:\.\d+)?\b/g, '?')
    .slice(0, 1_000);
}

type Query = (...given: unknown[]) => unknown;

/** Has a span begin and end with each statement of a connection that is waited for by a promise. */
function traceStatements(client: PoolClient, begin: (text: string) => Span | null): void {
  const query = client.query.bind(client) as Query;
  const traced: Query = (...given) => {
    const [asked] = given;
    const text = typeof asked === 'string' ? asked : (asked as { text?: unknown } | undefined)?.text;
    const span = typeof text === 'string' ? begin(text) : null;
    const answer = query(...given);
    if (!span) return answer;
    if (!(answer instanceof Promise)) {
      span.end();
      return answer;
    }
    answer.then(
      () => span.end(),
      () => span.setStatus({ code: 2 }).end(),
    );
    return answer;
  };
  client.query = traced as PoolClient['query'];
}
