import { isIP } from 'node:net';
import { longestAddress, textOfLength } from '../boundary/text-length.js';
import { Refusal } from '../domain/error.js';
import { type HouseMode, mayPostTo } from './public-address.js';

/**
 * Refuses an address that nothing will be posted to, with BAD_USER_INPUT: other than https (in a sandbox also http), with a user or a
 * password in it, or a number that is no public address. What a name leads to is looked up, and judged, at each post.
 */
export function requireWebhookUrl(url: string, mode: HouseMode): void {
  textOfLength(longestAddress, 'url', url);
  const expected = expectedInstead(url, mode);
  if (expected === null) return;
  throw new Refusal('BAD_USER_INPUT', `Nothing is posted to this address: expected ${expected}.`, {
    field: 'url',
    expected,
  });
}

function expectedInstead(url: string, mode: HouseMode): string | null {
  const https = 'an address that begins with https://';
  if (!URL.canParse(url)) return https;
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== 'https:' && !(mode === 'sandbox' && protocol === 'http:')) return https;
  if (username || password) return 'an address without user and password';
  const host = hostOf(hostname);
  return isIP(host) && !mayPostTo(host, mode) ? 'a public address' : null;
}

/** The host of a URL, an IPv6 address without its brackets. */
export function hostOf(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}
