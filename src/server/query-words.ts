import { parse } from 'node:querystring';
import type { FastifyRequest } from 'fastify';
import { shortened } from '../boundary/shortened.js';
import { Refusal } from '../domain/error.js';

/** What stands behind the `?` of an address. Read by who asks for it: a GraphQL query there is long, and Apollo reads it itself. */
export function queryOf({ url }: FastifyRequest): Readonly<Record<string, string | string[] | undefined>> {
  const at = url.indexOf('?');
  return at < 0 ? {} : parse(url.slice(at + 1));
}

/** The words that may stand behind the `?` of an address, each with its values; the first is meant where it is left out. */
export type QueryWords = Readonly<Record<string, readonly [string, ...string[]]>>;

/**
 * What was asked for behind the `?`, word by word. BAD_USER_INPUT for a value that there is not, and for a word that there is not: passed
 * over, `?dryrun=true` would do what it was to try.
 */
export function queryWords<const Words extends QueryWords>(
  request: FastifyRequest,
  words: Words,
): { readonly [word in keyof Words]: Words[word][number] } {
  const given = queryOf(request);
  refuseOtherWords(given, Object.keys(words));
  const asked = Object.entries(words).map(([word, values]) => {
    const value = given[word] ?? values[0];
    if (typeof value === 'string' && values.includes(value)) return [word, value];
    throw new Refusal('BAD_USER_INPUT', `\`${word}\` is ${values.join(' or ')}.`, {
      field: word,
      value: shortened(String(value)),
      expected: values.join(' or '),
    });
  });
  return Object.fromEntries(asked);
}

/** Refuses a word that there is not with BAD_USER_INPUT. */
export function refuseOtherWords(query: Readonly<Record<string, unknown>>, words: readonly string[]): void {
  const other = Object.keys(query).find(word => !words.includes(word));
  if (other === undefined) return;
  throw new Refusal(
    'BAD_USER_INPUT',
    `This address has no \`${shortened(other)}\` behind its ?: it takes ${words.join(' and ')}.`,
    {
      field: shortened(other),
      expected: words.join(' and '),
    },
  );
}
