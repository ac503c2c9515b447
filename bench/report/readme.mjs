/* Puts the table of a full run into the README of the project, between its two marks. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { markdownOf } from './table.mjs';

const file = fileURLToPath(new URL('../../README.md', import.meta.url));
const marks = /(<!-- bench: the table of the last full run -->\n)[\s\S]*?(<!-- bench: end -->)/;

export function writeReadme(results) {
  const { at, seconds, machine } = results;
  const { cores, processor, memoryGb } = machine;
  const said = `Run of ${at.slice(0, 10)} on ${cores} cores (${processor}, ${memoryGb} GB), ${Math.round(seconds / 60)} minutes.`;
  const section = `\n${said}\n\n${markdownOf(results)}\n\n![Ratios by workload](bench/results/ratios.svg)\n\n`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marks, (_, begin, end) => `${begin}${section}${end}`),
  );
}
