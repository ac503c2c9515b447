import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import type { DocumentPurpose } from '../request/request.entity.js';
import { EvidenceInput } from '../request/request.type.js';

@InputType({ description: 'An application of your organisation for the approval as a DAS provider.' })
export class ApplyAsDasProviderInput {
  @Field(() => String, {
    nullable: true,
    description: 'Address of its site on the web, http or https, at most 500 characters.',
  })
  website?: string | null;

  @Field(() => String, { description: 'Whom to ask, and how; at most 2000 characters.' })
  contact!: string;

  @Field(() => String, { nullable: true, description: 'How it acquires and sends readings; at most 2000 characters.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'The draft that this takes the place of.' })
  draftId?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'false: it stays a draft, which only your organisation sees.',
  })
  submit!: boolean;

  @Field(() => [EvidenceInput], { defaultValue: [], description: 'Documents that stand behind it, at most 20.' })
  evidence!: { readonly documentId: string; readonly purpose: DocumentPurpose }[];

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType({ description: 'The approval of an organisation that applied as a DAS provider.' })
export class ApproveDasProviderApplicationInput {
  @Field(() => ID, { description: 'The application.' })
  requestId!: string;

  @Field(() => DateScalar, { description: 'First day of the approval.' })
  approvedOn!: LocalDate;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}
