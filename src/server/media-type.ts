import Negotiator from 'negotiator';

export const json = 'application/json';
export const responseJson = 'application/graphql-response+json';

/** The media type of an answer to who accepts what is given; undefined: none of ours. Without a wish it is JSON. */
export function mediaTypeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === json || accept === '*/*') return json; // what nearly everybody sends
  return new Negotiator({ headers: { accept } }).mediaType([json, responseJson]);
}
