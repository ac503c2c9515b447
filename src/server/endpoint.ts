import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { formatError, type LogDefect } from './errors.js';
import { executeCompiled, writeAnswer } from './executor/compiled-queries.js';
import type { HttpContext } from './http-context.js';
import { statusByMediaType } from './http-status.js';
import { noteOperations } from './observe-requests.js';
import { operationTypeExists } from './operation-type-rule.js';
import { limitQueries, nameLimit, type QueryLimits, sizeRules } from './query-limits.js';
import { limitTime } from './time-limit.js';

/** What an endpoint is made of. */
export interface EndpointOptions {
  readonly schema: GraphQLSchema;
  readonly limits: QueryLimits;
  /** How long a query may take; a mutation comes to its end. */
  readonly queryMs: number;
  /** Whether a page of somebody else's could have a browser ask in the name of its user. */
  readonly csrfPrevention: boolean;
  /** Gets what was no refusal. */
  readonly log: LogDefect;
  /** What else is to be done with each request. */
  readonly plugins?: readonly ApolloServerPlugin<HttpContext>[];
}

/** A credential in a header of its own is sent by no browser unasked: the request is preflighted. */
const preflighted = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'];

/** An Apollo server on a schema, with the settings of this house and its limits. */
export async function startEndpoint(options: EndpointOptions): Promise<ApolloServer<HttpContext>> {
  const { schema, limits, queryMs, csrfPrevention, log, plugins = [] } = options;
  const apollo = new ApolloServer<HttpContext>({
    schema,
    introspection: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [operationTypeExists, ...sizeRules(limits)],
    csrfPrevention: csrfPrevention && { requestHeaders: preflighted },
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      limitQueries(schema, limits),
      noteOperations(),
      limitTime(queryMs),
      statusByMediaType(),
      ...plugins,
      executeCompiled(schema),
    ],
    stringifyResult: writeAnswer,
    formatError: (formatted, error) => formatError(nameLimit(formatted, error, limits), error, log),
    logger: { debug: () => {}, info: () => {}, warn: log, error: log },
  });
  await apollo.start();
  return apollo;
}
