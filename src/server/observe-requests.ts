import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpContext } from './http-context.js';
import { factsOf, type RequestFacts } from './request-facts.js';

/** Who is told of every request, once, with the status that it got. */
export interface RequestObserver {
  begun?(request: FastifyRequest, facts: RequestFacts): void;
  done(request: FastifyRequest, reply: FastifyReply, facts: RequestFacts, status: number): void;
}

/** The status of a request whose client was gone before its answer was. No answer has it. */
export const clientGone = 499;

/** A longer answer is none of errors alone. */
const longestErrors = 65_536;

/** Tells observers of every request, and notes the codes of answers that are no GraphQL. */
export function observeRequests(app: FastifyInstance, observers: readonly RequestObserver[]): void {
  const tell = (request: FastifyRequest, reply: FastifyReply, status: number) => {
    const facts = factsOf(request);
    if (facts.told) return;
    facts.told = true;
    for (const observer of observers) observer.done(request, reply, facts, status);
  };
  app.addHook('onRequest', (request, reply, next) => {
    for (const observer of observers) observer.begun?.(request, factsOf(request));
    if (observers.length > 0) reply.raw.once('close', whenGone);
    next();
    function whenGone() {
      if (!reply.raw.writableFinished) tell(request, reply, clientGone); // there is no `onResponse` then
    }
  });
  app.addHook('onSend', (request, reply, payload, next) => {
    if (reply.statusCode >= 400 && typeof payload === 'string' && payload.length <= longestErrors) {
      for (const code of codesIn(payload)) factsOf(request).codes.add(code);
    }
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    tell(request, reply, reply.statusCode);
    next();
  });
}

function codesIn(payload: string): readonly string[] {
  try {
    const { errors = [] } = JSON.parse(payload) as { errors?: { extensions?: { code?: unknown } }[] };
    return errors.flatMap(({ extensions }) => (typeof extensions?.code === 'string' ? [extensions.code] : []));
  } catch {
    return []; // no JSON, so none of our errors
  }
}

/** Notes what a GraphQL operation is, and the codes of the errors in its answer. */
export function noteOperations(): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, operationName, contextValue: { facts } }) {
          if (operation) facts.operation = operation.operation;
          if (operationName) facts.operationName = operationName.slice(0, 100);
        },
        async willSendResponse({ response, contextValue: { facts } }) {
          if (response.body.kind !== 'single') return;
          for (const { extensions } of response.body.singleResult.errors ?? []) {
            if (typeof extensions?.code === 'string') facts.codes.add(extensions.code);
          }
        },
      };
    },
  };
}
