import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../boundary/context.js';
import { formatError, type LogDefect } from './errors.js';
import { operationTypeExists } from './operation-type-rule.js';
import { limitQueries, nameTokenLimit, type QueryLimits } from './query-limits.js';

/** An Apollo server on a schema, with the settings of this house and its limits. `log` gets what was no refusal. */
export async function startEndpoint(
  schema: GraphQLSchema,
  limits: QueryLimits,
  log: LogDefect,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [operationTypeExists],
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: false,
    plugins: [ApolloServerPluginCacheControlDisabled(), limitQueries(schema, limits)],
    formatError: (formatted, error) => formatError(nameTokenLimit(formatted, limits), error, log),
    logger: { debug: () => {}, info: () => {}, warn: log, error: log },
  });
  await apollo.start();
  return apollo;
}
