import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { monthColumn } from '../boundary/columns.js';

export const exportContents = ['SYSTEMS', 'READINGS', 'PRODUCTION', 'CERTIFICATES', 'LEDGER_ENTRIES'] as const;
export type ExportContent = (typeof exportContents)[number];

export const exportFormats = ['JSON_LINES', 'CSV'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportStates = ['WAITING', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'FORGOTTEN'] as const;
export type ExportState = (typeof exportStates)[number];

/** What an account asked for as a file, and how far it is written: `position` is where the next piece begins. */
export const ExportEntity = defineEntity({
  name: 'Export',
  tableName: 'export',
  properties: {
    id: p.bigint('string').primary(),
    accountId: p.bigint('string'),
    content: p.enum(exportContents),
    format: p.enum(exportFormats),
    fromMonth: p.type(monthColumn).nullable(),
    toMonth: p.type(monthColumn).nullable(),
    state: p.enum(exportStates),
    progressPercent: p.integer().default(0),
    position: p.text().nullable(),
    rowCount: p.bigint('number').default(0),
    pieceCount: p.integer().default(0),
    byteLength: p.bigint('number').default(0),
    createdAt: p.datetime(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
    endedAt: p.datetime().nullable(),
  },
});
export type ExportRow = InferEntity<typeof ExportEntity>;

/** A piece of the file of an export; `systemIds`: of what belongs to systems, those that it is of. */
export const ExportPieceEntity = defineEntity({
  name: 'ExportPiece',
  tableName: 'export_piece',
  properties: {
    exportId: p.bigint('string').primary(),
    number: p.integer().primary(),
    firstByte: p.bigint('number'),
    byteLength: p.integer(),
    content: p.blob(),
    systemIds: p.array().columnType('bigint[]'),
  },
});
