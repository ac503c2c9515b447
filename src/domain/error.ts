/**
 * Every refusal the house can give, in one closed list: code -> what it means and what to do.
 * The README lists the same codes; a test compares both directions.
 */
export const refusalCodes = {
  UNAUTHENTICATED: 'No valid credential came with the request. Send `Authorization: Bearer <token>`.',
  FORBIDDEN: 'This kind of account may never do this. Use an account of the kind that the field names.',
  NOT_FOUND: 'There is no such object, or it is not yours to see.',
  BAD_USER_INPUT: 'A value cannot be read or breaks a rule of its field. Correct the value named in the facts.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalCodes;

/** The facts a refusal carries: the offending value, what was expected. Plain values, safe to show to the caller. */
export type RefusalFacts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A rule said no. Not a defect: it has a stable code, a sentence for a person and the facts that led there. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, message: string, facts: RefusalFacts = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }
}
