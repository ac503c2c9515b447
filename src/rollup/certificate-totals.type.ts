import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateTimeScalar } from '../boundary/scalars.js';

export const certificateGroupings = ['MONTH', 'QUARTER', 'PROGRAM', 'TOWN', 'SECTOR'] as const;
export type CertificateGrouping = (typeof certificateGroupings)[number];
export const CertificateGroupingEnum = enumOf(certificateGroupings);
registerEnumType(CertificateGroupingEnum, {
  name: 'CertificateGrouping',
  description: 'By what certificates are summed.',
  valuesConfig: {
    MONTH: { description: 'Vintage month, `YYYY-MM`.' },
    QUARTER: { description: 'Quarter of the vintage month, `YYYY-Qn`.' },
    PROGRAM: { description: 'Programme.' },
    TOWN: { description: 'City or town of the systems that they come from; null: of several towns together.' },
    SECTOR: {
      description: 'SREC II market sector of those systems in the month; null: none, or several together.',
    },
  },
});

@ObjectType({ description: 'Certificates of a month, quarter, programme, town or sector.' })
export class CertificateGroup {
  @Field(() => String, { nullable: true, description: 'Which one; null: of none, or of systems of several.' })
  group!: string | null;

  @Field(() => Int, {
    description: 'Certificates that were minted and not taken back, whoever has them today.',
  })
  certificatesMinted!: number;
}

@ObjectType({
  description:
    'Certificates by group: of the state for staff and the regulator; for others those that were minted into the accounts of their organisation.',
})
export class CertificateTotals {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when every change is in it, by the real clock; at most a minute ago while a worker runs. null: never rolled up.',
  })
  asOf!: Date | null;

  @Field(() => [CertificateGroup], {
    description: 'The groups, in their order; those without certificates are left out. They add up to all of the span.',
  })
  groups!: readonly CertificateGroup[];
}
