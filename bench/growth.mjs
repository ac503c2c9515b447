/*
 * Growth: every workload again on smaller populations, the product alone, in short rounds. What a request (a row, a system) takes of the
 * processors, by the number of systems, and the exponent of it: 0 is a cost that does not grow.
 */
import { exponent } from './measure/statistics.mjs';

const short = { onlyProduct: true, rounds: 3, seconds: 1, warmUpSeconds: 1 };

/** A run's sizes with fewer systems. */
export function smaller(size, systems) {
  const atMost = shape => ({ ...shape, systems, ofAggregator: Math.min(shape.ofAggregator, systems / 5) });
  const rows = count => Math.min(count, systems);
  return {
    ...size,
    ...short,
    population: atMost(size.population),
    bulk: atMost(size.bulk),
    bulkRows: Object.fromEntries(
      Object.entries(size.bulkRows).map(([connections, count]) => [connections, rows(count)]),
    ),
    uploadRows: rows(size.uploadRows),
    issue: { systems },
  };
}

/** Adds to each row what its workload took on the smaller populations. In: rows; by systems the rows of the short rounds. */
export function withGrowth(rows, size, bySystems) {
  return rows.map(row => {
    const points = [...bySystems].flatMap(([systems, smallRows]) => {
      const cost = costOf(smallRows.find(({ workload }) => workload === row.workload));
      return cost === null ? [] : [[systems, cost]];
    });
    const cost = costOf(row);
    if (points.length === 0 || cost === null) return row;
    const all = [...points, [size.population.systems, cost]];
    return { ...row, growth: { cost: Object.fromEntries(all), exponent: exponent(all) } };
  });
}

function costOf(row) {
  return row?.product?.cpuMs ?? row?.seconds ?? null;
}
