/* One small object by its id. */
import { object } from './questions.mjs';
import { askInTurn, rowsAgainst } from './reads.mjs';

export async function measureObject(context, name) {
  const figures = await askInTurn(context, name, object('BENCH-77'));
  return rowsAgainst(name, figures, [
    { against: 'postgraphile', goal: 1.5 },
    { against: 'mercurius-jit', goal: null },
  ]);
}
