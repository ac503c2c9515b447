import type { ApolloServerPlugin } from '@apollo/server';
import type { HttpContext } from './http-context.js';
import { responseJson } from './media-type.js';

/** A request that was well formed, and still cannot be executed. */
const requestErrors: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
];

/**
 * The status of GraphQL over HTTP: to `application/json` a document that cannot be executed is answered with 200, since a status of
 * 400 could be that of anything in between; to `application/graphql-response+json` with 400. Apollo answers 400 to both.
 */
export function statusByMediaType(): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response }) {
          const { body, http } = response;
          if (http.status !== 400 || body.kind !== 'single' || body.singleResult.data !== undefined) return;
          if (request.http?.headers.get('accept') === responseJson) return;
          const errors = body.singleResult.errors ?? [];
          if (errors.every(({ extensions }) => requestErrors.includes(extensions?.code))) http.status = 200;
        },
      };
    },
  };
}
