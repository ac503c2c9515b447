import { get } from 'node:http';
import type { LocalDate } from '../../src/domain/local-date.js';
import { csvOf } from '../../src/publication/tables/csv.js';
import { ptsSystems } from '../../src/publication/tables/pts-systems.js';
import type { PublicTable } from '../../src/publication/tables/table.js';
import { xlsxOf } from '../../src/publication/tables/xlsx.js';
import { openDatabase } from '../../src/server/database.js';
import { type Api, startApi } from '../api/support/api.js';
import { fetchFile, xlsxRows } from './support/files.js';

const systems = 20_000;

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await api.database.query(
    `insert into system (pts_id, name, technology, capacity_kw, town, zip, installer, created_at)
     select 'PTS-PV2015-' || i, 'system ' || i, 'SOLAR_PV', 1 + i % 600, 'Town ' || i % 300, '02110', md5(i::text), now()
     from generate_series(1, $1::int) as i`,
    [systems],
  );
}, 60_000);
afterAll(() => api.stop());

describe.each([
  ['CSV', csvOf],
  ['xlsx', xlsxOf],
])('%s', (_, write) => {
  test('begins long before the last row is read, and reads no more when nobody takes it', async () => {
    const orm = await openDatabase(api.databaseUrl, { poolSize: 1 });
    try {
      let pages = 0;
      const counted: PublicTable = {
        ...ptsSystems,
        rowsAfter(...asked) {
          pages += 1;
          return ptsSystems.rowsAfter(...asked);
        },
      };
      const pieces = write(counted, { em: orm.em.fork(), on: '2018-05-01' as LocalDate }, new Date());
      let size = 0;
      while (size < 30_000) size += (await pieces.next()).value?.length ?? 0;
      expect(pages).toBeLessThan(10);
      await pieces.return(undefined);
      const read = pages;
      await new Promise(resolve => setTimeout(resolve, 100));
      expect(pages).toBe(read);
    } finally {
      await orm.close(true);
    }
  });
});

test('a slow reader of the whole table costs little memory, and no transaction waits for it', async () => {
  const waiting = async () =>
    Number(
      (
        await api.database.query<{ n: string }>(`select count(*) as n from pg_stat_activity where state like 'idle in%'
      and datname = current_database() and pid <> pg_backend_pid()`)
      ).rows[0]?.n,
    );
  const before = process.memoryUsage().rss;
  let highest = 0;
  let lines = 0;
  let held = 0;
  let pauses = 0;
  await new Promise<void>((resolve, reject) => {
    get(`${api.url}/public/tables/pts-systems.csv`, response => {
      response.on('data', (piece: Buffer) => {
        lines += piece.toString('latin1').split('\n').length - 1;
        highest = Math.max(highest, process.memoryUsage().rss);
        if (pauses < 20) {
          pauses += 1;
          response.pause();
          setTimeout(async () => {
            held = Math.max(held, await waiting());
            response.resume();
          }, 20);
        }
      });
      response.on('end', resolve).on('error', reject);
    }).on('error', reject);
  });
  expect(lines).toBe(systems + 1);
  expect(pauses).toBe(20);
  expect(held).toBe(0);
  expect(highest - before).toBeLessThan(150 * 1024 * 1024);
});

test('the workbook of the whole table has every row', async () => {
  const { rows } = xlsxRows((await fetchFile(`${api.url}/public/tables/pts-systems.xlsx`)).bytes);
  expect(rows).toHaveLength(systems + 1);
  expect(rows.at(-1)?.[0]).toBe(`PTS-PV2015-${systems}`);
});
