import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organisation } from '../account/account.type.js';
import { loadOrganisation } from '../account/load-organisation.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { DateTimeScalar } from '../boundary/scalars.js';
import { SubmitReadingsPayload } from '../metering/reading.type.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { ReadingOutcomeConnection } from '../submission/upload.type.js';
import { caseListVersion, conformanceCases } from './cases.js';
import { confirmConformanceReceipt } from './confirm-receipt.js';
import type { ConformanceCertificateRow, ConformanceRunRow } from './conformance.entity.js';
import {
  ConfirmConformanceReceiptInput,
  MoveConformanceClockInput,
  StartConformanceRunInput,
  SubmitConformanceReadingsInput,
} from './conformance.input.js';
import {
  ConfirmConformanceReceiptPayload,
  MoveConformanceClockPayload,
  StartConformanceRunPayload,
} from './conformance.payload.js';
import {
  ConformanceCall,
  ConformanceCaseForm,
  ConformanceCaseList,
  ConformanceCaseResult,
  ConformanceCertificate,
  ConformanceRun,
  ConformanceRunConnection,
  ConformanceRunStateEnum,
  ConformanceSystemConnection,
  SubmissionFormEnum,
} from './conformance.type.js';
import { closesAt, findRun, listRuns } from './find-run.js';
import { moveConformanceClock } from './move-clock.js';
import { observedSubmission } from './observed-submission.js';
import { submissionForms } from './recorded-call.js';
import {
  casesOfRun,
  certificateOfRun,
  formsOfCases,
  outcomesOfCall,
  type ReceiptOfCall,
  receiptOf,
  stateOfRun,
  systemsOfRun,
} from './show-run.js';
import { startConformanceRun } from './start-run.js';

@Resolver(() => ConformanceRun)
export class ConformanceRunResolver {
  @Query(() => ConformanceCaseList, {
    description: 'The cases by which a DAS provider proves that it can submit, retry, correct and handle each refusal.',
  })
  conformanceCases(): ConformanceCaseList {
    return { version: caseListVersion, cases: conformanceCases };
  }

  @Query(() => ConformanceRun, {
    nullable: true,
    description: 'A run of the conformance sandbox; null when there is none or it is not of your organisation.',
  })
  conformanceRun(@Arg('id', () => ID, { description: 'The run.' }) id: string, @Ctx() { em, actor }: AccountContext) {
    return findRun(em, actor, id);
  }

  @Query(() => ConformanceRunConnection, {
    description: 'The runs of your organisation, newest first; staff and the regulator see all.',
  })
  conformanceRuns(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listRuns(em, actor, page);
  }

  @FieldResolver(() => Organisation, { description: 'The organisation that proves itself.' })
  organisation(@Root() run: ConformanceRunRow, @Ctx() context: Context) {
    return loadOrganisation(context, run.organisationId);
  }

  @FieldResolver(() => ConformanceRunStateEnum, { description: 'Where it stands.' })
  state(@Root() run: ConformanceRunRow, @Ctx() context: Context) {
    return stateOfRun(context, run);
  }

  @FieldResolver(() => DateTimeScalar, { description: 'From when on it takes no calls, by the clock of the PTS.' })
  closesAt(@Root() run: ConformanceRunRow): Date {
    return closesAt(run.createdAt);
  }

  @FieldResolver(() => [ConformanceCaseResult], { description: 'The cases, and which of them passed.' })
  cases(@Root() run: ConformanceRunRow, @Ctx() context: Context) {
    return casesOfRun(context, run.id);
  }

  @FieldResolver(() => ConformanceSystemConnection, { description: 'Its systems.' })
  systems(@Root() run: ConformanceRunRow, @Args(() => PageArgs) page: PageArgs) {
    return systemsOfRun(run.id, page);
  }

