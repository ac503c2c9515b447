import { Refusal } from '../domain/error.js';

/** Refuses text that says nothing, or has more characters than a field takes: BAD_USER_INPUT. */
export function textOfLength(maximum: number, field: string, text: string): void {
  if (text.trim() === '') throw new Refusal('BAD_USER_INPUT', `\`${field}\` is empty.`, { field });
  textAtMost(maximum, field, text);
}

/** Refuses text with more characters than a field takes: BAD_USER_INPUT. Absent text is short enough. */
export function textAtMost(maximum: number, field: string, text: string | null | undefined): void {
  if (!text || text.length <= maximum) return;
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` takes at most ${maximum} characters.`, {
    field,
    length: text.length,
    maximumLength: maximum,
  });
}

/** The longest texts in characters. */
export const longestName = 200;
export const longestText = 2000;
export const longestAddress = 500;

/** Refuses a reason with more characters than one takes: BAD_USER_INPUT. Whether it must be given is said elsewhere. */
export function reasonAtMost(reason: string): void {
  textAtMost(longestText, 'reason', reason);
}

/** Refuses what is no address of a site on the web, or too long: BAD_USER_INPUT. Absent is none. */
export function webAddress(field: string, address: string | null | undefined): void {
  if (address === null || address === undefined) return;
  textOfLength(longestAddress, field, address);
  if (/^https?:\/\//i.test(address) && URL.canParse(address)) return;
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is no address of a site on the web.`, {
    field,
    expected: 'an address that begins with http:// or https://',
  });
}

/** Refuses names with characters that nobody sees or types (line ends, control codes): BAD_USER_INPUT. */
export function plainText(field: string, text: string | null | undefined): void {
  if (!text || !/\p{Cc}/u.test(text)) return;
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` has control characters.`, { field });
}
