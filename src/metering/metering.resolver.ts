import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { askedOfNodes } from '../boundary/asked-of-nodes.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany } from '../boundary/loader.js';
import { PerRow } from '../boundary/per-row.js';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { columnsOf, keptSubmission, outcomesOf } from './kept-outcomes.js';
import { listProduction, type ProductionRow } from './list-production.js';
import { listReadings, ReadingArgs } from './list-readings.js';
import { MeterEntity, MeterReplacementEntity, type MeterReplacementRow, type MeterRow } from './meter.entity.js';
import { ReplaceMeterInput, SetUpMeterInput } from './meter.input.js';
import { Meter, MeterReplacement, ReplaceMeterPayload, SetUpMeterPayload } from './meter.type.js';
import { openMonth } from './open-month.js';
import { SubmitReadingsInput } from './reading.input.js';
import { MonthlyProduction, ReadingConnection, SubmitReadingsPayload } from './reading.type.js';
import { rowsOfColumns, SubmitReadingColumnsInput } from './reading-columns.input.js';
import { SubmitReadingColumnsPayload } from './reading-columns.type.js';
import { replaceMeter } from './replace-meter.js';
import { setUpMeter } from './set-up-meter.js';
import { submitReadings } from './submit-readings.js';

@Resolver(() => System)
export class SystemMeteringResolver {
  @FieldResolver(() => [Meter], { description: 'Its metering points.' })
  meters(@Root() system: SystemRow, @Ctx() context: Context): Promise<readonly MeterRow[]> {
    return loadMany(
      context,
      'meters of a system',
      system.id,
      ids => context.em.find(MeterEntity, { systemId: { $in: [...ids] } }, { orderBy: { label: 'asc' } }),
      meter => meter.systemId,
    );
  }

  @PerRow()
  @FieldResolver(() => ReadingConnection, { description: 'Its readings, newest month first.' })
  readings(
    @Root() system: SystemRow,
    @Args(() => ReadingArgs) args: ReadingArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listReadings(context, { column: 'system_id', id: system.id }, args, askedOfNodes(info));
  }

  @FieldResolver(() => [MonthlyProduction], {
    description: 'Its production by month, oldest first: readings, shares of missed months, and how far each has come.',
  })
  production(
    @Root() system: SystemRow,
    @Arg('from', () => MonthScalar, { nullable: true, description: 'From this month on.' }) from: Month | null,
    @Arg('to', () => MonthScalar, { nullable: true, description: 'Up to this month, inclusive.' }) to: Month | null,
    @Ctx() context: Context,
  ): Promise<readonly ProductionRow[]> {
    return loadMany(
      context,
      `production of a system ${from} ${to}`,
      system.id,
      ids => listProduction(context.em, ids, from, to),
      month => month.systemId,
    );
  }
}

@Resolver(() => Meter)
export class MeteringResolver {
  @FieldResolver(() => [MeterReplacement], { description: 'Replacements of its device, oldest first.' })
  replacements(@Root() meter: MeterRow, @Ctx() context: Context): Promise<readonly MeterReplacementRow[]> {
    return loadMany(
      context,
      'replacements of a meter',
      meter.id,
      ids =>
        context.em.find(MeterReplacementEntity, { meterId: { $in: [...ids] } }, { orderBy: { replacedAt: 'asc' } }),
      replacement => replacement.meterId,
    );
  }

  @PerRow()
  @FieldResolver(() => ReadingConnection, { description: 'Its readings, newest month first.' })
  readings(
    @Root() meter: MeterRow,
    @Args(() => ReadingArgs) args: ReadingArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listReadings(context, { column: 'meter_id', id: meter.id }, args, askedOfNodes(info));
  }

  @Mutation(() => SubmitReadingsPayload, {
    description:
      'A system representative reports production. Each row is answered for: accepted, superseding, duplicate or refused. Refusals of a row, in order: NOT_REPRESENTED, MONTH_ROW_REPEATED, BAD_USER_INPUT, READING_IN_FUTURE, OUTSIDE_REPORTING_WINDOW, AUTOMATED_REPORTING_REQUIRED, REVENUE_GRADE_METER_REQUIRED, MONTH_ALREADY_ISSUED, LATER_READING_EXISTS, READING_NOT_AFTER_PREVIOUS, METER_DECREASE, ABOVE_NAMEPLATE, and with `mode: ATOMIC` REFUSED_WITH_OTHERS. Refusal of the call: TOO_MANY_ROWS. More rows than one call takes go to `POST /readings`.',
  })
  async submitReadings(
    @Arg('input', () => SubmitReadingsInput, { description: 'The readings.' }) input: SubmitReadingsInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const request = { mutation: 'submitReadings', input, ...args };
    await openMonth(context);
    const done = await perform(context, request, async verb => keptSubmission(await submitReadings(verb, input)));
    return { ...done, outcomes: outcomesOf(done, index => input.readings[index]?.key ?? null) };
  }

  @Mutation(() => SubmitReadingColumnsPayload, {
    description:
      'As `submitReadings`, column by column, for those who report thousands of systems: the same judgement, refusals of rows and storage, a shorter request and answer. Refusals of the call: TOO_MANY_ROWS, BAD_USER_INPUT (columns of different lengths).',
  })
  async submitReadingColumns(
    @Arg('input', () => SubmitReadingColumnsInput, { description: 'The readings.' }) input: SubmitReadingColumnsInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    const request = { mutation: 'submitReadingColumns', input, ...args };
    await openMonth(context);
    const done = await perform(context, request, async verb =>
      keptSubmission(await submitReadings(verb, { readings: rowsOfColumns(input), mode: input.mode ?? null })),
    );
    return { ...done, columns: columnsOf(done) };
  }

  @Mutation(() => SetUpMeterPayload, {
    description: 'Staff sets up a meter. Refusals: NOT_FOUND, BAD_USER_INPUT, CONFLICT.',
  })
  setUpMeter(
    @Arg('input', () => SetUpMeterInput, { description: 'The meter.' }) input: SetUpMeterInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'setUpMeter', input, ...args }, verb => setUpMeter(verb, input));
  }

  @Mutation(() => ReplaceMeterPayload, {
    description:
      'Staff records the replacement of a meter device. Refusals: NOT_FOUND, BAD_USER_INPUT, CONFLICT, METER_DECREASE.',
  })
  replaceMeter(
    @Arg('input', () => ReplaceMeterInput, { description: 'The replacement.' }) input: ReplaceMeterInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'replaceMeter', input, ...args }, verb => replaceMeter(verb, input));
  }
}
