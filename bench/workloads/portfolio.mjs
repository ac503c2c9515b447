/* A page of the portfolio of an aggregator: systems with the readings of their last twelve months. */

import { portfolio } from './questions.mjs';
import { askInTurn, rowsAgainst } from './reads.mjs';

const postgraphile = { against: 'postgraphile', forms: ['postgraphile-list', 'postgraphile-connection'] };

/** 50 systems: against everybody. */
export async function measurePortfolio(context, name) {
  const figures = await askInTurn(context, name, portfolio(50));
  return rowsAgainst(name, figures, [postgraphile, { against: 'mercurius-jit' }, { against: 'sql-json' }]);
}

/** 500 systems: against PostGraphile; the others are shown. */
export async function measurePortfolio500(context, name) {
  const figures = await askInTurn(context, name, portfolio(500));
  return rowsAgainst(name, figures, [postgraphile, { against: 'mercurius-jit' }, { against: 'sql-json' }]);
}
