import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shortened } from '../boundary/shortened.js';
import { Refusal } from '../domain/error.js';
import { localDateOf } from '../domain/time-zone.js';
import { calendarFile } from '../publication/calendar-file.js';
import { catalog, identifierOf, type TableFormat, tableFormats } from '../publication/catalog.js';
import { licence } from '../publication/licence.js';
import { csvOf } from '../publication/tables/csv.js';
import { jsonLinesOf } from '../publication/tables/json-lines.js';
import { publicTable } from '../publication/tables/public-tables.js';
import type { PublicTable } from '../publication/tables/table.js';
import { xlsxOf } from '../publication/tables/xlsx.js';
import { answerRefusals, isUnchanged, type PublicSurroundings, savedAs, sendFile } from './send-file.js';

/** How a table is written in each of its formats, and what it is called on the wire. */
const formats = {
  csv: { write: csvOf, mediaType: `${tableFormats.csv.mediaType}; charset=utf-8; header=present` },
  xlsx: { write: xlsxOf, mediaType: tableFormats.xlsx.mediaType },
  jsonl: { write: jsonLinesOf, mediaType: `${tableFormats.jsonl.mediaType}; charset=utf-8` },
} as const satisfies Record<TableFormat, object>;

/**
 * What everybody may take along, without a credential: `GET /public/tables/<name>.csv`, `.xlsx` and `.jsonl`, written while they are
 * sent, their catalogue `GET /public/catalog.json`, and `GET /public/calendar/<year>.ics`. NOT_FOUND (404) for a table that there is not, BAD_USER_INPUT (400) outside the years of
 * calendars, NOT_FOUND for one before the programme began.
 */
export function servePublicFiles(app: FastifyInstance, surroundings: PublicSurroundings): void {
  const { em, clock, during, door } = surroundings;
  for (const format of Object.keys(formats) as TableFormat[]) {
    app.get<{ Params: { name: string } }>(`/public/tables/:name.${format}`, (request, reply) =>
      during(request, () =>
        answerRefusals(reply, async () => {
          const name = shortened(request.params.name);
          const table = publicTable(request.params.name);
          if (!table) throw new Refusal('NOT_FOUND', 'There is no such table. `publicTables` lists them.', { name });
          return sendTable(request, reply, surroundings, table, format);
        }),
      ),
    );
  }
  app.get('/public/catalog.json', (request, reply) =>
    during(request, () =>
      answerRefusals(reply, async () => {
        const asOf = await door.look(reply, signal => clock(em(signal)));
        return reply
          .header('cache-control', 'public, max-age=3600')
          .header('link', links)
          .send(catalog(`${request.protocol}://${request.host}`, asOf));
      }),
    ),
  );
  app.get<{ Params: { year: string } }>('/public/calendar/:year.ics', (request, reply) =>
    during(request, () =>
      sendFile(request, reply, 'public, max-age=3600', async () => {
        const { year } = request.params;
        if (!/^\d{4}$/.test(year)) return null;
        const text = calendarFile(Number(year));
        if (text === null) return null;
        const content = Buffer.from(text);
        const sha256 = createHash('sha256').update(content).digest();
        return { name: `pts-calendar-${year}.ics`, mediaType: 'text/calendar; charset=utf-8', sha256, content };
      }),
    ),
  );
}

/** The licence of every table, and where they are described, as headers tell it (RFC 8288). */
const links = `<${licence.url}>; rel="license", </public/catalog.json>; rel="describedby"`;

/**
 * Sends a table as it is written. Its tag is weak: it stands for the rows and columns, not for the instant at which they were read,
 * which is in the file too.
 */
async function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  { em, clock, door }: PublicSurroundings,
  table: PublicTable,
  format: TableFormat,
): Promise<FastifyReply> {
  const { write, mediaType } = formats[format];
  const { asOf, asked, fingerprint } = await door.look(reply, async signal => {
    const ofRequest = em(signal); // its pages are read by it too, until the client goes
    const asOf = await clock(ofRequest);
    const asked = { em: ofRequest, on: localDateOf(asOf) };
    return { asOf, asked, fingerprint: await table.fingerprint(asked) };
  });
  const columns = table.columns.map(({ key }) => key);
  const content = JSON.stringify([table.name, format, table.version, columns, fingerprint]);
  const tag = `W/"${createHash('sha256').update(content).digest('base64url')}"`;
  const unchanged = isUnchanged(request, tag);
  const rows = unchanged || request.method === 'HEAD' ? null : door.file(table, paced => write(paced, asked, asOf));
  savedAs(reply, `${table.name}-${asked.on}.${format}`)
    .header('etag', tag)
    .header('cache-control', 'public, no-cache')
    .header('x-as-of', asOf.toISOString())
    .header('x-dataset', identifierOf(table))
    .header('x-dataset-version', table.version)
    .header('link', links);
  if (unchanged) return reply.code(304).send();
  reply.type(mediaType);
  return rows ? reply.send(rows) : reply.send();
}
