/* One small object by its id. */
import { object } from './questions.mjs';
import { askInTurn, rowsAgainst } from './reads.mjs';

export async function measureObject(context, name) {
  const figures = await askInTurn(context, name, object('BENCH-77'));
  return rowsAgainst(name, figures, [{ against: 'postgraphile' }, { against: 'mercurius-jit' }]);
}
