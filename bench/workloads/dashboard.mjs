/* The dashboard of the state - production by month, by town and by sector over all months - beside one statement on the base tables. */
import { withCost } from '../measure/cost.mjs';
import { inTurn } from '../measure/rounds.mjs';
import { rollUp } from '../population/databases.mjs';
import { withClient } from '../population/sql.mjs';
import { monthAt, tokens } from '../population/state.mjs';
import { requireEqual } from './compare.mjs';
import { answerOf, requestOf } from './reads.mjs';
import { rowOf } from './row.mjs';

const groups = 'groups { group systemMonths productionKwh }';
const query = `query Dashboard($from: Month!, $to: Month!) {
  month: productionTotals(by: MONTH, from: $from, to: $to) { ${groups} }
  town: productionTotals(by: TOWN, from: $from, to: $to) { ${groups} }
  sector: productionTotals(by: SECTOR, from: $from, to: $to) { ${groups} } }`;

const statement = `
  select case when grouping(r.month) = 0 then 'month' when grouping(s.town) = 0 then 'town' else 'sector' end as by,
         coalesce(to_char(r.month, 'YYYY-MM'), s.town, q.market_sector) as "group", count(*)::int as "systemMonths",
         sum(r.production_kwh)::text as "productionKwh"
  from reading r join system s on s.id = r.system_id
  left join statement_of_qualification q on q.system_id = s.id and r.month >= q.effective_on
    and (q.last_eligible_quarter is null or to_char(r.month, 'YYYY"-Q"Q') <= q.last_eligible_quarter)
  where r.superseded_at is null and r.month between $1::date and $2::date
  group by grouping sets ((r.month), (s.town), (q.market_sector))`;

export async function measureDashboard({ cluster, load, size, databaseUrl, server, say }, name) {
  say('rolling up');
  await rollUp(databaseUrl, size.population);
  const [from, to] = [monthAt(0), monthAt(size.population.months - 1)];
  const { pid, graphql, base } = await server('product');
  const request = requestOf(
    { body: JSON.stringify({ query, variables: { from, to } }) },
    { graphql, base, token: tokens.staff },
  );
  await withClient(databaseUrl, async client => {
    await client.query('set jit = off');
    const aggregate = async () =>
      (await client.query({ name: 'dashboard', text: statement, values: [`${from}-01`, `${to}-01`] })).rows;
    const { answer } = await answerOf(request);
    requireEqual(name, { product: flat(answer.data), 'sql-aggregate': sorted(await aggregate()) });
  });
  const requests = await load.warmUp({ ...request, connections: 1 }, size);
  const product = () =>
    withCost({ pid, place: cluster.place }, () => load.ask({ ...request, connections: 1, requests }));
  const figures = await withClient(databaseUrl, async client => {
    await client.query('set jit = off');
    const aggregate = () =>
      withCost({ place: cluster.place }, async () => {
        const startedAt = performance.now();
        await client.query({ name: 'dashboard', text: statement, values: [`${from}-01`, `${to}-01`] });
        return { units: 1, seconds: (performance.now() - startedAt) / 1000, nodeSeconds: 0 };
      });
    return inTurn({ product, 'sql-aggregate': aggregate }, size);
  });
  const row = rowOf({
    workload: name,
    against: 'sql-aggregate',
    ours: figures.product,
    theirs: figures['sql-aggregate'],
  });
  return [
    {
      ...row,
      notes: [
        `median ${row.product.medianMs} ms, the goal is under 100 ms; all months and systems, from roll-ups that are up to date`,
      ],
    },
  ];
}

function flat(data) {
  return sorted(Object.entries(data).flatMap(([by, totals]) => totals.groups.map(group => ({ by, ...group }))));
}

function sorted(rows) {
  const place = ({ by, group }) => `${by} ${group ?? ''}`;
  return [...rows].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
