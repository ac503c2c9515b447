import type { RecordedCall } from './recorded-call.js';

/** A case: what a provider does, what the house looks at, and its judgement over the calls of a run. */
export interface ConformanceCase {
  readonly id: string;
  readonly title: string;
  readonly whatToDo: string;
  readonly whatIsChecked: string;
  /** Calls in their order -> sequence of the call by which it passed, or null. */
  readonly passedBy: (calls: readonly RecordedCall[]) => number | null;
}
