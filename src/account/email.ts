import { textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import { houseEmailEnding } from './house-account.js';

/** The longest address that mail can be sent to. Source: RFC 5321 4.5.3.1.3 (a path of 256 with its brackets). */
const longestEmail = 254;

/** Refuses what is no e-mail address of a party with BAD_USER_INPUT; addresses of the house's own accounts are none. */
export function requireEmail(field: string, email: string): void {
  textOfLength(longestEmail, field, email);
  if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) && !isOfHouse(email)) return;
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is no e-mail address that somebody can be written to at.`, {
    field,
    value: email,
  });
}

/** Whether an address is that of an account of the house itself. */
export function isOfHouse(email: string): boolean {
  return email.trim().toLowerCase().endsWith(houseEmailEnding);
}
