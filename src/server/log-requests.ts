import type { RequestObserver } from './observe-requests.js';

/**
 * One line of the structured log for each request, at level info: which, who, what it cost and how it ended. No header, no document,
 * no variable.
 */
export const logRequests: RequestObserver = {
  done(request, reply, { accountId, operation, operationName, written, spending, codes }, status) {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(accountId === undefined ? {} : { accountId }),
        ...(operation === undefined ? {} : { operation }),
        ...(operationName === undefined ? {} : { operationName }),
        ...(written ? { compiled: true } : {}),
        ...(spending?.points === undefined ? {} : { cost: spending.points }),
        ...(codes.size === 0 ? {} : { codes: [...codes] }),
      },
      'request',
    );
  },
};
