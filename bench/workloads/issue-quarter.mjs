/* A quarter reported and issued, every step stored, beside one statement that writes the same rows. Each round begins with the same database. */
import { withCost } from '../measure/cost.mjs';
import { inTurn } from '../measure/rounds.mjs';
import { median } from '../measure/statistics.mjs';
import { decidedRows, issueByWindow, prepareWindow } from '../peers/window.mjs';
import { withClient } from '../population/sql.mjs';
import { monthAt, quarterAt } from '../population/state.mjs';
import { goalOf } from '../report/goals.mjs';
import { issueQuarter } from '../servers/issuing.mjs';
import { requireEqual } from './compare.mjs';
import { rowOf } from './row.mjs';

/** The quarter that is issued in the rounds; the one before it is issued beforehand, so that carries come in. */
const [before, quarter] = [quarterAt(0), quarterAt(3)];
const now = `${monthAt(10)}-01T12:00:00Z`;

/** A template: six months of readings, the first quarter issued by the product. */
export async function prepareIssue({ cluster, size, say, directory }) {
  const first = await issueFirst({ cluster, say, directory }, 'bench_issue', size.issue.systems, 6);
  await withClient(cluster.urlOf('bench_issue'), client => client.query('vacuum analyze'));
  return { first, end: () => cluster.drop('bench_issue') };
}

/** A population in a database of its own, and its first quarter issued; gives what that took. */
async function issueFirst({ cluster, say, directory }, name, systems, months) {
  say(`population for issuing: ${systems} systems x ${months} months, ${before} issued`);
  const url = await cluster.populate(name, { systems, months, issued: 0, ofAggregator: 0 });
  return issueQuarter(url, before, now, { directory });
}

export async function measureIssue(context, name) {
  const { cluster, size, directory } = context;
  const fresh = async work => {
    const url = await cluster.copy('bench_issue', 'bench_issue_round');
    try {
      // a copy begins an epoch of changes, which transactions of other databases never do
      await withClient(url, client => client.query('select change_epoch_now()'));
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
  return [{ ...row, seconds }, ...(await memoryRows(context, name))];
}

/** The first quarter of three times as many systems, in the full run: what the process held at most beside what it held for fewer. */
async function memoryRows({ first, ...context }, name) {
  const { systems, manySystems } = context.size.issue;
  if (!manySystems) return [];
  const many = await issueFirst(context, 'bench_issue_many', manySystems, 3);
  await context.cluster.drop('bench_issue_many');
  const against = 'third-of-systems';
  const figures = (of, count) => ({ perSecond: count / of.seconds, peakMb: of.peakMb, seconds: of.seconds });
  return [
    {
      workload: name,
      against,
      ratio: first.peakMb / many.peakMb,
      goal: goalOf(name, against)?.ratio ?? null,
      unit: 'systems',
      product: figures(many, manySystems),
      other: figures(first, systems),
      notes: [`${against}: the most memory that the process held for ${systems} systems, by that for ${manySystems}`],
    },
  ];
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
