import { ConfidenceEnum } from '../../boundary/confidence.js';
import { decimalText } from '../../domain/decimal.js';
import { classIAcpRates, srecIAcpRates, srecIIAcpRates } from '../../domain/rules/acp-rates.js';
import { ProgramEnum } from '../../qualification/qualification.type.js';
import { column } from './column.js';
import { listedTable } from './table.js';

const tables = [
  ['CLASS_I', classIAcpRates],
  ['SREC_I', srecIAcpRates],
  ['SREC_II', srecIIAcpRates],
] as const;

const listed = tables.flatMap(([program, { rows }]) =>
  rows.map(({ from, value, source, confidence }) => {
    const complianceYear = Number(from?.slice(0, 4));
    const id = `${program}/${complianceYear}`;
    return { key: id, id, program, complianceYear, rateDollars: decimalText(value), source, confidence };
  }),
);

/** The schedules of Alternative Compliance Payments. Source: program/002; domain 2.1. */
export const acpRates = listedTable(
  {
    name: 'acp-rates',
    version: '1.0',
    refreshed: 'ON_DECISION',
    keywords: ['alternative compliance payment', 'ACP', 'SREC'],
    typeName: 'PublicAcpRate',
    title: 'Alternative Compliance Payment rates',
    description: 'The Alternative Compliance Payment of a programme in a compliance year, with its source.',
    source: 'Dated rules of the PTS (`ruleTables`); each row names its own source.',
    columns: [
      column('id', 'ID', 'Stable: programme and year.'),
      column('program', 'CODE', 'The programme.', ProgramEnum),
      column('complianceYear', 'INTEGER', 'The compliance year.'),
      column('rateDollars', 'DECIMAL', 'Dollars for each MWh that is missing.'),
      column('source', 'TEXT', 'Where it comes from.'),
      column('confidence', 'CODE', 'How sure it is; INFERRED: shown, never used.', ConfidenceEnum),
    ],
  },
  async () => [...listed].sort((a, b) => (a.key < b.key ? -1 : 1)),
);
