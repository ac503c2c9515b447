import { type LookupAddress, lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import { type HouseMode, mayPostTo } from './public-address.js';
import { hostOf } from './webhook-url.js';

/** What came of a post: the status that was answered, or why there was none; of the answer what is kept for the log. */
export interface Posted {
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
}

/** For a whole post, from the look at the name to the last byte that is kept. */
const patienceMs = 10_000;
/** Bytes of an answer that are read; the rest is left unread. */
const keptBytes = 1_024;

class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/**
 * Posts a body once: no redirect is followed, no proxy asked, and the address is judged at the moment of connecting, after its name was
 * looked up, so that a name cannot lead elsewhere between the look and the call. Ten seconds for all of it.
 */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  mode: HouseMode,
  stop: AbortSignal,
  timeoutMs = patienceMs,
): Promise<Posted> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await send(new URL(url), body, headers, mode, AbortSignal.any([timeout, stop]));
  } catch (error) {
    stop.throwIfAborted();
    return {
      status: null,
      error: timeout.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error),
      response: null,
    };
  }
}

async function send(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  mode: HouseMode,
  signal: AbortSignal,
): Promise<Posted> {
  const host = hostOf(url.hostname);
  if (isIP(host) && !mayPostTo(host, mode)) throw new AddressRefused(); // a number is never looked up
  // not before: imported as a module, node:http loads an HTTP client of its own besides
  const http = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      lookup: judgedLookup(mode),
      signal,
    });
    request.on('error', reject);
    request.on('response', response => {
      firstBytes(response).then(text => {
        resolve({ status: response.statusCode ?? null, error: null, response: text });
        request.destroy();
      }, reject);
    });
    request.end(body);
  });
}

/** Looks a name up and gives only addresses that may be posted to. */
function judgedLookup(mode: HouseMode): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '', 0);
      const allowed = found.filter(({ address }) => mayPostTo(address, mode));
      const [first] = allowed;
      if (!first) return done(new AddressRefused(), '', 0);
      return options.all ? done(null, allowed) : done(null, first.address, first.family);
    });
  };
}

/** The beginning of an answer as text that a column takes. */
async function firstBytes(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= keptBytes) break;
  }
  return Buffer.concat(parts).subarray(0, keptBytes).toString().replaceAll('\0', '');
}

/** Why nothing was answered, in words that tell the subscriber nothing about this side. */
function reasonOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ADDRESS_REFUSED') return 'the host is at no address to which anything is posted';
  return /^[A-Z0-9_]+$/.test(code) ? `no connection: ${code}` : 'no answer';
}
