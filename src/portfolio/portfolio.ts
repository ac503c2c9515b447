import type { EntityManager } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { instantOf, monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { DateTimeScalar, DecimalScalar } from '../boundary/scalars.js';
import { Refusal } from '../domain/error.js';
import type { Month } from '../domain/month.js';
import { assetIsHeld, holdingIsVisible, issuanceIsIntoOwnAccount } from '../ledger/scope.js';
import { stateAsSeen } from '../ledger/seen-holdings.js';
import { isMinted, isStanding } from '../ledger/standing.js';
import { empty, row, sql } from '../platform/sql.js';
import { systemIsVisible } from '../system/scope.js';
import { progressOf } from './asset-progress.js';

@ObjectType({
  description:
    'Sums over the systems that you may see, and over the certificates and assets of your accounts; staff and the regulator: of all.',
})
export class Portfolio {
  @Field(() => Int, { description: 'Systems.' })
  systems!: number;

  @Field(() => DecimalScalar, { description: 'Their nameplate capacity in kW.' })
  capacityKw!: string;

  @Field(() => DecimalScalar, { description: 'Their production in kWh in the months asked for, from roll-ups.' })
  productionKwh!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when every change is in the production, by the real clock; at most a minute ago while a worker runs. null: never rolled up yet.',
  })
  productionAsOf!: Date | null;

  @Field(() => Int, { description: 'Certificates minted for those months into your accounts.' })
  certificatesMinted!: number;

  @Field(() => DecimalScalar, {
    description: 'Fractions in MWh on the way to the next certificates, of the assets that your accounts hold today.',
  })
  carryMwh!: string;

  @Field(() => Int, {
    description:
      'Certificates to expect of the assets that your accounts hold today: as `assetProgress` counts them, whatever months are asked for.',
  })
  certificatesExpected!: number;

  @Field(() => Int, { description: 'Certificates of those months that are active in your accounts.' })
  certificatesActive!: number;

  @Field(() => Int, { description: 'Certificates of those months that were retired from your accounts.' })
  certificatesRetired!: number;
}

/** The portfolio of an actor over months, inclusive; an open end is unlimited. One statement. BAD_USER_INPUT when they are the wrong way round. */
export async function portfolio(
  em: EntityManager,
  actor: Actor,
  from: Month | null,
  to: Month | null,
): Promise<Portfolio> {
  if (from !== null && to !== null && from > to) {
    throw new Refusal('BAD_USER_INPUT', `${from} is after ${to}.`, { field: 'from', value: from, latest: to });
  }
  const within = (column: ReturnType<typeof sql>) => sql`true
    ${from ? sql`and ${column} >= ${monthToDate(from)}::date` : empty}
    ${to ? sql`and ${column} <= ${monthToDate(to)}::date` : empty}`;
  const { productionAsOf, certificatesMinted, certificatesExpected, certificatesActive, certificatesRetired, ...sums } =
    await row<{
      [sum in keyof Portfolio]: sum extends 'systems' ? number : sum extends 'productionAsOf' ? string | null : string;
    }>(
      em,
      sql`with mine as materialized (select s.id, s.capacity_kw from system s where ${systemIsVisible(actor, 's.id')}),
        produced as (
          select coalesce(sum(p.production_kwh), 0)::numeric(20, 3) as kwh from system_month_rollup p
          where p.system_id in (select id from mine) and ${within(sql`p.month`)}),
        issued as (
          select i.minted from issuance i
          where ${isStanding('i.id')} and ${isMinted('i')} and ${issuanceIsIntoOwnAccount(actor, 'i')} and ${within(sql`i.month`)}),
        expected as (
          select coalesce(sum(progress."carryMwh"::numeric(24, 10)), 0) as mwh, coalesce(sum(progress."expectedCertificates"), 0) as certificates
          from (${progressOf(sql`select asset.id from gis_asset asset where ${assetIsHeld(actor, 'asset')}`)}) progress),
        held as (
          select ${stateAsSeen(actor, 'h')} as state, h.last_serial - h.first_serial + 1 as quantity
          from certificate_holding h ${from || to ? sql`join certificate_batch b on b.id = h.batch_id` : empty}
          where ${holdingIsVisible(actor, 'h')} and ${within(sql`b.vintage_month`)})
        select (select count(*)::int from mine) as systems,
               (select coalesce(sum(capacity_kw), 0)::text from mine) as "capacityKw",
               (select kwh::text from produced) as "productionKwh",
               (select as_of::text from rollup_state) as "productionAsOf",
               (select coalesce(sum(minted), 0) from issued) as "certificatesMinted",
               (select mwh::text from expected) as "carryMwh",
               (select certificates::text from expected) as "certificatesExpected",
               (select coalesce(sum(quantity), 0) from held where state = 'ACTIVE') as "certificatesActive",
               (select coalesce(sum(quantity), 0) from held where state = 'RETIRED') as "certificatesRetired"`,
    );
  return {
    ...sums,
    productionAsOf: productionAsOf === null ? null : instantOf(productionAsOf),
    certificatesMinted: Number(certificatesMinted),
    certificatesExpected: Number(certificatesExpected),
    certificatesActive: Number(certificatesActive),
    certificatesRetired: Number(certificatesRetired),
  };
}
