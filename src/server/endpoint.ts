import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../boundary/context.js';
import { formatError, type LogDefect } from './errors.js';
import { operationTypeExists } from './operation-type-rule.js';

/** An Apollo server on a schema, with the settings of this house. `log` gets what was no refusal. */
export async function startEndpoint(schema: GraphQLSchema, log: LogDefect): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    validationRules: [operationTypeExists],
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: false,
    plugins: [ApolloServerPluginCacheControlDisabled()],
    formatError: (formatted, error) => formatError(formatted, error, log),
    logger: { debug: () => {}, info: () => {}, warn: log, error: log },
  });
  await apollo.start();
  return apollo;
}
