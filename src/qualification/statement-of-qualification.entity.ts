import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { factorColumn, localDateColumn, whoAndWhen } from '../boundary/columns.js';
import { programs } from '../domain/program.js';
import type { MarketSector } from '../domain/rules/srec-factors.js';

export const marketSectors = ['A', 'B', 'C', 'MG'] as const satisfies readonly MarketSector[];

/**
 * A statement of qualification as it bears on one system: programme, term and factor, granted once and never edited. Class I has no
 * last quarter; the one that goes on after an opt-in term names the statement that it continues.
 */
export const StatementOfQualificationEntity = defineEntity({
  name: 'StatementOfQualification',
  tableName: 'statement_of_qualification',
  properties: {
    id: p.bigint('string').primary(),
    systemId: p.bigint('string'),
    sqNumber: p.text(),
    program: p.enum(programs),
    effectiveOn: p.type(localDateColumn),
    lastEligibleQuarter: p.text().nullable(),
    marketSector: p.enum(marketSectors).nullable(),
    srecFactor: p.type(factorColumn),
    factorSource: p.text(),
    factorConfidence: p.text(),
    flags: p.array(),
    decidedOn: p.type(localDateColumn).nullable(),
    continuesId: p.bigint('string').nullable(),
    requestId: p.bigint('string').nullable(),
    reason: p.text(),
    ...whoAndWhen,
  },
});
export type StatementOfQualificationRow = InferEntity<typeof StatementOfQualificationEntity>;
