import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany, loadOne } from '../boundary/loader.js';
import { PageArgs } from '../boundary/page.js';
import { MonthScalar, QuarterScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import type { Quarter } from '../domain/quarter.js';
import { formatSerialRange } from '../domain/serial-range.js';
import type { GisAccountRow, GisAssetRow } from '../gis/gis.entity.js';
import { GisAccount, GisAsset } from '../gis/gis.type.js';
import { loadGisAccount, loadGisAsset } from '../gis/load-gis.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import { serially } from '../platform/serially.js';
import { ProgramEnum } from '../qualification/qualification.type.js';
import { CertificateBatchEntity } from './certificate.entity.js';
import { CertificateExplanation } from './certificate.type.js';
import { Adjustment } from './correction.type.js';
import { explain } from './explain.js';
import { type ExplainedCertificate, explainCertificate, findIssuance } from './find-issuance.js';
import { IssuanceEntity, IssuanceFactorEntity, type IssuanceFactorRow, type IssuanceRow } from './issuance.entity.js';
import {
  Issuance,
  IssuanceConnection,
  IssuanceFactor,
  IssuanceSystem,
  QuarterIssuance,
  QuarterTotals,
} from './issuance.type.js';
import { type SystemStepRow, systemSteps } from './issuance-steps.js';
import { issueQuarter } from './issue-quarter.js';
import { QuarterInput } from './ledger.input.js';
import { IssueQuarterPayload, ReportQuarterPayload } from './ledger.payload.js';
import {
  type AdjustmentRecord,
  adjustmentsToMonths,
  appliedAdjustments,
  type IssuancePlace,
} from './list-corrections.js';
import { listIssuances, quarterIssuance } from './quarter-issuance.js';
import { quarterTotals } from './quarter-totals.js';
import { reportQuarter } from './report-quarter.js';
import { issuanceIsVisible } from './scope.js';

@Resolver(() => Issuance)
export class IssuanceResolver {
  @FieldResolver(() => GisAsset, { description: 'The asset.' })
  asset(@Root() issuance: IssuanceRow, @Ctx() context: Context): Promise<GisAssetRow> {
    return loadGisAsset(context, issuance.assetId);
  }

  @FieldResolver(() => GisAccount, {
    description: 'The account that holds the asset in that month: where its certificates went.',
  })
  gisAccount(@Root() issuance: IssuanceRow, @Ctx() context: Context): Promise<GisAccountRow> {
    return loadGisAccount(context, issuance.gisAccountId);
  }

  @FieldResolver(() => [IssuanceFactor], { description: 'The step of each SREC factor, ascending.' })
  factors(@Root() issuance: IssuanceRow, @Ctx() context: Context): Promise<readonly IssuanceFactorRow[]> {
    return loadMany(
      context,
      'factors of an issuance',
      issuance.id,
      ids =>
        context.em.find(IssuanceFactorEntity, { issuanceId: { $in: [...ids] } }, { orderBy: { srecFactor: 'asc' } }),
      step => step.issuanceId,
    );
  }

  @FieldResolver(() => [IssuanceSystem], {
    description: 'The steps of its systems that you may see, with the readings they come from.',
  })
  systems(@Root() issuance: IssuanceRow, @Ctx() context: AccountContext): Promise<readonly SystemStepRow[]> {
    return loadMany(
      context,
      'systems of an issuance',
      issuance.id,
      ids => systemSteps(context.em, context.actor, ids),
      step => step.issuanceId,
    );
  }

  @FieldResolver(() => [Adjustment], { description: 'The adjustments of earlier months that went into it.' })
  adjustmentsApplied(
    @Root() issuance: IssuanceRow,
    @Ctx() context: AccountContext,
  ): Promise<readonly AdjustmentRecord[]> {
    return loadMany(
      context,
      'adjustments of an issuance',
      placeOf(issuance),
      places => appliedAdjustments(context.em, context.actor, places.map(placeFrom)),
      adjustment => placeOf({ ...adjustment, month: adjustment.appliedIn ?? '' }),
    );
  }

  @FieldResolver(() => [Adjustment], {
    description: 'The adjustments that were made to its month since, against later issuances.',
  })
  adjustmentsMade(@Root() issuance: IssuanceRow, @Ctx() context: AccountContext): Promise<readonly AdjustmentRecord[]> {
    return loadMany(
      context,
      'adjustments to a month',
      placeOf(issuance),
      places => adjustmentsToMonths(context.em, context.actor, places.map(placeFrom)),
      placeOf,
    );
  }

  @FieldResolver(() => Boolean, {
    description: 'false: it was rolled back; the next revision of its month takes its place.',
  })
  async standing(@Root() issuance: IssuanceRow, @Ctx() context: Context): Promise<boolean> {
    const later = await loadOne(
      context,
      'the issuance that replaces one',
      issuance.id,
      ids => context.em.find(IssuanceEntity, { replacesId: { $in: [...ids] } }),
      row => row.replacesId ?? '',
    );
    return later === null;
  }

  @FieldResolver(() => [String], { description: 'The arithmetic in sentences, from kWh to certificates.' })
  async arithmetic(@Root() issuance: IssuanceRow, @Ctx() context: AccountContext): Promise<string[]> {
    return explain(issuance, await this.factors(issuance, context), {
      applied: await this.adjustmentsApplied(issuance, context),
      made: await this.adjustmentsMade(issuance, context),
      standing: await this.standing(issuance, context),
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Serial numbers of its certificates; null: none were minted.',
  })
  async certificates(@Root() issuance: IssuanceRow, @Ctx() context: Context): Promise<string | null> {
    const batch = await loadOne(
      context,
      'certificates of an issuance',
      issuance.id,
      ids => context.em.find(CertificateBatchEntity, { issuanceId: { $in: [...ids] } }),
      row => row.issuanceId,
    );
    return batch && formatSerialRange({ batchId: Number(batch.id), first: 1, last: batch.quantity });
  }

  @Query(() => Issuance, {
    nullable: true,
    description: 'The whole way of an asset, programme and month: readings, kWh, MWh, factor, carry, serial numbers.',
  })
  explainIssuance(
    @Arg('gisId', () => ID, { description: 'The asset, by its id at the GIS.' }) gisId: string,
    @Arg('program', () => ProgramEnum, { description: 'The programme.' }) program: Program,
    @Arg('month', () => MonthScalar, { description: 'The generation month.' }) month: Month,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return findIssuance(em, actor, gisId, program, month);
  }

  @Query(() => CertificateExplanation, { nullable: true, description: 'The whole way of one certificate.' })
  explainCertificate(
    @Arg('serialNumber', () => String, { description: 'The serial number: `4086133 - 24`.' }) serialNumber: string,
    @Ctx() { em, actor }: AccountContext,
  ): Promise<ExplainedCertificate | null> {
    return explainCertificate(em, actor, serialNumber);
  }

  @Mutation(() => ReportQuarterPayload, {
    description:
      'Staff reports a quarter to the GIS on its upload date and freezes the report. Interrupted, it goes on where it stopped when it is asked for again. Refusals: BEFORE_SCHEDULE, QUARTER_OUT_OF_ORDER, ASSET_WITHOUT_HOLDER.',
  })
  reportQuarter(
    @Arg('input', () => QuarterInput, { description: 'The quarter.' }) input: QuarterInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return serially('issueQuarter', () =>
      perform(context, { mutation: 'reportQuarter', input, ...args }, verb =>
        reportQuarter(verb, { ...input, dryRun: args.dryRun }),
      ),
    );
  }

  @Mutation(() => IssueQuarterPayload, {
    description:
      'Staff issues a quarter on its mint date: the certificates of what was reported. Interrupted, it goes on where it stopped when it is asked for again. Refusals: BEFORE_SCHEDULE, QUARTER_NOT_REPORTED, QUARTER_OUT_OF_ORDER.',
  })
  issueQuarter(
    @Arg('input', () => QuarterInput, { description: 'The quarter.' }) input: QuarterInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return serially('issueQuarter', () =>
      perform(context, { mutation: 'issueQuarter', input, ...args }, verb =>
        issueQuarter(verb, { ...input, dryRun: args.dryRun }),
      ),
    );
  }
}

/** An asset, programme and month as one key, and back. */
function placeOf({ assetId, program, month }: IssuancePlace): string {
  return `${assetId} ${program} ${month}`;
}

function placeFrom(key: string): IssuancePlace {
  const [assetId = '', program = '', month = ''] = key.split(' ');
  return { assetId, program, month };
}

@Resolver(() => CertificateExplanation)
export class CertificateExplanationResolver {
  @FieldResolver(() => Issuance, { description: 'The issuance that it comes from.' })
  issuance(@Root() explained: ExplainedCertificate): IssuanceRow {
    return explained.issuance;
  }
}

@Resolver(() => QuarterIssuance)
export class QuarterIssuanceResolver {
  @Query(() => QuarterIssuance, { description: 'The issuing of a quarter: dates, sums and rows that you may see.' })
  quarterIssuance(
    @Arg('quarter', () => QuarterScalar, { description: 'The generation quarter.' }) quarter: Quarter,
    @Ctx() { em }: AccountContext,
  ): Promise<QuarterIssuance> {
    return quarterIssuance(em, quarter);
  }

  @FieldResolver(() => QuarterTotals, { description: 'Sums.' })
  totals(@Root() { quarter }: QuarterIssuance, @Ctx() { em, actor }: AccountContext) {
    return quarterTotals(em, quarter, issuanceIsVisible(actor, 'i'));
  }

  @FieldResolver(() => IssuanceConnection, { description: 'The issuances, oldest first.' })
  issuances(
    @Root() { quarter }: QuarterIssuance,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listIssuances(em, actor, quarter, page);
  }
}
