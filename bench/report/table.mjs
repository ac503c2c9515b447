/* The table, as text with columns and as Markdown. */

const headings = [
  'workload',
  'against',
  'ratio',
  'goal',
  'spread',
  'product',
  'other',
  'CPU ms node+pg',
  'of the other',
  'peak MB',
  'bytes',
  'growth',
];

export const cellsOf = row => [
  row.workload,
  row.form ? `${row.against} (${row.form.replace(`${row.against}-`, '')})` : row.against,
  number(row.ratio),
  row.goal === null ? '' : number(row.goal),
  row.spread ? `${number(row.spread[0])}-${number(row.spread[1])}` : '',
  rate(row.product),
  rate(row.other),
  cpu(row.product),
  cpu(row.other),
  [row.product?.peakMb, row.other?.peakMb].map(mb => mb ?? '-').join(' / '),
  [row.product?.bytes, row.other?.bytes].map(bytes => (bytes ? Math.round(bytes) : '-')).join(' / '),
  growth(row),
];

/** Columns beside each other, for the screen. */
export function tableOf({ rows }) {
  const lines = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, at) => Math.max(...lines.map(line => String(line[at]).length)));
  const text = lines.map(line =>
    line
      .map((cell, at) => String(cell).padEnd(widths[at]))
      .join('  ')
      .trimEnd(),
  );
  const notes = notesOf(rows);
  return [
    text[0],
    widths.map(width => '-'.repeat(width)).join('  '),
    ...text.slice(1),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
}

/** As Markdown: what a README shows of it. */
export function markdownOf({ rows }) {
  const line = cells => `| ${cells.join(' | ')} |`;
  const shown = rows.map(row => {
    const [workload, against, ratio, goal, spread, product, other, cpu, otherCpu] = cellsOf(row);
    return [
      workload,
      against,
      goal !== '' && row.ratio < row.goal ? `**${ratio}**` : ratio,
      goal,
      spread,
      product,
      other,
      cpu,
      otherCpu,
      growth(row),
    ];
  });
  const heads = [...headings.slice(0, 9), 'growth'];
  const notes = notesOf(rows).map(note => `- ${note}`);
  return [line(heads), line(heads.map(() => '---')), ...shown.map(line), '', ...notes].join('\n');
}

function notesOf(rows) {
  return [...new Set(rows.flatMap(({ workload, notes = [] }) => notes.map(note => `${workload}: ${note}`)))];
}

/** What a request takes by the number of systems, and with which power of it that grows. */
function growth({ growth: found }) {
  if (!found) return '';
  return `${Object.values(found.cost).map(number).join(' -> ')} (${number(found.exponent)})`;
}

function rate(figures) {
  return figures ? `${number(figures.perSecond)}/s` : '';
}

function cpu(figures) {
  return figures?.nodeMs === undefined ? '' : `${number(figures.nodeMs)}+${number(figures.postgresMs)}`;
}

/** Three digits. */
export function number(value) {
  if (value === null || value === undefined) return '';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
