import { ConfidenceEnum } from '../../boundary/confidence.js';
import { decimalText, publishedPercentText } from '../../domain/decimal.js';
import { srecIIMinimumStandards, srecIMinimumStandards } from '../../domain/rules/minimum-standards.js';
import { ProgramEnum } from '../../qualification/qualification.type.js';
import { column, optional } from './column.js';
import { listedTable } from './table.js';

const tables = [
  ['SREC_I', srecIMinimumStandards],
  ['SREC_II', srecIIMinimumStandards],
] as const;

const listed = tables.flatMap(([program, { rows }]) =>
  rows.map(({ from, value, source, confidence }) => {
    const complianceYear = Number(from?.slice(0, 4));
    const { percent, obligationMwh, contractedBefore } = value;
    const id = `${program}/${complianceYear}${contractedBefore === null ? '' : `/${contractedBefore}`}`;
    return {
      key: id,
      id,
      program,
      complianceYear,
      percent: publishedPercentText(percent),
      contractedBefore,
      obligationMwh: obligationMwh && decimalText(obligationMwh),
      source,
      confidence,
    };
  }),
);

/** The Minimum Standard of each compliance year. Source: program/002; domain 2.2. */
export const minimumStandards = listedTable(
  {
    name: 'minimum-standards',
    version: '1.0',
    refreshed: 'ON_DECISION',
    keywords: ['minimum standard', 'obligation', 'SREC'],
    typeName: 'PublicMinimumStandard',
    title: 'Minimum Standard',
    description: 'The Minimum Standard of a solar carve-out in a compliance year, with its source.',
    source: 'Dated rules of the PTS (`ruleTables`); each row names its own source.',
    columns: [
      column('id', 'ID', 'Stable: programme, year, and the age of the contracts where it matters.'),
      column('program', 'CODE', 'The programme.', ProgramEnum),
      column('complianceYear', 'INTEGER', 'The compliance year.'),
      column('percent', 'DECIMAL', 'Percent of the total retail load obligation.'),
      optional(
        'contractedBefore',
        'DATE',
        'Holds for load contracted before this day alone; empty: for all other load.',
      ),
      optional('obligationMwh', 'DECIMAL', 'The obligation in MWh that it came from, where known.'),
      column('source', 'TEXT', 'Where it comes from.'),
      column('confidence', 'CODE', 'How sure it is.', ConfidenceEnum),
    ],
  },
  async () => [...listed].sort((a, b) => (a.key < b.key ? -1 : 1)),
);
