import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DecimalScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import { type SupplierKind, supplierKinds } from './compliance.entity.js';

export const SupplierKindEnum = enumOf(supplierKinds);
registerEnumType(SupplierKindEnum, {
  name: 'SupplierKind',
  description: 'What kind of retail electricity supplier.',
  valuesConfig: {
    DISTRIBUTION_COMPANY: { description: 'A regulated distribution company.' },
    COMPETITIVE: { description: 'A competitive retail supplier.' },
    MUNICIPAL_LIGHT: { description: 'A municipal light district: exempt from the obligation.' },
  },
});

export const UseOrderEnum = enumOf(['NEW_FIRST', 'BANKED_FIRST']);
export type UseOrder = keyof typeof UseOrderEnum;
registerEnumType(UseOrderEnum, {
  name: 'UseOrder',
  description: 'What counts for the obligation first.',
  valuesConfig: {
    NEW_FIRST: { description: 'Certificates of the year, then credits.' },
    BANKED_FIRST: { description: 'Credits, the oldest first, then certificates of the year.' },
  },
});

@InputType({ description: 'A retail electricity supplier.' })
export class RegisterSupplierInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => SupplierKindEnum, { description: 'What kind.' })
  kind!: SupplierKind;

  @Field(() => Int, {
    description:
      'First compliance year for which it files here. It is taken to have complied in the years before that.',
  })
  sinceYear!: number;

  @Field(() => String, { description: 'Why, for the record.' })
  reason!: string;
}

@InputType({ description: 'Load under contracts of one day.' })
export class LoadInput {
  @Field(() => DateScalar, {
    description:
      'The day on which it was contracted. For load of many contracts with the same rules, one of their days.',
  })
  contractedOn!: LocalDate;

  @Field(() => Boolean, { defaultValue: false, description: 'true: Basic Service.' })
  basicService!: boolean;

  @Field(() => DecimalScalar, { description: 'Retail sales in MWh, at most three decimals.' })
  salesMwh!: Decimal;
}

@InputType({ description: 'Load of a compliance year.' })
export class EnterSupplierLoadInput {
  @Field(() => ID, { nullable: true, description: 'The supplier; staff names it, a supplier may leave it out.' })
  organisationId?: string | null;

  @Field(() => Int, { description: 'The compliance year.' })
  complianceYear!: number;

  @Field(() => [LoadInput], {
    description:
      'The load, at most 500 rows. A row takes the place of the one of the same day and service, which stays on record; 0 MWh ends it.',
  })
  loads!: LoadInput[];

  @Field(() => String, { description: 'What proves it: at most 2,000 characters.' })
  evidence!: string;
}

@InputType({ description: 'An annual compliance filing.' })
export class SubmitFilingInput {
  @Field(() => Int, { description: 'The compliance year.' })
  complianceYear!: number;

  @Field(() => UseOrderEnum, { description: 'What counts first.' })
  useOrder!: UseOrder;

  @Field(() => String, { description: 'A word for the regulator: at most 2,000 characters; name no person.' })
  reason!: string;
}

@InputType({ description: 'A decision on a filing.' })
export class DecideFilingInput {
  @Field(() => ID, { description: 'The filing.' })
  filingId!: string;

  @Field(() => Boolean, { description: 'true: approved. false: returned, to be filed again.' })
  approve!: boolean;

  @Field(() => String, { description: 'Why: at most 2,000 characters.' })
  reason!: string;
}
