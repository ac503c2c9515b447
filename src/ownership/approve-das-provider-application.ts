import type { Verb } from '../platform/perform.js';
import { lockRequest, takeStep } from '../request/take-step.js';
import { writeDasApproval } from './approve-das-provider.js';
import type { ApproveDasProviderApplicationInput } from './das-application.input.js';

/** Staff approves the organisation that applied as a DAS provider, as `approveDasProvider` does. */
export async function approveDasProviderApplication(verb: Verb, input: ApproveDasProviderApplicationInput) {
  const request = await lockRequest(verb, input.requestId, ['DAS_PROVIDER']);
  await takeStep(verb, request, { step: 'APPROVED', reason: input.reason });
  const { organisationId } = request;
  await writeDasApproval(verb, { ...input, organisationId });
  return { requestId: request.id, state: request.state, organisationId };
}
