import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../boundary/enum-of.js';
import { connectionOf } from '../boundary/page.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import {
  type RequestKind,
  type RequestState,
  type RequestStep,
  requestKinds,
  requestStates,
  requestSteps,
} from '../domain/request-steps.js';
import { MutationPayload } from '../platform/mutation.type.js';
import {
  type DocumentPurpose,
  documentPurposes,
  type RequestDocumentRow,
  type RequestEventRow,
  type RequestRow,
} from './request.entity.js';

export const RequestKindEnum = enumOf(requestKinds);
registerEnumType(RequestKindEnum, {
  name: 'RequestKind',
  description: 'What is asked for.',
  valuesConfig: {
    REGISTRATION: { description: 'An account and a system.' },
    QUALIFICATION: { description: 'A statement of qualification (SQA).' },
    METER_MODEL: { description: 'The approval of a model of meter.' },
    DAS_PROVIDER: { description: 'The approval as a DAS provider.' },
    REPORTER_CHANGE: { description: 'Another system representative.' },
    REC_TRANSFER: { description: 'The certificate rights go to another organisation.' },
    GIS_HOLDER_CHANGE: { description: 'The system goes to the GIS asset of another account holder (aggregator).' },
    HOUSE_SALE: { description: 'Another system owner, with the certificate rights and the reporting.' },
  },
});

export const RequestStateEnum = enumOf(requestStates);
registerEnumType(RequestStateEnum, {
  name: 'RequestState',
  description: 'Where a request stands.',
  valuesConfig: {
    DRAFT: { description: 'Being written; only its own organisation sees it.' },
    SUBMITTED: { description: 'Waits for a decision.' },
    APPROVED: { description: 'Approved and carried out. Final.' },
    DENIED: { description: 'An application was denied. Final.' },
    WITHDRAWN: { description: 'Taken back by whoever asked. Final.' },
    CANCELLED: { description: 'Cancelled by staff, or on the objection of who holds the system. Final.' },
    CANCELLED_BY_DOER: { description: 'Cancelled by the regulator. Final.' },
  },
});

export const RequestStepEnum = enumOf(requestSteps);
registerEnumType(RequestStepEnum, {
  name: 'RequestStep',
  description: 'What was done to a request.',
  valuesConfig: {
    DRAFTED: { description: 'Written, or written anew, as a draft.' },
    SUBMITTED: { description: 'Submitted.' },
    REVIEWED: { description: 'Staff confirmed figures or terms.' },
    VERIFIED: { description: 'The regulator verified it.' },
    APPROVED: { description: 'Approved.' },
    DENIED: { description: 'Denied.' },
    WITHDRAWN: { description: 'Withdrawn.' },
    CANCELLED: { description: 'Cancelled by staff, or on the objection of who holds the system.' },
    CANCELLED_BY_DOER: { description: 'Cancelled by the regulator.' },
  },
});

export const DocumentPurposeEnum = enumOf(documentPurposes);
registerEnumType(DocumentPurposeEnum, {
  name: 'DocumentPurpose',
  description: 'What a document proves.',
  valuesConfig: {
    SIGNED_CONTRACT: { description: 'A contract, signed by its parties.' },
    AUTHORIZATION_TO_INTERCONNECT: { description: "The utility's authorization to interconnect." },
    COST_BREAKDOWN: { description: 'What was paid, and by whom.' },
    METER_PHOTO: { description: 'A photograph of the meter.' },
    TEST_REPORT: { description: 'A report on tests of a device.' },
    OTHER: { description: 'Something else.' },
  },
});

@InputType({ description: 'A document that your organisation filed, and what it proves.' })
export class EvidenceInput {
  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => DocumentPurposeEnum, { description: 'What it proves.' })
  purpose!: DocumentPurpose;
}

@ObjectType({
  description:
    'Something that was asked for: an application or a change request. What exactly is in the field of its kind; it is carried out when it is approved.',
})
export class Request
  implements
    Pick<RequestRow, 'id' | 'kind' | 'state' | 'submittedAt' | 'verifiedAt' | 'decidedAt' | 'createdAt' | 'recordedAt'>
{
  @Field(() => ID, { description: 'Identifies the request.' })
  id!: string;

  @Field(() => RequestKindEnum, { description: 'What is asked for.' })
  kind!: RequestKind;

  @Field(() => RequestStateEnum, { description: 'Where it stands.' })
  state!: RequestState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted.' })
  submittedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the regulator verified it.' })
  verifiedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it came to its final state.' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;
}

export const RequestConnection = connectionOf(Request, 'Request');

@ObjectType({ description: 'A step on the way of a request.' })
export class RequestEvent
  implements Pick<RequestEventRow, 'sequence' | 'step' | 'reason' | 'occurredAt' | 'recordedAt'>
{
  @Field(() => Int, { description: 'Number of the step, from 1.' })
  sequence!: number;

  @Field(() => RequestStepEnum, { description: 'What was done.' })
  step!: RequestStep;

  @Field(() => String, { description: 'Why, as stated by whoever did it.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the database recorded it.' })
  recordedAt!: Date;
}

@ObjectType({ description: 'A document that stands behind a request.' })
export class RequestEvidence implements Pick<RequestDocumentRow, 'purpose'> {
  @Field(() => DocumentPurposeEnum, { description: 'What it proves.' })
  purpose!: DocumentPurpose;
}

@ObjectType({ implements: MutationPayload, description: 'The request, and where it stands now.' })
export class RequestPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id. In a dry run the id is not kept.' })
  requestId!: string;

  @Field(() => RequestStateEnum, { description: 'Where it stands now.' })
  state!: RequestState;
}
