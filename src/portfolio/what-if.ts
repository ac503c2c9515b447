import type { EntityManager } from '@mikro-orm/postgresql';
import { monthToDate } from '../boundary/columns.js';
import type { Actor } from '../boundary/context.js';
import { Decimal, decimalText, zero } from '../domain/decimal.js';
import { eligibleKwhInTerm } from '../domain/eligible-production.js';
import { Refusal } from '../domain/error.js';
import { emptyCarry, issueMonths, type SystemProduction } from '../domain/issuance.js';
import type { LocalDate } from '../domain/local-date.js';
import { firstDayOf, type Month, monthOf, parseMonth } from '../domain/month.js';
import type { Program } from '../domain/program.js';
import { type Quarter, quarterOf } from '../domain/quarter.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { carryRounding } from '../domain/rules/issuance.js';
import { carryKey, closingCarries } from '../ledger/asset-production.js';
import { pendingAdjustments } from '../ledger/pending-adjustments.js';
import { assetIsHeld } from '../ledger/scope.js';
import { maybeRow, rows, type Sql, sql } from '../platform/sql.js';
import { productionOnRecord } from '../rollup/cells.js';
import { systemIsVisible } from '../system/scope.js';
import { supposedReadings } from './supposed-readings.js';
import type { WhatIf, WhatIfInput } from './what-if.type.js';
import { maximumMonths, refuseMalformed } from './what-if-limits.js';

interface Member {
  readonly id: string;
  readonly ptsId: string;
  readonly inAsset: boolean;
}

interface Statement {
  readonly systemId: string;
  readonly srecFactor: string;
  readonly effectiveOn: LocalDate;
  readonly lastEligibleQuarter: Quarter | null;
}

/**
 * The certificates that production, readings, factors and memberships would give an asset, through the arithmetic of issuance, from the
 * carry and the adjustments of today. Reads alone. NOT_FOUND for an asset that the actor does not hold or a system that it may not see;
 * BAD_USER_INPUT for a month that is reported already, a row twice, or too many of them; what a reading is refused with.
 */
