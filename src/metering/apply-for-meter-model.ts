import { longestName, textAtMost } from '../boundary/text-length.js';
import { decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { Verb } from '../platform/perform.js';
import { openRequest } from '../request/open-request.js';
import { requireEvidence } from '../request/require-evidence.js';
import type { ApplyForMeterModelInput } from './meter-model.input.js';
import type { MeterModelContent } from './meter-model-content.js';
import { checkAccuracy } from './set-up-meter.js';

/** Applies for the approval of a model of meter. A test report proves its accuracy: EVIDENCE_REQUIRED without one. */
export async function applyForMeterModel(verb: Verb, input: ApplyForMeterModelInput) {
  checkAccuracy('accuracyPercent', input.accuracyPercent);
  textAtMost(longestName, 'standard', input.standard);
  const content: MeterModelContent = {
    manufacturer: given('manufacturer', input.manufacturer),
    model: given('model', input.model),
    accuracyPercent: decimalText(input.accuracyPercent),
    standard: input.standard ?? null,
  };
  if (input.submit) requireEvidence(input.evidence, 'TEST_REPORT');
  const request = await openRequest(verb, {
    kind: 'METER_MODEL',
    systemId: null,
    content,
    documents: input.evidence,
    reason: input.reason,
    submit: input.submit,
    draftId: input.draftId ?? null,
  });
  return { requestId: request.id, state: request.state };
}

/** A name without blanks around it; BAD_USER_INPUT when nothing is left, or too much. */
function given(field: string, name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Refusal('BAD_USER_INPUT', `\`${field}\` is not empty.`, { field, value: name });
  textAtMost(longestName, field, trimmed);
  return trimmed;
}