  @FieldResolver(() => ConformanceCall, {
    nullable: true,
    description: 'The receipt of the submission that was carried out under a key; null when there is none.',
  })
  call(
    @Root() run: ConformanceRunRow,
    @Arg('idempotencyKey', () => String, { description: 'The key that it was sent under.' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return receiptOf(context, run.id, idempotencyKey);
  }

  @FieldResolver(() => ConformanceCertificate, { nullable: true, description: 'The certificate that it earned.' })
  certificate(@Root() run: ConformanceRunRow, @Ctx() context: Context) {
    return certificateOfRun(context, run.id);
  }

  @Mutation(() => StartConformanceRunPayload, {
    description:
      'A system representative starts a run of the conformance sandbox; it takes calls for 90 days. Refusals: BAD_USER_INPUT, CONFLICT (ten runs are open).',
  })
  async startConformanceRun(
    @Arg('input', () => StartConformanceRunInput, { description: 'The run.' }) input: StartConformanceRunInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const request = { mutation: 'startConformanceRun', input, ...args };
    const started = await perform(context, request, verb => startConformanceRun(verb, input));
    return { ...started, clockAt: new Date(started.clockAt), closesAt: new Date(started.closesAt) };
  }

  @Mutation(() => MoveConformanceClockPayload, {
    description:
      'A system representative moves the clock of its run forward; no other clock moves. Refusals: NOT_FOUND, NOT_OPEN, BAD_USER_INPUT.',
  })
  async moveConformanceClock(
    @Arg('input', () => MoveConformanceClockInput, { description: 'Where to.' }) input: MoveConformanceClockInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const request = { mutation: 'moveConformanceClock', input, ...args };
    const moved = await perform(context, request, verb => moveConformanceClock(verb, input));
    return { ...moved, clockAt: new Date(moved.clockAt) };
  }

  @Mutation(() => SubmitReadingsPayload, {
    description:
      'As `submitReadings`, in a run of the conformance sandbox: a system representative reports systems that do not exist, by the clock of the run. Same input, judgement, refusals of a row and answer; what was called is noted, and the cases that it passed. Files go to `POST /conformance-runs/<id>/readings`. Refusals of the call: NOT_FOUND, NOT_OPEN, TOO_MANY_ROWS.',
  })
  submitConformanceReadings(
    @Arg('input', () => SubmitConformanceReadingsInput, { description: 'The readings.' })
    input: SubmitConformanceReadingsInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return observedSubmission(context, { mutation: 'submitConformanceReadings', input, ...args });
  }

  @Mutation(() => ConfirmConformanceReceiptPayload, {
    description:
      'A system representative shows that it read the receipt of a submission. Refusals: NOT_FOUND, NOT_OPEN, BAD_USER_INPUT (the code is another one).',
  })
  confirmConformanceReceipt(
    @Arg('input', () => ConfirmConformanceReceiptInput, { description: 'The code.' })
    input: ConfirmConformanceReceiptInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'confirmConformanceReceipt', input, ...args }, verb =>
      confirmConformanceReceipt(verb, input),
    );
  }
}

@Resolver(() => ConformanceCertificate)
export class ConformanceCertificateResolver {
  @FieldResolver(() => [ConformanceCaseForm], {
    description: 'Its cases, each with the form in which it was shown: the mutation, or a file of which kind.',
  })
  cases(@Root() certificate: ConformanceCertificateRow, @Ctx() context: Context) {
    return formsOfCases(context, certificate.runId);
  }

  @FieldResolver(() => [SubmissionFormEnum], { description: 'The forms in which its cases were shown, each once.' })
  async forms(@Root() certificate: ConformanceCertificateRow, @Ctx() context: Context) {
    const shown = (await formsOfCases(context, certificate.runId)).map(({ form }) => form);
    return submissionForms.filter(form => shown.includes(form));
  }

  @FieldResolver(() => String, { description: 'SHA-256 of what it certifies, hexadecimal.' })
  sha256(@Root() certificate: ConformanceCertificateRow): string {
    return Buffer.from(certificate.sha256).toString('hex');
  }
}

@Resolver(() => ConformanceCall)
export class ConformanceCallResolver {
  @FieldResolver(() => ReadingOutcomeConnection, { description: 'What became of its rows, in their order.' })
  outcomes(@Root() call: ReceiptOfCall, @Args(() => PageArgs) page: PageArgs) {
    return outcomesOfCall(call, page);
  }
}
