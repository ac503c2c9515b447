import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../boundary/scalars.js';
import type { DocumentRow, TermsAcceptanceRow } from './document.entity.js';

@ObjectType({ description: 'A file that an organisation filed as evidence, kept as it came.' })
export class Document implements Pick<DocumentRow, 'id' | 'name' | 'mediaType' | 'byteLength' | 'createdAt'> {
  @Field(() => ID, { description: 'Identifies the document. Its content: GET /documents/<id>, with your credential.' })
  id!: string;

  @Field(() => String, { description: 'Name of the file.' })
  name!: string;

  @Field(() => String, { description: '`application/pdf`, `image/png` or `image/jpeg`.' })
  mediaType!: DocumentRow['mediaType'];

  @Field(() => Int, { description: 'Its size in bytes.' })
  byteLength!: number;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  createdAt!: Date;
}

@ObjectType({ description: 'That an organisation accepted a version of the SREC terms and conditions.' })
export class TermsAcceptance
  implements Pick<TermsAcceptanceRow, 'id' | 'versionId' | 'evidence' | 'createdAt' | 'recordedAt'>
{
  @Field(() => ID, { description: 'Identifies the acceptance.' })
  id!: string;

  @Field(() => ID, { description: 'The version that was accepted: `programDocuments { versions { id } }`.' })
  versionId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What proves it; null: accepted by an account of the organisation.',
  })
  evidence!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was accepted, or staff recorded it.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;
}
