import { Refusal, type RefusalCode, type RefusalFacts, refusalCodes } from '../domain/error.js';

/** Asks the account API as the holder of one credential. */
export type Ask = <T>(document: string, variables: object) => Promise<T>;

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly facts?: RefusalFacts };
  }[];
}

/**
 * A client of the API at an address, as the holder of a secret, or as somebody without one. What the API refuses is thrown as the same
 * refusal.
 */
export function askAs(url: string, secret: string | null): Ask {
  return async <T>(document: string, variables: object) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
      },
      body: JSON.stringify({ query: document, variables }),
    });
    const { data, errors } = (await response.json()) as Answer<T>;
    const error = errors?.[0];
    if (error) throw thrown(error.message, error.extensions?.code, error.extensions?.facts);
    if (!data) throw new Error(`${url} answered ${response.status} without data`);
    return data;
  };
}

function thrown(message: string, code: string | undefined, facts: RefusalFacts = {}): Error {
  if (code !== undefined && code in refusalCodes) return new Refusal(code as RefusalCode, message, facts);
  return new Error(`${message} (${code ?? 'no code'})`);
}

/** The code of what the API refused; anything else that was thrown is null. */
export function refusedAs(error: unknown): string | null {
  return error instanceof Refusal ? error.code : null;
}