export async function whatIf(em: EntityManager, actor: Actor, input: WhatIfInput): Promise<WhatIf> {
  refuseMalformed(input);
  const { program } = input;
  const asset = await requireHeldAsset(em, actor, input.gisId, program);
  const members = await membersOf(em, actor, asset.id, input);
  const byPtsId = new Map(members.map(member => [member.ptsId, member]));
  const early = input.production.map(({ month }) => month).find(month => isReported(asset, month));
  if (early) {
    throw new Refusal('BAD_USER_INPUT', `${early} is reported already: suppose later months.`, {
      field: 'month',
      value: early,
      lastReportedMonth: asset.lastMonth,
    });
  }
  const assumptions = new Set<string>();
  const staying = members.filter(({ ptsId }) => !input.leaving.includes(ptsId));
  const stayingIds = staying.map(({ id }) => id);
  const recorded = await kwhOnRecord(em, stayingIds, asset.lastMonth);
  const kwh = new Map(recorded);
  const months = new Set(input.production.map(({ month }) => month));
  const readings = input.readings.filter(({ ptsId }) => !input.leaving.includes(ptsId));
  const givenMonths = new Set(input.production.map(({ ptsId, month }) => `${ptsId} ${month}`));
  for (const each of await supposedReadings(em, readings, stayingIds)) {
    const { systemId, ptsId, month } = each;
    if (isReported(asset, month)) {
      const text = `${decimalText(each.kwh)} kWh of ${ptsId} are of ${month}, which is reported already`;
      assumptions.add(`${text}: production that comes later waits for staff.`);
      continue;
    }
    const key = `${systemId} ${month}`;
    if (givenMonths.has(`${ptsId} ${month}`)) {
      const facts = { field: 'readings', ptsId, month };
      throw new Refusal(
        'BAD_USER_INPUT',
        `Production of ${ptsId} in ${month} is given, and readings that say it.`,
        facts,
      );
    }
    months.add(month);
    kwh.set(key, (kwh.get(key) ?? zero).minus(each.onRecordKwh).plus(each.kwh));
  }
  for (const { ptsId, month, productionKwh } of input.production) {
    const member = byPtsId.get(ptsId);
    if (member && !input.leaving.includes(ptsId)) kwh.set(`${member.id} ${month}`, productionKwh);
  }
  if (input.onRecord || input.production.length + input.readings.length === 0)
    for (const key of recorded.keys()) months.add(parseMonth(key.split(' ')[1] ?? ''));
  const statements = await statementsOf(em, stayingIds, program);
  const statementsById = Map.groupBy(statements, ({ systemId }) => systemId);
  const factorOf = new Map(input.factors.map(({ ptsId, srecFactor }) => [ptsId, srecFactor]));
  const systemsOf = (month: Month): SystemProduction[] => {
    const silent: string[] = [];
    const unqualified: string[] = [];
    const systems = staying.flatMap(({ id, ptsId, inAsset }) => {
      const productionKwh = kwh.get(`${id} ${month}`);
      const statement = statementsById.get(id)?.find(each => holds(each, month));
      const given = factorOf.get(ptsId);
      if (!productionKwh || (!statement && !given)) {
        (productionKwh ? unqualified : silent).push(ptsId);
        return [];
      }
      if (!statement)
        assumptions.add(`${ptsId} is taken to be qualified for ${program} in ${month}, since a factor is given.`);
      if (!inAsset) assumptions.add(`${ptsId} is taken to be in the asset, which it is not today.`);
      const factor = given ?? new Decimal(statement?.srecFactor ?? 0);
      const eligibleKwh = statement ? eligibleKwhInTerm(month, productionKwh, statement) : productionKwh;
      return [{ systemId: id, factor, eligibleKwh }];
    });
    for (const each of shortList(silent))
      assumptions.add(`${each} produces nothing in ${month}: nothing is given, and nothing on record.`);
    for (const each of shortList(unqualified))
      assumptions.add(`${each} gives no ${program} in ${month}: it is not qualified then, and no factor is given.`);
    return systems;
  };
  const ordered = [...months].sort();
  if (ordered.length > maximumMonths) throw tooManyMonths(ordered);
  const adjustmentMwh = (await pendingAdjustments(em, [asset.id])).get(carryKey(asset.id, program))?.mwh ?? zero;
  const carry = (await closingCarries(em, [asset.id])).get(carryKey(asset.id, program)) ?? emptyCarry;
  const issued = issueMonths(
    carry,
    ordered.map(month => ({ month, systems: systemsOf(month) })),
    adjustmentMwh,
  );
  for (const month of ordered) {
    const rounding = valueOn(carryRounding, firstDayOf(month));
    if (rounding === 'HALF_UP')
      assumptions.add(
        'Ties between two whole kWh are rounded up: a policy of this house (`ruleTables`, carry-rounding).',
      );
  }
  assumptions.add(
    `Starts from the carry of today: ${decimalText(carry.gisCarryMwh)} MWh${asset.lastMonth ? `, of ${asset.lastMonth}` : ''}.`,
  );
  assumptions.add('Nothing hinders the issuance: the meters suit, and the terms are accepted.');
  if (!adjustmentMwh.isZero())
    assumptions.add(`Adjustments of ${decimalText(adjustmentMwh)} MWh that wait go into the first month.`);
  return {
    certificates: issued.reduce((sum, { minted }) => sum + minted, 0),
    months: issued.map(each => ({
      ...each,
      openingCarryMwh: each.opening.gisCarryMwh,
      closingCarryMwh: each.closing.gisCarryMwh,
    })),
    assumptions: [...assumptions],
  };
}

function isReported({ lastMonth }: { readonly lastMonth: Month | null }, month: Month): boolean {
  return lastMonth !== null && month <= lastMonth;
}

