import type { Outcome } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';

/** The content of a request of kind DAS_PROVIDER; the organisation is that of the request. */
export interface DasApplicationContent extends Outcome {
  readonly website: string | null;
  readonly contact: string;
  readonly description: string | null;
}

/** An application with the organisation that applied. */
export type AppliedDasProvider = DasApplicationContent & { readonly organisationId: string };

/** The content of a request of kind DAS_PROVIDER, as `applyAsDasProvider` wrote it. */
export function dasApplicationContentOf(request: RequestRow): DasApplicationContent {
  return request.content as DasApplicationContent;
}
