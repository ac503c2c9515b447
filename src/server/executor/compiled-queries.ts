import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { HttpContext } from '../http-context.js';
import { fieldsToCompile } from './compilable.js';

/** What is kept at most: queries by their fields, and those that were seen once. A compiled field takes about 2 kB. */
const kept = { maxSize: 20_000, max: 2_000 };

/** A query that was seen: once (`null`), compiled, or found to be none that is compiled. */
type Seen = CompiledQuery | 'not compiled' | null;

/**
 * Has queries that were seen before executed by graphql-jit: the one place that knows of it.
 *
 * Reason: graphql-js looks up, for every field of every row, what the document and the schema say of it; a compiled query did that once.
 * A page of 50 systems with 12 readings each takes half of the processor time that way.
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
          const { data, errors } = await query.query(undefined, contextValue, request.variables ?? {});
          if (errors?.length || data === undefined) return null;
          contextValue.facts.compiled = true;
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
    const compiled = compileQuery<never>(schema, document, operation.name?.value);
    return isCompiledQuery(compiled) ? { compiled, fields } : null;
  }
}
