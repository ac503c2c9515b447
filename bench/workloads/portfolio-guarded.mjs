/* What guarding costs: the portfolio beside the same from the product's own parts without authentication, permissions, cost and limits. */
import { portfolio } from './questions.mjs';
import { askInTurn } from './reads.mjs';
import { rowOf } from './row.mjs';

export async function measureGuarded(context, name) {
  const { product } = portfolio(50);
  const figures = await askInTurn(context, name, { product, unguarded: product });
  const perCpu = each => ({ ...each, requestsPerCpuSecond: 1000 / each.cpuMs });
  const [ours, theirs] = [figures.product.map(perCpu), figures.unguarded?.map(perCpu)];
  const notes = ['the ratio is that of requests by second of processor time, node and PostgreSQL together'];
  return [rowOf({ workload: name, against: 'unguarded', ours, theirs, of: 'requestsPerCpuSecond', notes })];
}
