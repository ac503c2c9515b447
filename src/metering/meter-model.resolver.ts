import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadOne } from '../boundary/loader.js';
import { PageArgs } from '../boundary/page.js';
import { DecimalScalar } from '../boundary/scalars.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { RequestRow } from '../request/request.entity.js';
import { Request, RequestPayload } from '../request/request.type.js';
import { applyForMeterModel } from './apply-for-meter-model.js';
import { approveMeterModel } from './approve-meter-model.js';
import { listMeterModels } from './list-meter-models.js';
import type { MeterRow } from './meter.entity.js';
import { Meter } from './meter.type.js';
import { meterFitness } from './meter-fitness.js';
import { MeterModelEntity, type MeterModelRow } from './meter-model.entity.js';
import {
  ApplyForMeterModelInput,
  ApproveMeterModelInput,
  MeterModelFilter,
  RevokeMeterModelInput,
} from './meter-model.input.js';
import {
  ApproveMeterModelPayload,
  MeterModel,
  MeterModelApplication,
  MeterModelConnection,
  RevokeMeterModelPayload,
} from './meter-model.type.js';
import { type MeterModelContent, meterModelContentOf } from './meter-model-content.js';
import { revokeMeterModel } from './revoke-meter-model.js';

@Resolver(() => Request)
export class MeterModelRequestResolver {
  @FieldResolver(() => MeterModelApplication, {
    nullable: true,
    description: 'What exactly is asked for, if it is the approval of a model of meter.',
  })
  meterModel(@Root() request: RequestRow): MeterModelContent | null {
    return request.kind === 'METER_MODEL' ? meterModelContentOf(request) : null;
  }
}

@Resolver(() => Meter)
export class MeterModelResolver {
  @FieldResolver(() => MeterModel, {
    nullable: true,
    description: 'Approved model of its device, if one is on record.',
  })
  model(@Root() meter: MeterRow, @Ctx() context: Context): Promise<MeterModelRow | null> {
    if (!meter.modelId) return Promise.resolve(null);
    return loadOne(
      context,
      'model of a meter',
      meter.modelId,
      ids => context.em.find(MeterModelEntity, { id: { $in: [...ids] } }),
      model => model.id,
    );
  }

  @FieldResolver(() => DecimalScalar, {
    description:
      'Largest error in percent that its system may have metered with, by size and by how it is reported today.',
  })
  async requiredAccuracyPercent(@Root() meter: MeterRow, @Ctx() context: AccountContext): Promise<string> {
    return (await meterFitness(context, meter)).requiredPercent;
  }

  @FieldResolver(() => Boolean, {
    description: 'true: its accuracy is enough for its system, so it is of revenue quality.',
  })
  async suitsSystem(@Root() meter: MeterRow, @Ctx() context: AccountContext): Promise<boolean> {
    return (await meterFitness(context, meter)).suits;
  }

  @Query(() => MeterModelConnection, {
    description: 'The models of meters that are, or were, approved for SREC systems, in the order of their approval.',
  })
  meterModels(
    @Arg('filter', () => MeterModelFilter, { nullable: true, description: 'Which ones; absent: all.' })
    filter: MeterModelFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: Context,
  ) {
    return listMeterModels(em, filter ?? {}, page);
  }

  @Mutation(() => RequestPayload, {
    description:
      'A party of the programme, or staff, applies for the approval of a model of meter. Refusals: BAD_USER_INPUT, EVIDENCE_REQUIRED, NOT_FOUND, REQUEST_NOT_OPEN.',
  })
  applyForMeterModel(
    @Arg('input', () => ApplyForMeterModelInput, { description: 'The application.' }) input: ApplyForMeterModelInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'applyForMeterModel', input, ...args }, verb =>
      applyForMeterModel(verb, input),
    );
  }

  @Mutation(() => ApproveMeterModelPayload, {
    description:
      'Staff approves a model of meter that was applied for. Refusals: NOT_FOUND, REQUEST_NOT_OPEN, CONFLICT (it is on the list, approved or no longer).',
  })
  approveMeterModel(
    @Arg('input', () => ApproveMeterModelInput, { description: 'The approval.' }) input: ApproveMeterModelInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'approveMeterModel', input, ...args }, verb => approveMeterModel(verb, input));
  }

  @Mutation(() => RevokeMeterModelPayload, {
    description:
      'Staff ends the approval of a model of meter: from that day on none may be set up; those that stand go on. Refusals: NOT_FOUND, CONFLICT.',
  })
  revokeMeterModel(
    @Arg('input', () => RevokeMeterModelInput, { description: 'The end.' }) input: RevokeMeterModelInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'revokeMeterModel', input, ...args }, verb => revokeMeterModel(verb, input));
  }
}
