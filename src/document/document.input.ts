import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../boundary/scalars.js';
import type { LocalDate } from '../domain/local-date.js';

@InputType({ description: 'A file to be kept as evidence: PDF, PNG or JPEG, at most 5 MiB.' })
export class FileDocumentInput {
  @Field(() => String, { description: 'Name of the file, at most 200 characters.' })
  name!: string;

  @Field(() => String, {
    description: 'What it is: `application/pdf`, `image/png` or `image/jpeg`. The content must be that.',
  })
  mediaType!: string;

  @Field(() => String, {
    description: 'The content in base64 with padding, in one line. Send it as a variable.',
  })
  contentBase64!: string;
}

@InputType({ description: 'A version of a document of the programme, to be published.' })
export class PublishProgramDocumentInput {
  @Field(() => String, { description: 'The document, as `programDocuments` calls it.' })
  slug!: string;

  @Field(() => String, { description: 'The version, at most 40 characters; a new one.' })
  version!: string;

  @Field(() => DateScalar, { description: 'Day on which it was published; not after today.' })
  publishedOn!: LocalDate;

  @Field(() => ID, {
    nullable: true,
    description:
      'The file, filed by your organisation: from now on everybody may read it. Absent: only the source is named.',
  })
  documentId?: string | null;

  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;
}

@InputType({ description: 'An acceptance of the SREC terms and conditions.' })
export class AcceptTermsInput {
  @Field(() => ID, { description: 'The version of the terms: `programDocuments { slug versions { id } }`.' })
  versionId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that accepts; absent: your own. Only staff names another.',
  })
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What proves it, e.g. the signed form; staff must say it.',
  })
  evidence?: string | null;
}
