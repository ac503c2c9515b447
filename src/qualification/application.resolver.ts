import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { decimalText } from '../domain/decimal.js';
import { type Program } from '../domain/program.js';
import { localDateOf } from '../domain/time-zone.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { where } from '../platform/sql.js';
import { RequestEntity, type RequestRow } from '../request/request.entity.js';
import { Request } from '../request/request.type.js';
import { requestIsVisible } from '../request/scope.js';
import {
  ApplyForQualificationInput,
  DecideQualificationInput,
  EligibilityInput,
  ReviewQualificationInput,
} from './application.input.js';
import { type QualificationContent, qualificationContentOf, unitOf } from './application.js';
import {
  DecideQualificationPayload,
  EligibilityAnswer,
  QualificationApplication,
  QualificationApplicationPayload,
} from './application.type.js';
import { answerOf, type QualificationAnswer } from './application-answer.js';
import { applyForQualification } from './apply-for-qualification.js';
import { decideQualification } from './decide-qualification.js';
import { ProgramEnum, StatementOfQualification } from './qualification.type.js';
import { reviewQualification } from './review-qualification.js';
import type { StatementOfQualificationRow } from './statement-of-qualification.entity.js';
import { unitDataOf } from './unit-data.js';

@Resolver(() => Request)
export class QualificationRequestResolver {
  @FieldResolver(() => QualificationApplication, {
    nullable: true,
    description: 'What exactly is asked for, if it is a statement of qualification.',
  })
  qualification(@Root() request: RequestRow): QualificationContent | null {
    return request.kind === 'QUALIFICATION' ? qualificationContentOf(request) : null;
  }
}

@Resolver(() => StatementOfQualification)
export class QualificationApplicationResolver {
  @FieldResolver(() => Request, {
    nullable: true,
    description: 'The application that it was granted on; null: entered without one, or not yours to see.',
  })
  request(@Root() statement: StatementOfQualificationRow, @Ctx() context: AccountContext): Promise<RequestRow | null> {
    if (!statement.requestId) return Promise.resolve(null);
    return loadOne(
      context,
      'request of a statement of qualification',
      statement.requestId,
      ids =>
        context.em.find(RequestEntity, {
          $and: [{ id: { $in: [...ids] } }, where(alias => requestIsVisible(context.actor, alias))],
        }),
      request => request.id,
    );
  }

  @Query(() => EligibilityAnswer, {
    description:
      'What an application for a unit would be answered: every reason against it, and the factor and effective date that the dated tables propose. Refusals: BAD_USER_INPUT.',
  })
  eligibility(
    @Arg('program', () => ProgramEnum, { description: 'The programme.' }) program: Program,
    @Arg('unit', () => EligibilityInput, { description: 'The unit.' }) unit: EligibilityInput,
    @Ctx() { now }: Context,
  ): QualificationAnswer {
    const record = { ...unit, capacityKw: decimalText(unit.capacityKw) };
    return answerOf(program, unitOf(program, unitDataOf(unit.data), record), unit.filedOn ?? localDateOf(now));
  }

  @Mutation(() => QualificationApplicationPayload, {
    description:
      'The system owner or the REC owner of a system applies for a statement of qualification, or staff does. The regulator decides. Refusals: NOT_FOUND, FORBIDDEN (you see the system as something else), BAD_USER_INPUT, NOT_ELIGIBLE (with every reason), EVIDENCE_REQUIRED, REQUEST_IN_PROGRESS, REQUEST_NOT_OPEN.',
  })
  applyForQualification(
    @Arg('input', () => ApplyForQualificationInput, { description: 'The application.' })
    input: ApplyForQualificationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'applyForQualification', input, ...args }, verb =>
      applyForQualification(verb, input),
    );
  }

  @Mutation(() => QualificationApplicationPayload, {
    description:
      'Staff confirms market sector, factor and effective date of an application; what is not as proposed takes a source. Refusals: NOT_FOUND, BAD_USER_INPUT, REQUEST_NOT_OPEN.',
  })
  reviewQualification(
    @Arg('input', () => ReviewQualificationInput, { description: 'What is confirmed.' })
    input: ReviewQualificationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'reviewQualification', input, ...args }, verb =>
      reviewQualification(verb, input),
    );
  }

  @Mutation(() => DecideQualificationPayload, {
    description:
      'The regulator grants the statement of qualification as staff confirmed it, or denies the application. Refusals: NOT_FOUND, REQUEST_NOT_OPEN (decided, or not reviewed yet), BAD_USER_INPUT, NOT_ELIGIBLE, CONFLICT (a statement is in force, or staff reviewed it again since the review that is named), QUARTER_BEING_ISSUED.',
  })
  decideQualification(
    @Arg('input', () => DecideQualificationInput, { description: 'The decision.' }) input: DecideQualificationInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'decideQualification', input, ...args }, verb =>
      decideQualification(verb, input),
    );
  }
}
