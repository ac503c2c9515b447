/* A quarter reported and issued, every step stored, beside one statement that writes the same rows. Each round begins with the same database. */
import { withCost } from '../measure/cost.mjs';
import { inTurn } from '../measure/rounds.mjs';
import { median } from '../measure/statistics.mjs';
import { decidedRows, issueByWindow, prepareWindow } from '../peers/window.mjs';
import { withClient } from '../population/sql.mjs';
import { monthAt, quarterAt } from '../population/state.mjs';
import { issueQuarter } from '../servers/issuing.mjs';
import { requireEqual } from './compare.mjs';
import { rowOf } from './row.mjs';

/** The quarter that is issued in the rounds; the one before it is issued beforehand, so that carries come in. */
const [before, quarter] = [quarterAt(0), quarterAt(3)];
const now = '2024-06-01T12:00:00Z';

/** A template: six months of readings, the first quarter issued by the product. */
export async function prepareIssue({ cluster, size, say, directory }) {
  await makeTemplate({ cluster, say, directory }, size.issue.systems);
  return { end: () => cluster.drop('bench_issue') };
}

async function makeTemplate({ cluster, say, directory }, systems) {
  say(`population for issuing: ${systems} systems x 6 months, ${before} issued`);
  const url = await cluster.populate('bench_issue', { systems, months: 6, issued: 0, ofAggregator: 0 });
  await issueQuarter(url, before, now, { directory });
  await withClient(url, client => client.query('vacuum analyze'));
}

export async function measureIssue({ cluster, size, directory }, name) {
  const fresh = async work => {
    const url = await cluster.copy('bench_issue', 'bench_issue_round');
    try {
      await withClient(url, client => client.query('checkpoint'));
      return await work(url);
    } finally {
      await cluster.drop('bench_issue_round');
    }
  };
  const decided = {};
  const product = () => productRound({ cluster, size, directory }, fresh, decided);
  const window = () =>
    fresh(async url => {
      await prepareWindow(url);
      const figures = await withCost({ place: cluster.place }, async () => {
        const seconds = await issueByWindow(url, quarter, monthAt(3), now);
        return { units: size.issue.systems, seconds, nodeSeconds: 0 };
      });
      decided['sql-window'] ??= await decidedRows(url, quarter);
      return figures;
    });
  const compare = round => {
    if (round === 1) requireEqual(name, decided);
  };
  const figures = await inTurn({ product, 'sql-window': window }, size, { onRound: compare });
  const row = rowOf({
    workload: name,
    against: 'sql-window',
    ours: figures.product,
    theirs: figures['sql-window'],
    unit: 'systems',
    notes,
  });
  const seconds = median(figures.product.map(each => size.issue.systems / each.perSecond));
  return [{ ...row, seconds }];
}

function productRound({ cluster, size, directory }, fresh, decided) {
  return fresh(async url => {
    const figures = await withCost({ place: cluster.place }, async () => {
      return { ...(await issueQuarter(url, quarter, now, { directory })), units: size.issue.systems };
    });
    decided.product ??= await decidedRows(url, quarter);
    return figures;
  });
}

const notes = [
  "sql-window writes the rows that the product writes, with zeros for hashes, in one statement; the product's triggers are off but for those that ask references; its foreign keys, checks and indexes are on",
];
