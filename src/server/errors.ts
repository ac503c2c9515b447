import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Refusal, type RefusalCode, type RefusalFacts, refusalCodes } from '../domain/error.js';
import { refusalOf } from '../platform/refusal-of.js';

/** Codes that the GraphQL layer itself gives, beside the refusals. */
export const transportCodes = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document holds several operations and none was named, or not the one that was.',
  QUERY_TOO_LARGE: 'The operation asks for more than the limit in the facts. Ask for less, or in several requests.',
  BAD_REQUEST:
    'The HTTP request cannot be taken as it is: its method, headers, media type or body. The message says what is wrong.',
  PERSISTED_QUERY_NOT_FOUND: 'No document is known by that hash. Send it whole once.',
  DOCUMENT_NOT_TRUSTED: 'This document is not on the list of this server. Name one that is by its `documentId`.',
  RATE_LIMITED:
    'The budget of this minute is spent. Ask again after `Retry-After` seconds; `RateLimit` in every answer tells what is left.',
  TIMEOUT: 'The query took too long and was ended, also in the database. Ask for less.',
  OVERLOADED: 'Too many others are asking here at this moment. Ask again after `Retry-After` seconds.',
  INTERNAL_SERVER_ERROR: 'A defect of ours. It is logged with the request id; nothing was half-written.',
} as const;

/** Logs a defect whole, with the id of the request in which it came up. Out: that id. */
export type LogDefect = (error: unknown) => string;

/**
 * The one place where an error becomes an answer. A refusal keeps its code, words and facts, also one by the database
 * (`platform/refusal-of`); a request that Apollo refuses with HTTP 400 is BAD_REQUEST; everything else is logged whole and
 * answered with one fixed sentence and the id of the request.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: LogDefect): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const refusal = refusalOf(cause);
  if (refusal) {
    return { ...formatted, ...refused(refusal) };
  }
  const code = isBadRequest(error) ? 'BAD_REQUEST' : formatted.extensions?.code;
  if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
    const facts = formatted.extensions?.facts as RefusalFacts | undefined;
    const help = { ...refusalCodes, ...transportCodes }[code as RefusalCode];
    return { ...formatted, extensions: { code, ...(help ? { help } : {}), ...(facts ? { facts } : {}) } };
  }
  return { ...formatted, ...defect(log(cause)) };
}

/** The answer to a refusal: its words, its code with what it means, its facts. */
export function refused({ code, message, facts }: Refusal): GraphQLFormattedError {
  return { message, extensions: { code, help: refusalCodes[code], facts } };
}

/** The answer to a defect of ours: nothing of it but where it can be found in the log. */
export function defect(requestId: string): GraphQLFormattedError {
  const code = 'INTERNAL_SERVER_ERROR';
  return { message: 'Internal error.', extensions: { code, help: transportCodes[code], requestId } };
}

/** What HTTP itself refuses: malformed JSON, a body too large, an address without anything behind it. */
export function badRequest(message: string): GraphQLFormattedError {
  const code = 'BAD_REQUEST';
  return { message, extensions: { code, help: transportCodes[code] } };
}

/** An answer with one error by its code alone. */
export function transportError(
  code: keyof typeof transportCodes,
  message: string,
  facts: RefusalFacts = {},
): GraphQLFormattedError {
  return { message, extensions: { code, help: transportCodes[code], facts } };
}

/** Apollo gives some refusals of HTTP no code, only the status. */
function isBadRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) return false;
  return (error.extensions.http as { readonly status?: number } | undefined)?.status === 400;
}
