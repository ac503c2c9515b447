import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseQuarter } from '../../src/domain/quarter.js';
import { importQualifiedUnits } from '../../src/import/import-qualified-units.js';
import { gisReportFile } from '../../src/ledger/gis-report.js';
import { startHttp } from '../../src/server/start.js';
import { importRequest, openTestHouse, runYearIn } from './house.js';
import { bytesOf, listText, madeUpRow } from './made-up-list.js';
import { published } from './published-list.js';

const quarters = ['2017-Q3', '2017-Q4', '2018-Q1', '2018-Q2'].map(parseQuarter);

/** Every hundredth unit of the published list; where it is not at hand, made-up units. */
const units = existsSync(published) ? everyHundredth() : null;
const madeUp = Array.from({ length: 45 }, (_, index) =>
  madeUpRow({ name: `Unit ${index}`, asset: `NON${900_000 + (index % 30)}` }),
);

function everyHundredth(): Uint8Array {
  const lines = readFileSync(published, 'latin1').split('\n');
  const isUnit = (line: string) => /^[A-Z]{2}-\d/.test(line);
  const head = lines.slice(0, lines.findIndex(isUnit));
  const chosen = lines.filter(isUnit).filter((_, index) => index % 100 === 0);
  return Buffer.from([...head, ...chosen, ''].join('\n'), 'latin1');
}

/** Imports the units into a fresh database, runs the year, and gives the four files with what was said of them. */
async function yearOnFreshDatabase() {
  const house = await openTestHouse();
  const { url, em } = house;
  const server = await startHttp({ databaseUrl: url, host: '127.0.0.1', port: 0, mode: 'sandbox', logLevel: 'silent' });
  try {
    const bytes = units ? pieces(units) : bytesOf(listText(madeUp));
    const { refused } = await importQualifiedUnits(em.fork(), importRequest(bytes, { despiteTotal: true }));
    expect(refused).toBe(0);
    const year = await runYearIn(house, server.url);
    expect(year.readings.refused).toBe(0);
    const files = [];
    for (const quarter of quarters) files.push(await gisReportFile(em.fork(), quarter));
    return { files, said: year.quarters.map(each => [each.quarter, each.reportLines, each.reportSha256]) };
  } finally {
    await server.close();
    await house.end();
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test('the files for the GIS of four quarters are the same, byte for byte, when the year is repeated on a fresh database', async () => {
  const [first, second] = [await yearOnFreshDatabase(), await yearOnFreshDatabase()];
  expect(second).toEqual(first);
  for (const [index, file] of first.files.entries()) {
    const lines = file?.split('\n') ?? [];
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeGreaterThan(80);
    expect(lines.filter(line => !/^\d+,\d\d\/201[78],\d+(\.\d{3})?$/.test(line))).toEqual([]);
    const sha256 = createHash('sha256')
      .update(file ?? '')
      .digest('hex');
    expect(first.said[index]).toEqual([quarters[index], lines.length, sha256]);
  }
}, 120_000);