function tooManyMonths(months: readonly Month[]): Refusal {
  const sentence = `At most ${maximumMonths} months are computed, not ${months.length}.`;
  return new Refusal('BAD_USER_INPUT', sentence, { field: 'month', months: months.length, maximum: maximumMonths });
}

/** Systems of a month that are named one by one; an asset may have thousands. */
const namedAtMost = 20;

function shortList(ptsIds: readonly string[]): readonly string[] {
  if (ptsIds.length <= namedAtMost) return ptsIds;
  return [...ptsIds.slice(0, namedAtMost), `Each of ${ptsIds.length - namedAtMost} further systems`];
}

async function requireHeldAsset(em: EntityManager, actor: Actor, gisId: string, program: Program) {
  const asset = await maybeRow<{ id: string; lastMonth: Month | null }>(
    em,
    sql`select asset.id, (select to_char(max(i.month), 'YYYY-MM') from issuance i where i.asset_id = asset.id and i.program = ${program})
          as "lastMonth"
        from gis_asset asset where asset.gis_id = ${gisId} and ${assetIsHeld(actor, 'asset')}`,
  );
  if (!asset) throw new Refusal('NOT_FOUND', `There is no asset ${gisId} that your accounts hold.`, { gisId });
  return asset;
}

/** The systems in the asset today, and those that are named. */
async function membersOf(em: EntityManager, actor: Actor, assetId: string, input: WhatIfInput): Promise<Member[]> {
  const rowsOfInput = [...input.production, ...input.readings, ...input.factors];
  const named = [...new Set(rowsOfInput.map(({ ptsId }) => ptsId).concat(input.joining, input.leaving))];
  const found = await rows<Member>(
    em,
    sql`select s.id, s.pts_id as "ptsId", member.id is not null as "inAsset" from system s
        left join gis_asset_membership member on member.system_id = s.id and member.asset_id = ${assetId}::bigint
          and member.from_month <= ${actor.on} and (member.until_month is null or member.until_month > ${actor.on})
        where (member.id is not null or s.pts_id = any(${named}::text[])) and ${systemIsVisible(actor, 's.id')} order by s.id`,
  );
  const unknown = named.find(ptsId => !found.some(each => each.ptsId === ptsId));
  if (unknown !== undefined) {
    throw new Refusal('NOT_FOUND', `There is no system ${unknown}, or it is not yours to see.`, { ptsId: unknown });
  }
  return found;
}

/** kWh on record by `system month`, of the months after the last that is reported. */
async function kwhOnRecord(
  em: EntityManager,
  systemIds: readonly string[],
  lastMonth: Month | null,
): Promise<Map<string, Decimal>> {
  const scope = {
    months: (column: Sql) => (lastMonth === null ? sql`true` : sql`${column} > ${monthToDate(lastMonth)}::date`),
    systems: (column: Sql) => sql`${column} = any(${systemIds}::bigint[])`,
  };
  const found = await rows<{ systemId: string; month: string; kwh: string }>(
    em,
    sql`select system_id as "systemId", to_char(month, 'YYYY-MM') as month, production_kwh as kwh
        from (${productionOnRecord(scope)}) cell where production_kwh is not null`,
  );
  return new Map(found.map(({ systemId, month, kwh }) => [`${systemId} ${parseMonth(month)}`, new Decimal(kwh)]));
}

function statementsOf(em: EntityManager, systemIds: readonly string[], program: Program): Promise<Statement[]> {
  return rows<Statement>(
    em,
    sql`select system_id as "systemId", srec_factor as "srecFactor", effective_on::text as "effectiveOn",
               last_eligible_quarter as "lastEligibleQuarter"
        from statement_of_qualification where system_id = any(${systemIds}::bigint[]) and program = ${program}`,
  );
}

function holds({ effectiveOn, lastEligibleQuarter }: Statement, month: Month): boolean {
  return monthOf(effectiveOn) <= month && (lastEligibleQuarter === null || quarterOf(month) <= lastEligibleQuarter);
}
