import {
  cancellationBy,
  type RequestState,
  type RequestStep,
  requestStates,
  requestSteps,
  stateAfter,
} from '../../src/domain/request-steps.js';

/** What may be done in which state, and where it leads; everything that is not here may not be done. */
const allowed: Readonly<Record<string, RequestState>> = {
  'DRAFT: DRAFTED': 'DRAFT',
  'DRAFT: SUBMITTED': 'SUBMITTED',
  'DRAFT: WITHDRAWN': 'WITHDRAWN',
  'SUBMITTED: REVIEWED': 'SUBMITTED',
  'SUBMITTED: VERIFIED': 'SUBMITTED',
  'SUBMITTED: APPROVED': 'APPROVED',
  'SUBMITTED: DENIED': 'DENIED',
  'SUBMITTED: WITHDRAWN': 'WITHDRAWN',
  'SUBMITTED: CANCELLED': 'CANCELLED',
  'SUBMITTED: CANCELLED_BY_DOER': 'CANCELLED_BY_DOER',
};

const all = requestStates.flatMap(state => requestSteps.map(step => [state, step] as const));

test.each(all)('in %s: %s', (state: RequestState, step: RequestStep) => {
  expect(stateAfter(state, step)).toBe(allowed[`${state}: ${step}`] ?? null);
});

test('every state can be come to, and from APPROVED on nothing leads away', () => {
  const reached = new Set(all.map(([state, step]) => stateAfter(state, step)));
  expect(requestStates.filter(state => !reached.has(state))).toEqual([]);
  const final = requestStates.filter(state => requestSteps.every(step => stateAfter(state, step) === null));
  expect(final).toEqual(['APPROVED', 'DENIED', 'WITHDRAWN', 'CANCELLED', 'CANCELLED_BY_DOER']);
});

test('the regulator cancels by a state of its own, also when the account is of staff too', () => {
  expect(cancellationBy(new Set(['STAFF']))).toBe('CANCELLED');
  expect(cancellationBy(new Set(['REGULATOR']))).toBe('CANCELLED_BY_DOER');
  expect(cancellationBy(new Set(['STAFF', 'REGULATOR']))).toBe('CANCELLED_BY_DOER');
});
