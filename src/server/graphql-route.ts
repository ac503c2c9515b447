import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shortened } from '../boundary/shortened.js';
import { errorAnswer, type HttpAnswer, sendAnswer } from './answer.js';
import { Deadline } from './deadline.js';
import { transportError } from './errors.js';
import { explorerPage } from './explorer.js';
import type { HttpContext } from './http-context.js';
import { mediaTypeFor } from './media-type.js';
import { costShown, type QueryLimits } from './query-limits.js';
import { queryOf } from './query-words.js';
import { factsOf } from './request-facts.js';
import type { RequestLog } from './request-log.js';
import type { Spending } from './spending.js';
import type { NamedDocument, TrustedDocuments } from './trusted-documents.js';

/** An endpoint and how it is reached. */
export interface GraphqlRoute {
  readonly url: string;
  readonly bodyLimit: number;
  readonly apollo: ApolloServer<HttpContext>;
  readonly limits: QueryLimits;
  readonly documents: TrustedDocuments;
  readonly during: RequestLog['during'];
  readonly contextOf: (
    request: FastifyRequest,
    own: Pick<HttpContext, 'deadline' | 'spending' | 'facts'>,
  ) => Promise<HttpContext>;
  /** What stands before the work: may answer without it. */
  readonly around?: (
    request: FastifyRequest,
    mediaType: string | undefined,
    work: () => Work,
  ) => HttpAnswer | Promise<HttpAnswer>;
}

/** An answer, and when the work for it is over: past a deadline that is later than the answer. */
export interface Work {
  readonly answer: Promise<HttpAnswer>;
  readonly settled: Promise<unknown>;
}

/** Serves an endpoint and its explorer: Apollo's own HTTP layer, driven by what fastify has read. */
export function serveGraphql(app: FastifyInstance, route: GraphqlRoute): void {
  const { url, bodyLimit, during, around = plain } = route;
  app.route({
    url,
    bodyLimit,
    method: ['GET', 'POST', 'OPTIONS'],
    // it returns nothing: what it returned, fastify would wait for until the last byte is sent
    handler(request, reply) {
      const send = (answer: HttpAnswer) => void sendAnswer(reply, answer);
      const fail = (error: unknown) => void reply.send(error);
      if (wantsPage(request)) {
        explorerPage(url).then(page => void reply.type('text/html; charset=utf-8').send(page), fail);
        return;
      }
      const mediaType = mediaTypeFor(request.headers.accept);
      const work = () => during(request, () => startWork(request, reply, route, mediaType));
      const answer = around(request, mediaType, work);
      if (answer instanceof Promise) answer.then(send).catch(fail);
      else send(answer);
    },
  });
}

async function plain(_request: FastifyRequest, _mediaType: string | undefined, work: () => Work): Promise<HttpAnswer> {
  const { status, headers, body } = await work().answer;
  return { status, headers: new Map([['cache-control', 'no-store'], ...headers]), body };
}

function startWork(
  request: FastifyRequest,
  reply: FastifyReply,
  { apollo, limits, documents, contextOf }: GraphqlRoute,
  mediaType: string | undefined,
): Work {
  const asked = askedOf(request, mediaType);
  const named = namedIn(asked, documents.only);
  const text = documents.textOf(named);
  if (text === null) {
    const documentId = typeof named.documentId === 'string' ? shortened(named.documentId) : null;
    const error = transportError('DOCUMENT_NOT_TRUSTED', 'No document that this server trusts is named.', {
      documentId,
    });
    return { answer: Promise.resolve(errorAnswer(400, [error], { mediaType })), settled: Promise.resolve() };
  }
  const deadline = new Deadline();
  const spending: Spending = {};
  const facts = Object.assign(factsOf(request), { spending });
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) deadline.clientLeft();
  });
  const executed = apollo
    .executeHTTPGraphQLRequest({
      httpGraphQLRequest: text === undefined ? asked : withText(asked, text),
      context: () => contextOf(request, { deadline, spending, facts }),
    })
    .then(({ status = 200, headers, body }) => {
      if (body.kind !== 'complete') throw new Error('an answer in parts was not asked for');
      return { status, headers, body: facts.written ?? body.string };
    })
    .finally(() => deadline.done());
  const late = deadline.passed.then(({ message, extensions }) =>
    errorAnswer(504, [{ message, extensions }], { mediaType, extensions: { cost: costShown(spending, limits) } }),
  );
  executed.catch(() => undefined); // it counts below, unless it comes too late
  return { answer: Promise.race([executed, late]), settled: executed };
}

/** The request as Apollo reads it; the media type is the one that was chosen, so that nobody chooses again. */
function askedOf(request: FastifyRequest, mediaType: string | undefined): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  if (mediaType !== undefined) headers.set('accept', mediaType);
  const at = request.url.indexOf('?');
  return { method: methodOf(request), headers, search: at < 0 ? '' : request.url.slice(at), body: request.body };
}

/** HEAD is asked as GET: what is sent then has no body. */
export function methodOf({ method }: FastifyRequest): string {
  return method === 'HEAD' ? 'GET' : method;
}

function namedIn({ method, search = '', body }: HTTPGraphQLRequest, onlyTrusted: boolean): NamedDocument {
  if (method === 'POST') return (body ?? {}) as NamedDocument;
  if (!onlyTrusted && !search.includes('documentId=')) return {}; // nothing that would be looked up
  const given = new URLSearchParams(search);
  return {
    query: given.get('query') ?? undefined,
    documentId: given.get('documentId') ?? undefined,
    extensions: extensionsIn(given.get('extensions')),
  };
}

/** What is no JSON is refused by Apollo. */
function extensionsIn(text: string | null): NamedDocument['extensions'] {
  try {
    return text === null ? undefined : (JSON.parse(text) as NamedDocument['extensions']);
  } catch {
    return undefined;
  }
}

function withText(asked: HTTPGraphQLRequest, query: string): HTTPGraphQLRequest {
  if (asked.method === 'POST') {
    const { extensions: _, ...body } = asked.body as NamedDocument;
    return { ...asked, body: { ...body, query } };
  }
  const given = new URLSearchParams(asked.search);
  given.set('query', query);
  given.delete('extensions');
  return { ...asked, search: `?${given}` };
}

/** A browser that opens the address gets the explorer; a client that names a document gets its answer. */
function wantsPage(request: FastifyRequest): boolean {
  if (methodOf(request) !== 'GET' || !request.headers.accept?.includes('text/html')) return false;
  const { query, extensions, documentId } = queryOf(request);
  return (query ?? extensions ?? documentId) === undefined;
}
