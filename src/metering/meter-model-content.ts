import type { Outcome } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';

/** The content of a request of kind METER_MODEL. */
export interface MeterModelContent extends Outcome {
  readonly manufacturer: string;
  readonly model: string;
  readonly accuracyPercent: string;
  readonly standard: string | null;
}

/** The content of a request of kind METER_MODEL, as `applyForMeterModel` wrote it. */
export function meterModelContentOf(request: RequestRow): MeterModelContent {
  return request.content as MeterModelContent;
}
