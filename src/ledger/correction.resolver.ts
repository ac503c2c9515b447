import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { loadAccount } from '../account/load-account.js';
import type { AccountContext, Context } from '../boundary/context.js';
import { loadMany, loadOne } from '../boundary/loader.js';
import { PageArgs } from '../boundary/page.js';
import { QuarterScalar } from '../boundary/scalars.js';
import type { DocumentRow } from '../document/document.entity.js';
import { Document } from '../document/document.type.js';
import { loadDocument } from '../document/find-document.js';
import type { Quarter } from '../domain/quarter.js';
import { GisAsset } from '../gis/gis.type.js';
import { loadGisAsset } from '../gis/load-gis.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { correctReading } from './correct-reading.js';
import { CorrectionDocumentEntity, CorrectionEntity, type CorrectionRow } from './correction.entity.js';
import { CorrectReadingInput, DecideProductionInput } from './correction.input.js';
import {
  Adjustment,
  AdjustmentConnection,
  Correction,
  CorrectReadingPayload,
  DecideProductionPayload,
} from './correction.type.js';
import { dismissProduction } from './dismiss-production.js';
import { findGisReport, type GisReportRecord, listReportLines } from './gis-report.js';
import { GisReport, GisReportDifferenceConnection, GisReportLineConnection } from './gis-report.type.js';
import { type AdjustmentRecord, listAdjustments, reportDifferences } from './list-corrections.js';
import { releaseProduction } from './release-production.js';

@Resolver(() => System)
export class SystemCorrectionsResolver {
  @FieldResolver(() => [Correction], { description: 'What staff decided on its production, oldest first.' })
  corrections(@Root() system: SystemRow, @Ctx() context: Context): Promise<readonly CorrectionRow[]> {
    return loadMany(
      context,
      'corrections of a system',
      system.id,
      ids => context.em.find(CorrectionEntity, { systemId: { $in: [...ids] } }, { orderBy: { id: 'asc' } }),
      correction => correction.systemId,
    );
  }
}

@Resolver(() => Correction)
export class CorrectionDetailsResolver {
  @FieldResolver(() => [Document], { description: 'The documents that stand behind it, as far as you may see them.' })
  async documents(@Root() correction: CorrectionRow, @Ctx() context: AccountContext): Promise<DocumentRow[]> {
    const named = await loadMany(
      context,
      'documents of a correction',
      correction.id,
      ids => context.em.find(CorrectionDocumentEntity, { correctionId: { $in: [...ids] } }),
      row => row.correctionId,
    );
    const documents = await Promise.all(named.map(row => loadDocument(context, row.documentId)));
    return documents.filter(document => document !== null);
  }

  @FieldResolver(() => String, { description: 'Name of the account that decided it.' })
  async accountName(@Root() correction: CorrectionRow, @Ctx() context: Context): Promise<string> {
    return (await loadAccount(context, correction.createdBy)).name;
  }
}

@Resolver(() => Adjustment)
export class CorrectionResolver {
  @FieldResolver(() => GisAsset, { description: 'The asset whose next issuance it goes into.' })
  asset(@Root() adjustment: AdjustmentRecord, @Ctx() context: Context) {
    return loadGisAsset(context, adjustment.assetId);
  }

  @FieldResolver(() => Correction, { description: 'The decision that it comes from.' })
  async correction(@Root() adjustment: AdjustmentRecord, @Ctx() context: Context): Promise<CorrectionRow> {
    const found = await loadOne(
      context,
      'correction by id',
      adjustment.correctionId,
      ids => context.em.find(CorrectionEntity, { id: { $in: [...ids] } }),
      correction => correction.id,
    );
    if (!found) throw new Error(`correction ${adjustment.correctionId} is missing`);
    return found;
  }

  @Query(() => AdjustmentConnection, {
    description: 'Debits and credits of earlier months, as far as you may see them, newest first.',
  })
  adjustments(
    @Arg('pendingOnly', () => Boolean, {
      defaultValue: false,
      description: 'true: only those that wait for the next issuance.',
    })
    pendingOnly: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listAdjustments(em, actor, pendingOnly, page);
  }

  @Mutation(() => CorrectReadingPayload, {
    description:
      'Staff corrects a reading of a past month, or enters one that was missed; what was reported is rolled back or adjusted. Refusals: NOT_FOUND, EVIDENCE_REQUIRED, BAD_USER_INPUT, CONFLICT (its window is open), NOTHING_TO_CORRECT, READING_NOT_AFTER_PREVIOUS, METER_DECREASE, ABOVE_NAMEPLATE, ASSET_WITHOUT_HOLDER, QUARTER_BEING_ISSUED.',
  })
  correctReading(
    @Arg('input', () => CorrectReadingInput, { description: 'The corrected value.' }) input: CorrectReadingInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'correctReading', input, ...args }, verb => correctReading(verb, input));
  }

  @Mutation(() => DecideProductionPayload, {
    description:
      'Staff lets production count that waits (see `productionAwaitingStaff`): a credit against the next issuance. Refusals: NOT_FOUND, EVIDENCE_REQUIRED, BAD_USER_INPUT, NOTHING_TO_CORRECT, CONFLICT (in no asset), REVENUE_GRADE_METER_REQUIRED, TERMS_NOT_ACCEPTED, ASSET_WITHOUT_HOLDER, QUARTER_BEING_ISSUED.',
  })
  releaseProduction(
    @Arg('input', () => DecideProductionInput, { description: 'The production.' }) input: DecideProductionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'releaseProduction', input, ...args }, verb => releaseProduction(verb, input));
  }

  @Mutation(() => DecideProductionPayload, {
    description:
      'Staff decides that production which waits is never issued. Refusals: NOT_FOUND, EVIDENCE_REQUIRED, BAD_USER_INPUT, NOTHING_TO_CORRECT, QUARTER_BEING_ISSUED.',
  })
  dismissProduction(
    @Arg('input', () => DecideProductionInput, { description: 'The production.' }) input: DecideProductionInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'dismissProduction', input, ...args }, verb => dismissProduction(verb, input));
  }
}

@Resolver(() => GisReport)
export class GisReportResolver {
  @Query(() => GisReport, {
    nullable: true,
    description: 'What was reported to the GIS for a quarter; null: not reported yet.',
  })
  gisReport(
    @Arg('quarter', () => QuarterScalar, { description: 'The generation quarter.' }) quarter: Quarter,
    @Ctx() { em }: AccountContext,
  ) {
    return findGisReport(em, quarter);
  }

  @FieldResolver(() => GisReportLineConnection, { description: 'Its lines, by asset and month.' })
  lines(@Root() report: GisReportRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { em }: Context) {
    return listReportLines(em, report.runId, page);
  }

  @FieldResolver(() => GisReportDifferenceConnection, {
    description: 'Where it differs from what is known now: what was corrected, released or rolled back since.',
  })
  differences(@Root() report: GisReportRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { em }: Context) {
    return reportDifferences(em, report.runId, report.quarter, page);
  }
}
