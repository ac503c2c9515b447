import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../boundary/page.js';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { MutationPayload } from '../platform/mutation.type.js';
import { RequestPayload } from '../request/request.type.js';
import type { DasApplicationContent } from './das-application.js';
import type { DasProviderRow } from './das-provider.entity.js';

@ObjectType({ description: 'An approval of an organisation as a Data Acquisition System (DAS) provider.' })
export class DasProvider implements Pick<DasProviderRow, 'approvedOn' | 'revokedOn'> {
  @Field(() => DateScalar, { description: 'First day of the approval.' })
  approvedOn!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it is no longer approved.' })
  revokedOn!: LocalDate | null;
}

export const DasProviderConnection = connectionOf(DasProvider, 'DasProvider');

@ObjectType({ description: 'An application for the approval as a DAS provider.' })
export class DasProviderApplication implements Pick<DasApplicationContent, 'website' | 'contact' | 'description'> {
  @Field(() => String, { nullable: true, description: 'Address of its site on the web.' })
  website!: string | null;

  @Field(() => String, { description: 'Whom to ask, and how.' })
  contact!: string;

  @Field(() => String, { nullable: true, description: 'How it acquires and sends readings.' })
  description!: string | null;
}

@ObjectType({ implements: MutationPayload, description: 'The application approved, and the organisation.' })
export class ApproveDasProviderApplicationPayload extends RequestPayload {
  @Field(() => ID, { description: 'The organisation approved.' })
  organisationId!: string;
}
