import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context } from '../boundary/context.js';
import { type QuerySize, querySize } from './query-size.js';

/** The most that one operation of an endpoint may ask for: no question of a client, and all of a flood. */
export interface QueryLimits extends QuerySize {
  /** Words and signs of the document; the parser stops there. */
  readonly tokens: number;
}

export const accountLimits: QueryLimits = { tokens: 4_000, fields: 50, depth: 16, rows: 10_000, values: 200_000 };
export const publicLimits: QueryLimits = { tokens: 2_000, fields: 20, depth: 16, rows: 10_000, values: 100_000 };

/** The largest body of a request to the public endpoint in bytes: a document of as many tokens as it takes, and its variables. */
export const publicBodyLimit = 64 * 1024;

const words: Readonly<Record<keyof QuerySize, string>> = {
  fields: 'fields or aliases at its root',
  depth: 'levels of fields',
  rows: 'rows of pages (`first`, times that of the pages around it)',
  values: 'values (fields, times the rows that they are asked of)',
};
const measures = ['fields', 'depth', 'rows', 'values'] as const satisfies readonly (keyof QuerySize)[];

/** Refuses an operation past a limit before anything is executed. */
export function limitQueries(schema: GraphQLSchema, limits: QueryLimits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request }) {
          if (!operation) return; // which of several is not said: refused on execution
          const size = querySize(schema, document, operation, request.variables ?? {});
          const passed = measures.find(measure => size[measure] > limits[measure]);
          if (!passed) return;
          throw new GraphQLError(
            `The operation asks for ${size[passed]} ${words[passed]}; at most ${limits[passed]} are answered.`,
            {
              extensions: {
                code: 'QUERY_TOO_LARGE',
                facts: { limit: passed, asked: size[passed], maximum: limits[passed] },
                http: { status: 400 },
              },
            },
          );
        },
      };
    },
  };
}

/** The parser tells of too many tokens by its message alone: here it gets the code of the others. */
export function nameTokenLimit(formatted: GraphQLFormattedError, { tokens }: QueryLimits): GraphQLFormattedError {
  if (!/Document contains more tha[nt] \d+ tokens/.test(formatted.message)) return formatted;
  return {
    message: `The document has more than ${tokens} words and signs. Send values as variables.`,
    extensions: { code: 'QUERY_TOO_LARGE', facts: { limit: 'tokens', maximum: tokens } },
  };
}
