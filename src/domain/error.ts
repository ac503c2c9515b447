/**
 * Every refusal the house can give, in one closed list: code -> what it means and what to do.
 * The README lists the same codes; a test compares both directions.
 */
export const refusalCodes = {
  UNAUTHENTICATED: 'No valid credential came with the request. Send `Authorization: Bearer <token>`.',
  FORBIDDEN:
    'This kind of account, or this credential, may not do this. Use an account of a kind, or a credential with the scope, that the facts name.',
  NOT_FOUND: 'There is no such object, or it is not yours to see.',
  BAD_USER_INPUT: 'A value cannot be read or breaks a rule of its field. Correct the value named in the facts.',
  NO_RULE_IN_FORCE:
    'No verified figure is on record for this date. Choose another date or add a dated row with its source.',
  READING_IN_FUTURE: 'The reading is dated after its submission. Read the meter first, then report.',
  OUTSIDE_REPORTING_WINDOW:
    'Reading and submission must lie in one reporting window: the last five days of a month and the first five of the next. Report again when the window named in the facts is open.',
  AUTOMATED_REPORTING_REQUIRED:
    'Above the manual reporting limit this system reports automatically only. Report through its DAS provider.',
  REVENUE_GRADE_METER_REQUIRED:
    'Systems that MassCEC funded or that are qualified report from a utility revenue quality meter. Have such a meter set up.',
  MONTH_ALREADY_ISSUED:
    'Certificates were issued for this month, or from the reading that is in force. Ask staff for a correction.',
  LATER_READING_EXISTS: 'A reading of a later month is in force. Ask staff for a correction.',
  READING_NOT_AFTER_PREVIOUS:
    'The reading is not later than the reading (or the installation) before it. Correct its date.',
  METER_DECREASE:
    'A cumulative meter value never falls. Correct the value, or have the replacement or rollover of the meter recorded.',
  ABOVE_NAMEPLATE:
    'The system cannot have produced this much at nameplate capacity since the reading before. Correct the value.',
  IDEMPOTENCY_KEY_REUSED:
    'The idempotency key was used before with other content. Send a new key for a new request, the same content for a retry.',
  CONFLICT:
    'The change collides with what is on record (the facts name the rule). Read the present state, then decide.',
  MONTH_ROW_REPEATED:
    'Another row of this call is for the same meter and month. Send one row for each meter and month.',
  REFUSED_WITH_OTHERS:
    'The row is good by itself; all or none were to be stored, and another row was refused. Mend that one and send all again.',
  NOT_REPRESENTED:
    'No such system or meter among those that this organisation represents today. Check the PTS id, or have staff appoint you.',
  BEFORE_SCHEDULE:
    'It is not time for this yet: quarters are reported on the 10th and minted on the 15th of the first month of the second quarter after them, certificates change hands in the two months after a mint date, and a trading year is closed after June 15. Wait for the day in the facts.',
  QUARTER_NOT_REPORTED:
    'A quarter is reported to the GIS, and the report frozen, before it is issued. Report it first.',
  QUARTER_BEING_ISSUED:
    'A quarter is being issued, and what decides where certificates go stands still meanwhile. Try again in a minute.',
  ASSET_WITHOUT_HOLDER:
    'No GIS account holds the asset in a month in which it has, or would have, production. Assign it from that month on first.',
  QUARTER_OUT_OF_ORDER:
    'An earlier quarter with production is not issued yet, a later one is, or an earlier trading year is not closed. Issue quarters, and close years, in order.',
  CERTIFICATES_NOT_HELD: 'These serial numbers are not all in an account of your organisation and free for this.',
  CERTIFICATES_EXPIRED:
    'The last trading year of these certificates is over or closed: they cannot move any more. Name others.',
  NOT_OPEN:
    'What is asked for has a time of its own, and this is not it. The facts say from when and until when; come back then.',
  CERTIFICATES_NOT_DEPOSITABLE:
    'Certificates are deposited for the auction of their programme and generation year, once, if they were generated inside the opt-in term. The facts name the first range that is otherwise.',
  BIDDER_NOT_QUALIFIED:
    'Bids are taken from qualified bidders: a supplier, or whoever posted enough security. Have staff qualify your organisation.',
  EXEMPT_FROM_COMPLIANCE: 'Municipal light districts owe nothing, and file nothing.',
  CLOCK_NOT_MOVABLE: 'The clock is real: it can be set in sandbox mode only.',
  DOCUMENT_NOT_ACCEPTED:
    'A document is a PDF, PNG or JPEG file of at most 5 MiB whose content is what its type says. Send such a file.',
  EVIDENCE_REQUIRED: 'This takes evidence: file the document that the facts name, then name it here.',
  REQUEST_IN_PROGRESS:
    'A request of this kind is in progress for the system. Wait for its decision, or have it withdrawn.',
  REQUEST_NOT_OPEN:
    'The request, transfer or authorization is not in a state in which this can be done. Read it, or open a new one.',
  VERIFICATION_REQUIRED: 'A transfer of the rights of an SREC system takes effect after the regulator has verified it.',
  TERMS_NOT_ACCEPTED:
    'Nothing is issued for an SREC system before the holder of its GIS account has accepted the SREC terms and conditions. Have them accepted.',
  NOTHING_TO_CORRECT: 'What is on record says this already, or there is nothing on record to be corrected.',
  TOO_MANY_ROWS: 'One call takes at least one row, and at most the number named in the facts. Split it, or send some.',
  CURSOR_EXPIRED:
    'The cursor was handed out by another database. Read what you keep anew, then begin without a cursor, or from now.',
  NOT_ELIGIBLE: 'The system does not qualify. The facts name every reason with its rule.',
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
