import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AccountContext, Context } from '../boundary/context.js';
import { PageArgs } from '../boundary/page.js';
import { MonthScalar } from '../boundary/scalars.js';
import type { Month } from '../domain/month.js';
import { GisAccount, GisAsset } from '../gis/gis.type.js';
import { loadGisAccount, loadGisAsset } from '../gis/load-gis.js';
import { MutationArgs } from '../platform/mutation.type.js';
import { perform } from '../platform/perform.js';
import type { SystemRow } from '../system/system.entity.js';
import { System } from '../system/system.type.js';
import { AwaitingProductionConnection, awaitingStaff } from './awaiting-staff.js';
import type { CertificateState } from './certificate.entity.js';
import {
  CertificateHolding,
  CertificateHoldingConnection,
  CertificateUse,
  LedgerEntry,
  LedgerEntryConnection,
} from './certificate.type.js';
import { Issuance } from './issuance.type.js';
import { issuancesOfSystem } from './issuances-of-system.js';
import { CertificateStateEnum, RetireCertificatesInput } from './ledger.input.js';
import { RetireCertificatesPayload } from './ledger.payload.js';
import {
  type HoldingRecord,
  type LedgerEntryRecord,
  listEntries,
  listEntriesOfSystem,
  listHoldings,
} from './list-ledger.js';
import { loadUse } from './load-use.js';
import { retireCertificates } from './retire-certificates.js';

@Resolver(() => LedgerEntry)
export class LedgerEntryResolver {
  @FieldResolver(() => GisAsset, { description: 'The asset whose chain it stands on.' })
  asset(@Root() entry: LedgerEntryRecord, @Ctx() context: Context) {
    return loadGisAsset(context, entry.assetId);
  }

  @FieldResolver(() => GisAccount, { nullable: true, description: 'The account that certificates left.' })
  fromGisAccount(@Root() entry: LedgerEntryRecord, @Ctx() context: Context) {
    return entry.fromGisAccountId === null ? null : loadGisAccount(context, entry.fromGisAccountId);
  }

  @FieldResolver(() => GisAccount, { nullable: true, description: 'The account that certificates came to.' })
  toGisAccount(@Root() entry: LedgerEntryRecord, @Ctx() context: Context) {
    return entry.toGisAccountId === null ? null : loadGisAccount(context, entry.toGisAccountId);
  }

  @FieldResolver(() => CertificateUse, {
    nullable: true,
    description: 'What they were retired for; null: they were not, for nobody, or it is not yours to see.',
  })
  use(@Root() entry: LedgerEntryRecord, @Ctx() context: AccountContext) {
    return loadUse(context, entry.id);
  }

  @Query(() => LedgerEntryConnection, { description: 'The ledger, as far as you may see it, newest first.' })
  ledger(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return listEntries(em, actor, page);
  }

  @Query(() => AwaitingProductionConnection, {
    description:
      'Production that waits for staff, oldest month first: late shares, late qualifications, systems without an asset.',
  })
  productionAwaitingStaff(@Args(() => PageArgs) page: PageArgs, @Ctx() { em, actor }: AccountContext) {
    return awaitingStaff(em, actor, page);
  }

  @Mutation(() => RetireCertificatesPayload, {
    description:
      'A REC owner or supplier retires certificates that lie, active, in its accounts, voluntarily; on any day of their trading year. Refusals: BAD_USER_INPUT, TOO_MANY_ROWS, CERTIFICATES_NOT_HELD, CERTIFICATES_EXPIRED.',
  })
  retireCertificates(
    @Arg('input', () => RetireCertificatesInput, { description: 'The certificates.' }) input: RetireCertificatesInput,
    @Args(() => MutationArgs) args: MutationArgs,
    @Ctx() context: AccountContext,
  ) {
    return perform(context, { mutation: 'retireCertificates', input, ...args }, verb =>
      retireCertificates(verb, input),
    );
  }
}

@Resolver(() => CertificateHolding)
export class CertificateHoldingResolver {
  @FieldResolver(() => GisAsset, { description: 'The asset that generated the electricity.' })
  asset(@Root() holding: HoldingRecord, @Ctx() context: Context) {
    return loadGisAsset(context, holding.assetId);
  }

  @FieldResolver(() => GisAccount, { description: 'The account that they lie in, or were retired from.' })
  gisAccount(@Root() holding: HoldingRecord, @Ctx() context: Context) {
    return loadGisAccount(context, holding.gisAccountId);
  }

  @FieldResolver(() => CertificateUse, {
    nullable: true,
    description: 'What they were retired for; null: they were not, for nobody, or it is not yours to see.',
  })
  use(@Root() holding: HoldingRecord, @Ctx() context: AccountContext) {
    return loadUse(context, holding.sinceEntryId);
  }

  @Query(() => CertificateHoldingConnection, {
    description: 'The certificates in your accounts, by batch and serial number.',
  })
  certificates(
    @Arg('state', () => CertificateStateEnum, { nullable: true, description: 'Only in this state.' })
    state: CertificateState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: AccountContext,
  ) {
    return listHoldings(em, actor, state, page);
  }
}

@Resolver(() => System)
export class SystemLedgerResolver {
  @FieldResolver(() => LedgerEntryConnection, {
    nullable: true,
    description: 'Ledger entries of the certificates that it contributed to, newest first, as far as you may see them.',
  })
  ledger(@Root() system: SystemRow, @Args(() => PageArgs) page: PageArgs, @Ctx() context: AccountContext) {
    return listEntriesOfSystem(context, system.id, page);
  }

  @FieldResolver(() => [Issuance], {
    nullable: true,
    description: 'The issuances that it had a part in, oldest first, as far as you may see them.',
  })
  issuances(
    @Root() system: SystemRow,
    @Arg('from', () => MonthScalar, { nullable: true, description: 'From this month on.' }) from: Month | null,
    @Arg('to', () => MonthScalar, { nullable: true, description: 'Up to this month, inclusive.' }) to: Month | null,
    @Ctx() context: AccountContext,
  ) {
    return issuancesOfSystem(context, system.id, from, to);
  }
}
