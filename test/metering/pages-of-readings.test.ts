import fc from 'fast-check';
import type pg from 'pg';
import { type Api, startApi } from '../api/support/api.js';
import { dataOf } from '../api/support/ask.js';
import { makeStateOfMany, tokens } from '../support/state-of-many.js';

interface Row {
  readonly systemId: string;
  readonly meterId: string;
  readonly month: string;
  readonly id: string;
  readonly superseded: boolean;
}
interface Asked {
  readonly first: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly withSuperseded: boolean;
  /** The row after which a page begins, by its place among all of the table. */
  readonly after: number | null;
  readonly ofMeters: boolean;
}
type Pages = readonly {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly month: string; readonly id: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}[];

let api: Api;
let stored: readonly Row[];
/** The first of 24 months, the last of which is over. */
const from = (months = 0) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 24 + months)).toISOString().slice(0, 10);
};

beforeAll(async () => {
  api = await startApi();
  await makeStateOfMany(api.database, { systems: 12, from: from(), months: 24, ofAggregator: 12 });
  stored = await thinned(api.database);
}, 120_000);
afterAll(() => api.stop());

/**
 * Systems with all their months, with gaps, with none, with a few old ones, with none of late; every fifth month a reading that was
 * superseded stands beside the one in force.
 */
async function thinned(database: pg.ClientBase): Promise<readonly Row[]> {
  await database.query(`set session_replication_role = replica`);
  await database.query(`
    delete from reading where system_id % 12 = 3
      or (system_id % 12 in (1, 4) and extract(month from month)::int % 2 = 0)
      or (system_id % 12 = 5 and month > '${from(2)}') or (system_id % 12 = 6 and month > '${from(16)}')
      or (system_id % 12 = 7 and month between '${from(13)}' and '${from(19)}');
    insert into reading (month, meter_id, system_id, read_at, value_kwh, difference_kwh, production_kwh, estimated, channel, submitted_at,
        submitted_by, superseded_at, superseded_by)
      select month, meter_id, system_id, read_at, value_kwh, 0, 0, false, channel, submitted_at, submitted_by, now(), id
      from reading where extract(month from month)::int % 5 = 0;`);
  await database.query('set session_replication_role = origin');
  const { rows } = await database.query<Row>(
    `select system_id as "systemId", meter_id as "meterId", to_char(month, 'YYYY-MM') as month, id, superseded_at is not null as superseded
     from reading order by month desc, id desc`,
  );
  return rows;
}

const isAfter = (row: Row, place: Row) =>
  row.month < place.month || (row.month === place.month && BigInt(row.id) < BigInt(place.id));

/** What the page of a parent is, by the rows themselves. */
function expected(parent: string, { first, from, to, withSuperseded, after, ofMeters }: Asked) {
  const rows = stored.filter(
    row =>
      (ofMeters ? row.meterId : row.systemId) === parent &&
      (withSuperseded || !row.superseded) &&
      (from === null || row.month >= from) &&
      (to === null || row.month <= to) &&
      (after === null || isAfter(row, stored[after] as Row)),
  );
  return {
    rows: rows.slice(0, first).map(({ month, id }) => ({ month, id })),
    hasNextPage: rows.length > first,
  };
}

const cursorOf = ({ month, id }: Row) => Buffer.from(JSON.stringify([month, id])).toString('base64url');

test('of many parents at once each gets the page that it would get alone, wherever its readings end and whatever is missing', async () => {
  const months = fc.option(
    fc.integer({ min: -1, max: 25 }).map(at => from(at).slice(0, 7)),
    { freq: 1 },
  );
  const questions = fc.record<Asked>({
    first: fc.integer({ min: 1, max: 30 }),
    from: months,
    to: months,
    withSuperseded: fc.boolean(),
    after: fc.option(fc.nat({ max: 150 }), { freq: 2 }),
    ofMeters: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(questions, async asked => {
      const page = `readings(first: $first, from: $from, to: $to, withSuperseded: $withSuperseded, after: $after) {
        edges { cursor node { month id } } pageInfo { hasNextPage } }`;
      const query = `query Pages($first: Int!, $from: Month, $to: Month, $withSuperseded: Boolean!, $after: String) {
        systems { edges { node { id meters { id ${asked.ofMeters ? page : ''} } ${asked.ofMeters ? '' : page} } } } }`;
      const after = asked.after === null ? null : cursorOf(stored[asked.after] as Row);
      const { systems } = dataOf(
        await api.ask<{ systems: { edges: { node: Parents & Parent }[] } }>(tokens.aggregator, query, {
          ...asked,
          after,
        }),
      );
      const parents = systems.edges.flatMap(({ node }) => (asked.ofMeters ? node.meters : [node]));
      expect(parents.length).toBe(12);
      for (const { id, readings } of parents) {
        const { rows, hasNextPage } = expected(id, asked);
        expect(readings.edges.map(({ node }) => node)).toEqual(rows);
        expect(readings.edges.map(({ cursor }) => cursor)).toEqual(rows.map(row => cursorOf(row as Row)));
        expect(readings.pageInfo).toEqual({ hasNextPage });
      }
    }),
    { numRuns: 60 },
  );
});

interface Parent {
  readonly id: string;
  readonly readings: Pages[number];
}
interface Parents {
  readonly meters: readonly Parent[];
}
