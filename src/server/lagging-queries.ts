import type { ApolloServerPlugin } from '@apollo/server';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { HttpContext } from './http-context.js';
import type { StandbyState } from './standby.js';

/** Queries of dashboards: of staff and the regulator they are sums over the state, of which no single write of theirs is looked for. */
export const laggingQueries: readonly string[] = [
  'certificateTotals',
  'portfolio',
  'productionTotals',
  'staffQueues',
  'windowHealth',
];

/** A copy to read from, when it is near enough. */
export interface Copy {
  readonly state: StandbyState;
  readonly em: (signal: AbortSignal) => EntityManager;
}

/**
 * Has an operation that asks for dashboards alone, of staff or the regulator, read from the copy, and tells in `extensions.replica` how
 * far that is behind. Everything else that accounts read is read where it is written.
 */
export function readDashboardsFrom(copy: () => Copy): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      let lagSeconds: number | null = null;
      return {
        async didResolveOperation({ operation, contextValue }) {
          const kinds = contextValue.actor?.kinds;
          if (operation?.operation !== 'query' || !(kinds?.has('STAFF') || kinds?.has('REGULATOR'))) return;
          const { selections } = operation.selectionSet;
          if (!selections.every(each => each.kind === 'Field' && laggingQueries.includes(each.name.value))) return;
          const { state, em } = copy();
          if (!state.inUse) return;
          ({ lagSeconds } = state);
          contextValue.em = em(contextValue.deadline.signal);
        },
        async willSendResponse({ response }) {
          if (lagSeconds === null || response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, replica: { lagSeconds } };
        },
      };
    },
  };
}
