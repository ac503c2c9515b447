import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DecimalScalar, MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import { maximumRanges } from '../ledger/ranges-of.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import { maximumTransfers } from './limits.js';
import type { TransferState } from './market.entity.js';
import { TransferStateEnum } from './market.type.js';

import { StandingFillEnum, StandingMethodEnum } from './standing-transfer.type.js';
import { type Subaccount, subaccounts } from './subaccount.js';

const whyInLedger = 'Why, for the record; name no person: the ledger keeps it for ever.';

export const SubaccountEnum = enumOf(subaccounts);
registerEnumType(SubaccountEnum, {
  name: 'Subaccount',
  description: 'A sub-account of a GIS account.',
  valuesConfig: {
    ACTIVE: { description: 'Free for everything.' },
    RETAIL: { description: 'For compliance; retired for it when the trading year is closed. Suppliers alone.' },
    RESERVE: { description: 'Reserved; retired as such when the trading year is closed.' },
    BANKED: { description: 'Set aside for a later trading period of the same trading year.' },
  },
});

export const directions = ['IN', 'OUT'] as const;
export const TransferDirectionEnum = enumOf(directions);
registerEnumType(TransferDirectionEnum, {
  name: 'TransferDirection',
  description: 'On which side of a transfer your accounts are.',
  valuesConfig: {
    IN: { description: 'They receive.' },
    OUT: { description: 'They give.' },
  },
});

@InputType({ description: 'Certificates for another account.' })
export class TransferInput {
  @Field(() => ID, { description: 'The GIS account that they lie in, active.' })
  fromGisAccountId!: string;

  @Field(() => ID, { description: 'The GIS account, whoever has it, that they are for.' })
  toGisAccountId!: string;

  @Field(() => [String], { description: 'Ranges of serial numbers, also parts of one: `4086133 - 24 to 137`.' })
  ranges!: string[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Price of one certificate in dollars; private to the parties and the broker who proposes it.',
  })
  priceDollars?: Decimal | null;

  @Field(() => String, { nullable: true, description: 'For the other party; as private as the price.' })
  note?: string | null;
}

@InputType({ description: 'Transfers that are offered together: all of them or none.' })
export class OfferTransfersInput {
  @Field(() => [TransferInput], {
    description: `1 to ${maximumTransfers} transfers, with ${maximumRanges} ranges in all; no certificate twice.`,
  })
  transfers!: TransferInput[];

  @Field(() => String, { description: whyInLedger })
  reason!: string;
}

@InputType({ description: 'A transfer to be decided.' })
export class TransferDecisionInput {
  @Field(() => ID, { description: 'The transfer.' })
  transferId!: string;

  @Field(() => String, { description: whyInLedger })
  reason!: string;
}

@InputType({ description: 'Which transfers.' })
export class TransferFilter {
  @Field(() => [TransferStateEnum], { nullable: true, description: 'Only in these states.' })
  states?: TransferState[] | null;

  @Field(() => TransferDirectionEnum, { nullable: true, description: 'Only those on this side of your accounts.' })
  direction?: (typeof directions)[number] | null;
}

@InputType({ description: 'Certificates for another sub-account of the account that they lie in.' })
export class MoveToSubaccountInput {
  @Field(() => [String], {
    description: `1 to ${maximumRanges} ranges of serial numbers: \`4086133 - 24 to 137\`; in any of the other sub-accounts.`,
  })
  ranges!: string[];

  @Field(() => SubaccountEnum, { description: 'Where to.' })
  subaccount!: Subaccount;

  @Field(() => String, { description: whyInLedger })
  reason!: string;
}

@InputType({ description: 'A broker to be authorized.' })
export class AuthorizeBrokerInput {
  @Field(() => ID, { description: 'The organisation of the broker.' })
  brokerOrganisationId!: string;

  @Field(() => DateScalar, { description: 'First day on which it may propose; today or later.' })
  fromOn!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer may; absent: it goes on.' })
  untilOn?: LocalDate | null;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'An authorization to be ended.' })
export class EndBrokerAuthorizationInput {
  @Field(() => ID, { description: 'The authorization.' })
  authorizationId!: string;

  @Field(() => String, { description: 'Why it ends.' })
  reason!: string;
}

@InputType({ description: 'A standing (forward) transfer to be offered.' })
export class OfferStandingTransferInput {
  @Field(() => String, { description: 'What to call it, at most 100 characters.' })
  alias!: string;

  @Field(() => ID, { description: 'The GIS account of yours that gives.' })
  fromGisAccountId!: string;

  @Field(() => ID, { description: 'The GIS account that receives.' })
  toGisAccountId!: string;

  @Field(() => ProgramEnum, { description: 'The programme of the certificates.' })
  program!: Program;

  @Field(() => MonthScalar, { description: 'First vintage month.' })
  beginMonth!: Month;

  @Field(() => MonthScalar, { description: 'Last vintage month.' })
  endMonth!: Month;

  @Field(() => StandingMethodEnum, { description: 'How many each month.' })
  method!: 'PERCENT' | 'AMOUNT';

  @Field(() => DecimalScalar, { nullable: true, description: 'Share in percent, above 0, at most 100; with PERCENT.' })
  sharePercent?: Decimal | null;

  @Field(() => Int, { nullable: true, description: 'Certificates a month, above 0; with AMOUNT.' })
  monthlyQuantity?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only of this asset, by its id at the GIS; absent: of all.' })
  gisId?: string | null;

  @Field(() => Int, { defaultValue: 0, description: '1 to 99, 1 first; 0 last.' })
  priority!: number;

  @Field(() => StandingFillEnum, { description: 'What to do in a month with fewer certificates.' })
  fill!: 'ALL_OR_NOTHING' | 'PARTIAL';

  @Field(() => Boolean, { defaultValue: false, description: 'true: you cannot withdraw it once it is approved.' })
  irrevocable!: boolean;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Price of one certificate in dollars; private to the parties.',
  })
  priceDollars?: Decimal | null;
}

@InputType({ description: 'A standing transfer to be decided.' })
export class StandingTransferDecisionInput {
  @Field(() => ID, { description: 'The standing transfer.' })
  standingTransferId!: string;
}

@InputType({ description: 'A trading period to be opened.' })
export class OpenTradingPeriodInput {
  @Field(() => QuarterScalar, { description: 'The quarter that was issued.' })
  quarter!: Quarter;

  @Field(() => String, { description: whyInLedger })
  reason!: string;
}

@InputType({ description: 'A trading year to be closed.' })
export class CloseTradingYearInput {
  @Field(() => Int, { description: 'The calendar year of generation.' })
  year!: number;

  @Field(() => String, { description: whyInLedger })
  reason!: string;
}
