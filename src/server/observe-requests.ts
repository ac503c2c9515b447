import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HttpContext } from './http-context.js';
import { factsOf, type RequestFacts } from './request-facts.js';

/** Who is told of every request. */
export interface RequestObserver {
  begun?(request: FastifyRequest, facts: RequestFacts): void;
  done(request: FastifyRequest, reply: FastifyReply, facts: RequestFacts): void;
}

/** A longer answer is none of errors alone. */
const longestErrors = 65_536;

/** Tells observers of every request, and notes the codes of answers that are no GraphQL. */
export function observeRequests(app: FastifyInstance, observers: readonly RequestObserver[]): void {
  app.addHook('onRequest', (request, _reply, next) => {
    for (const observer of observers) observer.begun?.(request, factsOf(request));
    next();
  });
  app.addHook('onSend', (request, reply, payload, next) => {
    if (reply.statusCode >= 400 && typeof payload === 'string' && payload.length <= longestErrors) {
      for (const code of codesIn(payload)) factsOf(request).codes.add(code);
    }
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    for (const observer of observers) observer.done(request, reply, factsOf(request));
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
