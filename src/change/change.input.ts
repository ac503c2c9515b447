import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { OrganisationKindEnum } from '../account/account.type.js';
import type { OrganisationKind } from '../account/organisation.entity.js';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar, DecimalScalar, MonthScalar } from '../boundary/scalars.js';
import type { Decimal } from '../domain/decimal.js';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { EvidenceInput } from '../request/request.type.js';

@InputType({
  description:
    'A party: either an organisation on record by its id, or somebody by name, e-mail address and kind. Who is known by the address is matched on approval and nothing of it is altered; otherwise an organisation and an account are opened.',
})
export class ChangePartyInput {
  @Field(() => ID, { nullable: true, description: 'The organisation; then nothing else.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the person or body, at most 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => OrganisationKindEnum, { nullable: true, description: 'Person, company or public body.' })
  organisationKind?: OrganisationKind | null;
}

/** What every change is asked for with. */
@InputType({ description: 'What every change is asked for with.' })
export class AskInput {
  @Field(() => String, { description: 'Why, at most 2000 characters.' })
  reason!: string;

  @Field(() => [EvidenceInput], {
    defaultValue: [],
    description: 'Documents that your organisation filed, each with what it proves; at most 20.',
  })
  evidence!: EvidenceInput[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'false: it is kept as a draft that only your organisation sees, and evidence may follow.',
  })
  submit!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'A draft of your organisation, of the same kind: this takes its place.',
  })
  draftId?: string | null;
}

@InputType({ description: 'The organisation that is to report.' })
export class ReporterInput {
  @Field(() => ID, { description: 'The organisation; it has an account of kind SYSTEM_REPRESENTATIVE.' })
  organisationId!: string;
}

@InputType({ description: 'Another organisation is to report for a system.' })
export class RequestReporterChangeInput extends AskInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ReporterInput, { description: 'Who is to report.' })
  representative!: ReporterInput;

  @Field(() => DateScalar, { description: 'First day on which it reports; at most a year ahead.' })
  fromOn!: LocalDate;
}

@InputType({ description: 'The certificate rights of a system are to go to somebody else.' })
export class RequestRecTransferInput extends AskInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ChangePartyInput, { description: 'Who is to hold the rights.' })
  to!: ChangePartyInput;

  @Field(() => MonthScalar, {
    description: 'First month whose production belongs to it; not reported to the GIS yet, at most a year ahead.',
  })
  effectiveMonth!: Month;
}

@InputType({ description: 'A system is to join a GIS asset that your organisation holds.' })
export class RequestGisHolderChangeInput extends AskInput {
  @Field(() => ID, { description: 'PTS id of the system. You need not see it: zip and capacity guard against a slip.' })
  ptsId!: string;

  @Field(() => String, {
    description:
      'ZIP code of the system, as on record. It is public: it guards against a slip, not against a stranger.',
  })
  zip!: string;

  @Field(() => DecimalScalar, {
    description: 'Nameplate capacity of the system in kW, as on record. It is public too.',
  })
  capacityKw!: Decimal;

  @Field(() => ID, { description: 'The asset, by its id at the GIS; your organisation holds it in that month.' })
  gisId!: string;

  @Field(() => ChangePartyInput, {
    nullable: true,
    description:
      'Who is to hold the certificate rights from that month on; absent: they stay where they are. Your organisation holds them today, or the one that you name by its id does; staff names anybody.',
  })
  recOwner?: ChangePartyInput | null;

  @Field(() => MonthScalar, {
    description: 'First month in the asset; not reported to the GIS yet, at most a year ahead.',
  })
  effectiveMonth!: Month;
}

export const saleShares = ['KEEP', 'BUYER'] as const;
export type SaleShare = (typeof saleShares)[number];
export const SaleShareEnum = enumOf(saleShares);
registerEnumType(SaleShareEnum, {
  name: 'SaleShare',
  description: 'What becomes of something when the house is sold.',
  valuesConfig: {
    KEEP: { description: 'It stays with whoever holds it.' },
    BUYER: { description: 'It goes to the buyer.' },
  },
});

export const saleReporters = ['KEEP', 'BUYER', 'OTHER'] as const;
export type SaleReporter = (typeof saleReporters)[number];
export const SaleReporterEnum = enumOf(saleReporters);
registerEnumType(SaleReporterEnum, {
  name: 'SaleReporter',
  description: 'Who reports after the house is sold.',
  valuesConfig: {
    KEEP: { description: 'Whoever reports now.' },
    BUYER: { description: 'The buyer.' },
    OTHER: { description: 'Another organisation, which is named.' },
  },
});

@InputType({ description: 'Who is to report after the sale.' })
export class SaleReporterInput {
  @Field(() => SaleReporterEnum, { description: 'Who.' })
  who!: SaleReporter;

  @Field(() => ID, { nullable: true, description: 'With OTHER, and only then: the organisation.' })
  organisationId?: string | null;
}

@InputType({ description: 'The house with the system was sold: owner, certificate rights and reporting in one.' })
export class RequestHouseSaleInput extends AskInput {
  @Field(() => ID, { description: 'PTS id of the system.' })
  ptsId!: string;

  @Field(() => ChangePartyInput, { description: 'The buyer: system owner from the day of the sale on.' })
  buyer!: ChangePartyInput;

  @Field(() => DateScalar, { description: 'Day of the sale; at most a year ahead.' })
  soldOn!: LocalDate;

  @Field(() => SaleShareEnum, {
    description:
      'What becomes of the certificate rights. BUYER takes them to be of your organisation today (or staff to ask). To the buyer they go from the first day of the month after the sale on: the production of a month belongs to one.',
  })
  recOwner!: SaleShare;

  @Field(() => SaleReporterInput, { description: 'Who reports from the day of the sale on.' })
  reporter!: SaleReporterInput;
}

@InputType({ description: 'The approval of a change request.' })
export class ApproveChangeInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'An objection to a change that another organisation asked for.' })
export class ObjectToChangeInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why, at most 2000 characters; whoever asked reads it.' })
  reason!: string;
}

@InputType({ description: "The regulator's verification of a transfer of certificate rights." })
export class VerifyRecTransferInput {
  @Field(() => ID, { description: 'The request.' })
  requestId!: string;

  @Field(() => String, { description: 'Why; what was verified.' })
  reason!: string;
}
