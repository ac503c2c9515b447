import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type QuerySize, querySize } from './query-size.js';

const valuesPerPoint = 100;
/** Rows of readings that cost a point, whatever brings them. */
export const rowsPerPoint = 100;
const pointsPerMutation = 10;

type Variables = Readonly<Record<string, unknown>>;

/**
 * What an operation that passed validation costs, told before anything is executed. In points: 1 for every 100 values that it asks for
 * (`query-size`; begun hundreds count), and for a mutation 10 for each of its fields and 1 for every 100 rows that it brings.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  return costOf(querySize(schema, document, operation, variables), operation, variables);
}

/** As `queryCost`, of an operation whose size is known. */
export function costOf(size: QuerySize, operation: OperationDefinitionNode, variables: Variables): number {
  const asked = Math.max(1, Math.ceil(size.values / valuesPerPoint));
  if (operation.operation !== 'mutation') return asked;
  return asked + pointsPerMutation * size.fields + Math.ceil(rowsIn(variables) / rowsPerPoint);
}

/** The rows that variables bring: the entries of their lists, and of the lists of their input; lists of plain values there are columns. */
function rowsIn(variables: Variables): number {
  return Object.values(variables).reduce<number>((sum, given) => {
    if (Array.isArray(given)) return sum + given.length;
    return isObject(given) ? sum + rowsWithin(Object.values(given).filter(Array.isArray)) : sum;
  }, 0);
}

/** Columns are of the same rows, so the longest counts. */
function rowsWithin(lists: readonly (readonly unknown[])[]): number {
  const isOfObjects = (list: readonly unknown[]) => isObject(list[0]);
  const rows = lists.filter(isOfObjects).reduce((sum, list) => sum + list.length, 0);
  return rows + Math.max(0, ...lists.filter(list => !isOfObjects(list)).map(list => list.length));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
