import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';
import { type ProgramDocumentKind, type ProgramDocumentRow, programDocumentKinds } from './document.entity.js';
import type { ProgramDocumentVersionWithFile } from './program-documents.js';

export const ProgramDocumentKindEnum = enumOf(programDocumentKinds);
registerEnumType(ProgramDocumentKindEnum, {
  name: 'ProgramDocumentKind',
  description: 'What a document of the programme is for.',
  valuesConfig: {
    GUIDE: { description: 'Explains how something is done.' },
    TERMS: { description: 'Terms and conditions, to be accepted.' },
    FORM: { description: 'To be filled in.' },
    LIST: { description: 'A list, e.g. of approved meters.' },
  },
});

@ObjectType({ description: 'A version of a document of the programme. A version never changes.' })
export class ProgramDocumentVersion
  implements Pick<ProgramDocumentVersionWithFile, 'id' | 'version' | 'publishedOn' | 'source' | 'sha256'>
{
  @Field(() => ID, { description: 'Identifies the version.' })
  id!: string;

  @Field(() => String, { description: 'What the programme calls it.' })
  version!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was published; null: not known.' })
  publishedOn!: LocalDate | null;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of its file, 64 hexadecimal digits.' })
  sha256!: string | null;
}

@ObjectType({ description: 'A document that the programme publishes: a guide, terms, a form or a list.' })
export class ProgramDocument implements Pick<ProgramDocumentRow, 'slug' | 'title' | 'kind'> {
  @Field(() => String, { description: 'Its short name, e.g. `srec-terms-and-conditions`.' })
  slug!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ProgramDocumentKindEnum, { description: 'What it is for.' })
  kind!: ProgramDocumentKind;
}
