import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../domain/error.js';
import { BrokenUpload } from './broken-upload.js';
import { longestPauseMs, longestUploadMs, maximumUploadBytes } from './limits.js';

/** The connection broke, or the client kept us waiting for too long: nobody is there to be answered. */
export class CutOff extends Error {}

/**
 * The bytes of a request's body, unpacked, as they come. CutOff when the connection breaks or pauses for too long, TOO_MANY_ROWS past
 * the limit of bytes, BrokenUpload for what is no gzip. Whoever stops early leaves the request open: see `readToEnd`.
 */
export async function* bodyBytes(
  request: IncomingMessage,
  packed: boolean,
  maximumBytes = maximumUploadBytes,
): AsyncGenerator<Uint8Array> {
  const source: Readable = packed ? unpacked(request) : request;
  const tooLate = setTimeout(() => request.destroy(), longestUploadMs);
  const pieces = source.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]();
  let bytes = 0;
  try {
    for (;;) {
      const tooSlow = setTimeout(() => request.destroy(), longestPauseMs);
      const { done, value } = await pieces.next().finally(() => clearTimeout(tooSlow));
      if (done) break;
      bytes += (value as Uint8Array).length;
      if (bytes > maximumBytes) {
        throw new Refusal('TOO_MANY_ROWS', `An upload has at most ${maximumBytes} bytes, unpacked. Split it.`, {
          maximumBytes,
        });
      }
      yield value as Uint8Array;
    }
    if (!packed && !request.complete) throw new CutOff('the connection broke');
  } catch (error) {
    if (request.destroyed && !request.complete) throw new CutOff('the connection broke', { cause: error });
    throw isOfGzip(error) ? new BrokenUpload('The body is no gzip, or not whole.') : error;
  } finally {
    clearTimeout(tooLate);
    await pieces.return?.();
    if (packed) request.unpipe();
  }
}

/** Reads what is left of a body and throws it away: a client that sends everything before it reads an answer must not wait for ever. */
export function readToEnd(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return Promise.resolve();
  return new Promise(resolve => {
    const tooLate = setTimeout(() => request.destroy(), longestUploadMs);
    const tooSlow = setTimeout(() => request.destroy(), longestPauseMs);
    request.on('data', () => tooSlow.refresh());
    request.once('close', ended).once('end', ended).once('error', ended);
    request.resume();
    function ended() {
      clearTimeout(tooLate);
      clearTimeout(tooSlow);
      resolve();
    }
  });
}

function unpacked(request: IncomingMessage): Readable {
  const gunzip = createGunzip();
  request.once('close', () => {
    if (!request.complete) gunzip.destroy(new CutOff('the connection broke'));
  });
  gunzip.once('error', () => request.unpipe(gunzip));
  return request.pipe(gunzip);
}

function isOfGzip(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && /^Z_|^ERR_ZLIB/.test(String(error.code));
}
