/* The ratios as a plot: a bar for each row on a logarithmic scale, the goal as a line across it, what fell short in another colour. */
import { number } from './table.mjs';

const [left, right, top, line, bar] = [300, 70, 46, 24, 14];
const width = 900;

/** In: results. Out: the text of an SVG. */
export function plotOf({ rows, size, at, machine }) {
  const shown = rows.filter(({ ratio, goal }) => ratio !== null && goal !== null);
  const logs = shown.flatMap(({ ratio, goal, spread = [] }) => [ratio, goal, ...spread]).map(Math.log10);
  const [from, to] = [Math.floor(Math.min(0, ...logs) * 2) / 2, Math.ceil(Math.max(0, ...logs) * 2) / 2];
  const x = ratio => left + ((Math.log10(ratio) - from) / (to - from)) * (width - left - right);
  const height = top + shown.length * line + 34;
  const parts = shown.flatMap(({ workload, against, ratio, goal, spread = [ratio, ratio] }, index) => {
    const y = top + index * line;
    const reached = ratio >= goal;
    const [begin, end] = [Math.min(x(1), x(ratio)), Math.max(x(1), x(ratio))];
    return [
      text(left - 10, y + 11, `${workload} / ${against}`, 'end'),
      `<rect x="${round(begin)}" y="${y}" width="${round(Math.max(end - begin, 1))}" height="${bar}" fill="${reached ? '#2b7a5b' : '#b4532a'}"/>`,
      `<path d="M${round(x(spread[0]))} ${y + bar / 2}H${round(x(spread[1]))}" stroke="#555" stroke-width="1.5"/>`,
      `<path d="M${round(x(goal))} ${y - 3}v${bar + 6}" stroke="#111" stroke-width="2.5"/>`,
      text(width - right + 10, y + 11, number(ratio), 'start'),
    ];
  });
  const ticks = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300].filter(
    tick => Math.log10(tick) >= from && Math.log10(tick) <= to,
  );
  const axis = ticks.flatMap(tick => [
    `<path d="M${round(x(tick))} ${top - 8}V${height - 30}" stroke="${tick === 1 ? '#777' : '#ddd'}"/>`,
    text(x(tick), height - 14, String(tick), 'middle'),
  ]);
  const title = `The product against others, ${size} run of ${at.slice(0, 10)}, ${machine.cores} cores: more is better, | is the goal`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
${[text(14, 22, title, 'start'), ...axis, ...parts].join('\n')}
</svg>
`;
}

function text(x, y, words, anchor) {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="#222">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}

const round = value => Number(value.toFixed(1));
