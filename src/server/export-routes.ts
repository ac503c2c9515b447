import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/error.js';
import type { ExportRow } from '../export/export.entity.js';
import { requireRightsInFile } from '../export/export-rights.js';
import { bytesOf, findExport } from '../export/find-export.js';
import { isRowId } from './input-checks.js';
import { answerRefusals, isUnchanged, type Surroundings, savedAs } from './send-file.js';

const forms = {
  JSON_LINES: { ending: 'jsonl', mediaType: 'application/x-ndjson; charset=utf-8' },
  CSV: { ending: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' },
} as const;

/**
 * The file of an export, `GET /exports/:id`, with a credential of the account that asked for it: whole, or one range of bytes (RFC 9110,
 * 14), so that a fetch that broke goes on where it was. Refusals: UNAUTHENTICATED (401), FORBIDDEN (403: it holds systems that are no
 * longer the account's to see), NOT_FOUND (404), CONFLICT (409: it is not completed).
 */
export function serveExports(app: FastifyInstance, { em, clock, during, actor }: Surroundings): void {
  app.get<{ Params: { id: string } }>('/exports/:id', (request, reply) =>
    during(request, () =>
      answerRefusals(reply, async () => {
        const ofRequest = em();
        const who = await actor(request, ofRequest, await clock(ofRequest), 'READ');
        const { id } = request.params;
        const found = isRowId(id) ? await findExport(ofRequest, who, id) : null;
        if (!found || found.state === 'FORGOTTEN') {
          throw new Refusal('NOT_FOUND', 'There is no such export of this account, or its file is gone.');
        }
        if (found.state !== 'COMPLETED') {
          const { state, progressPercent } = found;
          throw new Refusal('CONFLICT', `The export is ${state}: there is nothing to fetch.`, {
            state,
            progressPercent,
          });
        }
        await requireRightsInFile(ofRequest, who, found);
        return sendExport(request, reply, found, range => bytesOf(em(), id, range));
      }),
    ),
  );
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function sendExport(
  request: FastifyRequest,
  reply: FastifyReply,
  { id, content, format, byteLength }: ExportRow,
  bytes: (range: Range) => AsyncIterable<Buffer>,
): FastifyReply {
  const { ending, mediaType } = forms[format];
  const tag = `"export-${id}-${byteLength}"`;
  savedAs(reply, `pts-${content.toLowerCase().replace('_', '-')}-${id}.${ending}`)
    .header('etag', tag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, no-cache');
  if (isUnchanged(request, tag)) return reply.code(304).send();
  reply.type(mediaType);
  const mayBeRange = (request.headers['if-range'] ?? tag) === tag;
  const range = mayBeRange ? rangeOf(request.headers.range, byteLength) : 'whole';
  if (range === 'none') {
    return reply.code(416).header('content-range', `bytes */${byteLength}`).header('content-length', 0).send('');
  }
  const { first, last } = range === 'whole' ? { first: 0, last: byteLength - 1 } : range;
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${first}-${last}/${byteLength}`);
  reply.header('content-length', last - first + 1);
  if (request.method === 'HEAD') return reply.send();
  return reply.send(Readable.from(bytes({ first, last })));
}

/** The range of bytes that a header asks for; what is no single range of bytes asks for the whole. */
function rangeOf(header: string | undefined, length: number): Range | 'whole' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return 'whole';
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return first > last ? 'none' : { first, last };
}
