import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  type ValidationRule,
} from 'graphql';
import { shortened } from '../boundary/shortened.js';
import type { HttpContext } from './http-context.js';
import { costOf } from './query-cost.js';
import { type QuerySize, querySize } from './query-size.js';
import type { Spending } from './spending.js';

/** The most that one operation of an endpoint may ask for: no question of a client, and all of a flood. */
export interface QueryLimits extends Pick<QuerySize, 'rows' | 'values'> {
  /** Words and signs of the document; the parser stops there. */
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Whether answers tell the budget of who asks: not where others get the same answer again. */
  readonly tellsBudget: boolean;
}

export const accountLimits: QueryLimits = {
  ...{ tokens: 4_000, depth: 16, aliases: 50, directives: 50 },
  ...{ rows: 10_000, values: 200_000, tellsBudget: true },
};
export const publicLimits: QueryLimits = {
  ...{ tokens: 2_000, depth: 16, aliases: 20, directives: 20 },
  ...{ rows: 10_000, values: 100_000, tellsBudget: false },
};

/** The largest body of a request to the public endpoint in bytes: a document of as many tokens as it takes, and its variables. */
export const publicBodyLimit = 64 * 1024;

const words = {
  depth: 'levels of fields',
  aliases: 'aliases',
  directives: 'directives',
  rows: 'rows of pages (`first`, times that of the pages around it)',
  values: 'values (fields, times the rows that they are asked of)',
} as const;

const code = 'QUERY_TOO_LARGE';

function tooLarge(limit: keyof typeof words, maximum: number, asked?: number): GraphQLError {
  const facts = { limit, ...(asked === undefined ? {} : { asked }), maximum };
  const has = asked === undefined ? `more than ${maximum}` : `${asked}`;
  const message = `The operation asks for ${has} ${words[limit]}; at most ${maximum} are answered.`;
  return new GraphQLError(message, { extensions: { code, facts, http: { status: 400 } } });
}

/** Rules of validation, by graphql-armor: depth, aliases and directives, fragments resolved. Each document is asked once. */
export function sizeRules({ depth, aliases, directives }: QueryLimits): ValidationRule[] {
  const options = (limit: 'depth' | 'aliases' | 'directives', n: number) => ({
    n,
    propagateOnRejection: false,
    onReject: [
      (context: { reportError(error: GraphQLError): void } | null) => context?.reportError(tooLarge(limit, n)),
    ],
  });
  return [
    maxDepthRule({ ...options('depth', depth), flattenFragments: true, ignoreIntrospection: false }),
    maxAliasesRule({ ...options('aliases', aliases), allowList: [] }),
    maxDirectivesRule(options('directives', directives)),
  ] as unknown as ValidationRule[];
}

/** No operation of a document is asked for, or one that is not in it. */
function unnamed({ definitions }: DocumentNode, asked: string | null | undefined): GraphQLError {
  const operations = definitions.flatMap(each =>
    each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
  );
  const operationName = typeof asked === 'string' ? shortened(asked) : null;
  const facts = { operationName, operations };
  const message =
    operationName === null
      ? 'The document holds several operations: `operationName` says which.'
      : `The document holds no operation of the name "${operationName}".`;
  return new GraphQLError(message, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', facts, http: { status: 400 } },
  });
}

const measures = ['rows', 'values'] as const;

/**
 * Before anything is executed: refuses an operation past a limit that only its variables tell, has its points taken from the budget,
 * and says in `extensions.cost` of every answer what it cost, what the most is, and what is left.
 */
export function limitQueries(schema: GraphQLSchema, limits: QueryLimits): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) throw unnamed(document, request.operationName);
          const { spending } = contextValue;
          const variables = request.variables ?? {};
          const size = querySize(schema, document, operation, variables);
          spending.size = size;
          const passed = measures.find(measure => size[measure] > limits[measure]);
          if (passed) throw tooLarge(passed, limits[passed], size[passed]);
          spending.points = costOf(size, operation, variables);
          spending.budget = await contextValue.spend(spending.points);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const { spending } = contextValue;
          if (spending.points === undefined) await countAsLeast(contextValue);
          singleResult.extensions = { ...singleResult.extensions, cost: costShown(spending, limits) };
        },
      };
    },
  };
}

/** What was refused before it could be measured takes a point, if one is left: the answer is made already. */
async function countAsLeast({ spending, spend }: HttpContext): Promise<void> {
  spending.points = 1;
  spending.budget = await spend(1).catch((error: unknown) => {
    if (error instanceof GraphQLError) return null;
    throw error;
  });
}

/** What an answer says of its cost. A request that was refused before it could be measured counts as the least. */
export function costShown({ size, points = 1, budget }: Spending, limits: QueryLimits) {
  return {
    requested: points,
    rows: size?.rows ?? 0,
    maximumRows: limits.rows,
    values: size?.values ?? 0,
    maximumValues: limits.values,
    ...(budget && limits.tellsBudget ? { budget } : {}),
  };
}

/** The parser tells of too many tokens by its message, and a rule of validation loses its code: here both get that of the others. */
export function nameLimit(
  formatted: GraphQLFormattedError,
  error: unknown,
  { tokens }: QueryLimits,
): GraphQLFormattedError {
  if (/Document contains more tha[nt] \d+ tokens/.test(formatted.message)) {
    return {
      message: `The document has more than ${tokens} words and signs. Send values as variables.`,
      extensions: { code, facts: { limit: 'tokens', maximum: tokens } },
    };
  }
  const cause = error instanceof GraphQLError ? error.originalError : undefined;
  if (!(cause instanceof GraphQLError) || cause.extensions.code !== code) return formatted;
  return { message: formatted.message, extensions: { code, facts: cause.extensions.facts } };
}
