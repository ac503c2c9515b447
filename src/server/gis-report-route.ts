import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../domain/error.js';
import { parseQuarter } from '../domain/quarter.js';
import { gisReportFile } from '../ledger/gis-report.js';
import { readersOf } from './permissions.js';
import { type Surroundings, sendFile } from './send-file.js';

/**
 * The file that was uploaded to the GIS for a quarter, byte for byte as on that day: `GET /gis-reports/2017-Q3.csv` with a credential of
 * those who may read the report (`permissions`).
 */
export function serveGisReports(app: FastifyInstance, { em, clock, during, actor }: Surroundings): void {
  app.get<{ Params: { quarter: string } }>('/gis-reports/:quarter.csv', (request, reply) =>
    during(request, () =>
      sendFile(request, reply, 'private, no-cache', async () => {
        const ofRequest = em();
        const who = await actor(request, ofRequest, await clock(ofRequest), 'READ');
        if (!readersOf('GisReport').some(kind => kind !== 'ANYBODY' && who.kinds.has(kind))) {
          throw new Refusal('FORBIDDEN', 'This kind of account may not read what is reported to the GIS.');
        }
        const quarter = parseQuarter(request.params.quarter);
        const file = await gisReportFile(ofRequest, quarter);
        if (file === null) return null;
        const content = Buffer.from(file, 'utf8');
        const sha256 = createHash('sha256').update(content).digest();
        return { name: `gis-report-${quarter}.csv`, mediaType: 'text/csv; charset=utf-8', sha256, content };
      }),
    ),
  );
}
