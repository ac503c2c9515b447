/* Where results are kept: the latest ones, and those of each full run under its minute, with the plot and the table in the README. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plotOf } from './plot.mjs';
import { writeReadme } from './readme.mjs';

const directory = fileURLToPath(new URL('../results', import.meta.url));

/** Writes `latest.json`; of a full run of all workloads also what stays. */
export function writeResults(results, { whole }) {
  mkdirSync(directory, { recursive: true });
  const text = `${JSON.stringify(results, rounded, 2)}\n`;
  writeFileSync(join(directory, 'latest.json'), text);
  if (!whole || results.size !== 'full') return;
  const minute = results.at.slice(0, 16).replace(/[T:]/g, '-'); // 2026-11-29-21-00
  writeFileSync(join(directory, `${minute}.json`), text);
  writeFileSync(join(directory, 'ratios.svg'), plotOf(results));
  writeReadme(results);
}

function rounded(_key, value) {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
