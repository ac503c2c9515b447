import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { HttpContext } from '../http-context.js';
import { fieldsToCompile } from './compilable.js';
import { type CompiledQuery, compileQuery } from './compile-query.js';

/** What is kept at most: queries by their fields, and those that were seen once. A compiled field takes about 2 kB. */
const kept = { maxSize: 20_000, max: 2_000 };

/** A query that was seen: once (`null`), compiled, or found to be none that is compiled. */
type Seen = CompiledQuery | 'not compiled' | null;

/**
 * Has queries that were seen before executed from a compiled form, which writes the bytes of `data` and makes nothing else of it.
 *
 * Reason: graphql-js looks up, for every field of every row, what the document and the schema say of it, makes an object of every row, and
 * has the objects gone through once more for their text. Of a page of 50 systems with 12 readings each that is two thirds of node's time;
 * graphql-jit, which stood here before, also made objects, and two functions for each element of a list: a quarter.
 *
 * Only what went well is answered from here. An answer with an error is thrown away and the query left to graphql-js, which meets the
 * same error over the same loaders: so errors, their order, what they null, masking and the log are those of one executor. Mutations,
 * what is seen for the first time and what `compilable` leaves out are graphql-js's from the beginning. Cost, limits and the deadline
 * come before, in the hooks of Apollo that both share.
 */
export function executeCompiled(schema: GraphQLSchema): ApolloServerPlugin<HttpContext> {
  const seen = new LRUCache<OperationDefinitionNode, { readonly query: Seen }>(kept);
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, contextValue }) {
          const query = queryOf(document, operation);
          if (!query) return null;
          const output = await query(contextValue, request.variables ?? {});
          if (!output) return null;
          const { facts } = contextValue;
          const write = (rest: string) => {
            facts.written = output.whole('{"data":', `${rest}}\n`);
          };
          const data = { [written]: write };
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
        },
      };
    },
  };

  function queryOf(document: DocumentNode, operation: OperationDefinitionNode): CompiledQuery | null {
    const known = seen.get(operation);
    if (known?.query === 'not compiled') return null;
    if (known?.query) return known.query;
    const query = known ? compile(document, operation) : null;
    seen.set(operation, { query: query?.compiled ?? (known ? 'not compiled' : null) }, { size: query?.fields ?? 1 });
    return query?.compiled ?? null;
  }

  function compile(document: DocumentNode, operation: OperationDefinitionNode) {
    const fields = fieldsToCompile(schema, document, operation);
    if (fields === null) return null;
    return { compiled: compileQuery(schema, document, operation), fields };
  }
}

/** Under which a compiled query's `data` has what writes it, before what stands beside it in the answer. */
const written = Symbol('written');

/**
 * How Apollo writes an answer: what a compiled query wrote becomes bytes, in the facts of its request, and is no text; text is what all
 * else is.
 */
export function writeAnswer(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  const write = (data as { readonly [written]?: (rest: string) => void } | null | undefined)?.[written];
  if (!write) return `${JSON.stringify(answer)}\n`;
  const others = JSON.stringify(rest).slice(1, -1);
  write(others && `,${others}`);
  return '';
}
