import type { ApolloServerPlugin } from '@apollo/server';
import type { HttpContext } from './http-context.js';

/** Has something done after every mutation, before it is answered. */
export function afterMutations(work: () => void): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation }) {
          if (operation?.operation === 'mutation') work();
        },
      };
    },
  };
}
