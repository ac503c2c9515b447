/** A row of a made-up list: cells as they would be published. */
export interface MadeUpRow {
  readonly sq: string;
  readonly asset: string;
  readonly aggregation: string;
  readonly applicant: string;
  readonly name: string;
  readonly facility: string;
  readonly town: string;
  readonly zip: string;
  readonly kw: string;
  readonly effective: string;
  readonly lastQuarter: string;
  readonly operation: string;
  readonly decided: string;
  readonly utility: string;
  readonly installer: string;
  readonly cost: string;
  readonly perWatt: string;
}

const ordinary: MadeUpRow = {
  sq: 'PV-1001-12',
  asset: 'NON900001',
  aggregation: 'Aggregated',
  applicant: 'Tern Energy, LLC',
  name: 'Made-up unit 1',
  facility: 'Residential',
  town: 'Salisbury',
  zip: '01952',
  kw: '7.5',
  effective: '4/9/2013',
  lastQuarter: 'Q1 2023',
  operation: '4/9/2013',
  decided: '5/10/2013',
  utility: 'National Grid',
  installer: 'Plover Installers',
  cost: '$52,170.00 ',
  perWatt: '$5.68 ',
};

/** A row like an ordinary one but for what is given. */
export function madeUpRow(different: Partial<MadeUpRow> = {}): MadeUpRow {
  return { ...ordinary, ...different };
}

const headings =
  'MA RPS ID#,NEPOOL GIS Asset ID#,Member of Aggregation,Applicant Entity,Generation Unit Name,Facility Type,City/Town PTS,' +
  'Zip Code - PTS,Nameplate Capacity - PTS,RPS Effective Date *,Last SREC Eligible Quarter,Commercial Operation Date †,' +
  'SQ Date,Electric Utility,Installer, Total Installation Costs ,Installation Cost per Watt';
const blank = ','.repeat(16);

/** The text of a list in the published layout; the total is that of the rows unless another one is given. */
export function listText(rows: readonly MadeUpRow[], total = totalOf(rows)): string {
  return [
    `RPS Solar Carve-Out Qualified Renewable Generation Units${blank}`,
    `"Updated March 4, 2021"${blank}`,
    blank,
    `Total Qualified and Operational Capacity: ,,,"${total}"${','.repeat(13)}`,
    blank,
    blank,
    headings,
    ...rows.map(row => Object.values(row).map(quoted).join(',')),
    blank,
    `"* The earliest date, usually but not always that of operation."${blank}`,
    `"† The date of authorisation. If blank, there was no evidence."${blank}`,
    `‡ Capacity of the project in the row above.${blank}`,
    '',
  ].join('\r\n');
}

/** Line of the file on which a row stands, from its place among the rows. */
export const lineOf = (index: number) => index + 8;

/** The bytes of a text in windows-1252, in pieces. */
export async function* bytesOf(text: string, pieceLength = 700): AsyncGenerator<Uint8Array> {
  const marks: Readonly<Record<string, number>> = { '†': 0x86, '‡': 0x87, '’': 0x92 };
  const bytes = Uint8Array.from([...text], character => marks[character] ?? character.charCodeAt(0));
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

function totalOf(rows: readonly MadeUpRow[]): string {
  const watts = rows.reduce((sum, row) => sum + Math.round(Number(row.kw.replace(',', '')) * 1000), 0);
  return `${(watts / 1_000_000).toFixed(3)} MW (${rows.length.toLocaleString('en-US')} projects)`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
