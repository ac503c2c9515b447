import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { badRequest } from './errors.js';

const reasons: Readonly<Record<string, readonly [number, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not come to its end in time.'],
  HPE_HEADER_OVERFLOW: [
    431,
    'Address and headers are longer than 16 kB: send a long document by POST, or by its hash.',
  ],
};

/** Answers what cannot be read as HTTP in the shape of every other error, and lets the connection go. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, message] = reasons[error.code ?? ''] ?? [400, 'This is not HTTP/1.1.'];
  const body = JSON.stringify({ errors: [badRequest(message)] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
}
