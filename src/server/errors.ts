import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal, type RefusalCode, type RefusalFacts, refusalCodes } from '../domain/error.js';

/** Codes that the GraphQL layer itself gives, beside the refusals. */
export const transportCodes = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document holds several operations and none was named, or not the one that was.',
  BAD_REQUEST: 'The HTTP request is not a GraphQL request.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by that hash. Send it whole once.',
  INTERNAL_SERVER_ERROR: 'A defect of ours. It is logged with the request id; nothing was half-written.',
} as const;

const internalError = 'Internal error.';

/** What PostgreSQL says of a constraint, and of values it cannot read. */
interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
}

/** Two rows that may not be together, or one that lacks another. */
const collisionStates = new Set(['23505', '23P01', '23503']);
/** A check or not-null constraint: one value by itself breaks a rule. */
const ruleStates = new Set(['23514', '23502']);
/** Text that is no number or day, a number out of range, text with NUL (it cuts the message: 08P01), text too long for an index. */
const valueStates = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05', '08P01', '54000']);

/**
 * The one place where an error becomes an answer. A refusal keeps its code, words and facts; a broken constraint of the
 * database is CONFLICT or BAD_USER_INPUT with the constraint's name; a request that Apollo refuses with HTTP 400 is
 * BAD_REQUEST; everything else is logged whole and answered with one fixed sentence.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const refusal = refusalOf(cause);
  if (refusal) {
    const { code, facts } = refusal;
    return { ...formatted, message: refusal.message, extensions: { code, help: refusalCodes[code], facts } };
  }
  const code = isBadRequest(error) ? 'BAD_REQUEST' : formatted.extensions?.code;
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
    const facts = formatted.extensions?.facts as RefusalFacts | undefined;
    const help = { ...refusalCodes, ...transportCodes }[code as RefusalCode];
    return { ...formatted, extensions: { code, ...(help ? { help } : {}), ...(facts ? { facts } : {}) } };
  }
  log(cause);
  return {
    ...formatted,
    message: internalError,
    extensions: { code: 'INTERNAL_SERVER_ERROR', help: transportCodes.INTERNAL_SERVER_ERROR },
  };
}

/** The refusal that an error stands for, if it is one. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const database = databaseErrorOf(error);
  const rule = database?.constraint ?? 'unnamed';
  if (database && collisionStates.has(database.code)) {
    return new Refusal('CONFLICT', `This collides with what is on record (${rule.replaceAll('_', ' ')}).`, { rule });
  }
  if (database && ruleStates.has(database.code)) {
    return new Refusal('BAD_USER_INPUT', `A value breaks a rule of its field (${rule.replaceAll('_', ' ')}).`, {
      rule,
    });
  }
  if (database && valueStates.has(database.code)) {
    return new Refusal('BAD_USER_INPUT', 'A value cannot be read: an id is digits, a number must fit its column.');
  }
  return null;
}

/** What HTTP itself refuses (malformed JSON, a body too large), as the answer of a GraphQL endpoint. */
export function httpErrorBody(message: string, isOurs: boolean): { readonly errors: readonly GraphQLFormattedError[] } {
  const code = isOurs ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
  const extensions = { code, help: transportCodes[code] };
  return { errors: [{ message: isOurs ? internalError : message, extensions }] };
}

/** Apollo gives some refusals of HTTP no code, only the status. */
function isBadRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) return false;
  return (error.extensions.http as { readonly status?: number } | undefined)?.status === 400;
}

function databaseErrorOf(error: unknown): DatabaseError | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Partial<DatabaseError>;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return cause as unknown as DatabaseError;
  }
  return null;
}
