import type { ApolloServerPlugin } from '@apollo/server';
import type { HttpContext } from './http-context.js';

/** Gives queries of an endpoint so many milliseconds; a mutation comes to its end. */
export function limitTime(milliseconds: number): ApolloServerPlugin<HttpContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue }) {
          if (operation?.operation === 'query') contextValue.deadline.watch(milliseconds);
        },
      };
    },
  };
}
