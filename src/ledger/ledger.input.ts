import { Field, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { QuarterScalar } from '../boundary/scalars.js';
import type { Quarter } from '../domain/quarter.js';
import { certificateStates, ledgerEntryKinds } from './certificate.entity.js';

export const CertificateStateEnum = enumOf(certificateStates);
registerEnumType(CertificateStateEnum, {
  name: 'CertificateState',
  description: 'What became of certificates.',
  valuesConfig: {
    ACTIVE: { description: 'Can be used.' },
    PENDING: { description: 'Offered to another account, waiting for its answer.' },
    RETAIL: { description: 'In the retail sub-account, for compliance.' },
    RESERVE: { description: 'In the reserve sub-account.' },
    BANKED: { description: 'Set aside for a later trading period of the same year.' },
    DEPOSITED: { description: 'Deposited for the Solar Credit Clearinghouse Auction.' },
    RETIRED: { description: 'Used; can never be used again.' },
    ROLLED_BACK: { description: 'Taken back, since their month was corrected; the month was issued anew.' },
  },
});

export const LedgerEntryKindEnum = enumOf(ledgerEntryKinds);
registerEnumType(LedgerEntryKindEnum, {
  name: 'LedgerEntryKind',
  description: 'What a ledger entry records.',
  valuesConfig: {
    MINT: { description: 'Certificates came into being in the account that holds the asset in that month.' },
    RETIRE_REMAINDER: {
      description: 'The part of the production that the SREC factor leaves out, retired on behalf of the generator.',
    },
    RETIRE: { description: 'Certificates were retired by their owner.' },
    OFFER: { description: 'Certificates were offered to another account.' },
    TAKE_BACK: { description: 'An offer was rejected, withdrawn or lapsed.' },
    TRANSFER: { description: 'Certificates went to another account.' },
    TO_ACTIVE: { description: 'Certificates went back to the active sub-account.' },
    TO_RETAIL: { description: 'Certificates went to the retail sub-account, for compliance.' },
    TO_RESERVE: { description: 'Certificates went to the reserve sub-account.' },
    TO_BANKED: { description: 'Certificates were set aside for a later trading period of the year.' },
    DEPOSIT: { description: 'Certificates were deposited for the auction.' },
    SELL: { description: 'Certificates were sold in the auction and minted anew for its buyer.' },
    RETURN: { description: 'Certificates were not sold in the auction and came back, minted anew.' },
    RETIRE_COMPLIANCE: { description: 'Certificates of a retail sub-account were retired when the year closed.' },
    RETIRE_RESERVE: { description: 'Certificates of a reserve sub-account were retired when the year closed.' },
    RETIRE_RESIDUAL: { description: 'Certificates that nobody used went to the residual mix when the year closed.' },
    ROLL_BACK: { description: 'Certificates were taken back untouched, to be issued anew from corrected production.' },
    ROLL_BACK_REMAINDER: { description: 'The retired remainder of a month that was rolled back.' },
    ADJUST: { description: 'A debit or credit against the next issuance of the asset.' },
  },
});

@InputType({ description: 'A quarter to be reported or issued.' })
export class QuarterInput {
  @Field(() => QuarterScalar, { description: 'The generation quarter.' })
  quarter!: Quarter;

  @Field(() => String, { description: 'Why, for the record; name no person: the ledger keeps it for ever.' })
  reason!: string;
}

@InputType({ description: 'Certificates to be retired.' })
export class RetireCertificatesInput {
  @Field(() => [String], {
    description: '1 to 20000 ranges of serial numbers as the market shows them: `4086133 - 24 to 137`.',
  })
  ranges!: string[];

  @Field(() => String, { description: 'Why, for the record, at most 2,000 characters; name no person.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In whose name they are retired; private, and not part of the hashed ledger.',
  })
  beneficiary?: string | null;
}
