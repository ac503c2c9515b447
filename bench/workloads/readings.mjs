/* The rows that are submitted in a month: every system reads what the population's own pattern says. The product gets them as a client
 * sends them, the limit as columns that are judged already. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstId, monthAt } from '../population/state.mjs';

/** Milli-kWh that a system produces in every month: an integer, so that no sum is rounded. */
const monthly = n => 400_125 + ((firstId + n) % 700) * 1000;

const kwh = milli => `${Math.floor(milli / 1000)}.${String(milli % 1000).padStart(3, '0')}`;

/** Rows of the systems `from`..`from + count` for the month of an index. */
export function readingsOf(index, from, count) {
  const month = monthAt(index);
  return Array.from({ length: count }, (_, at) => {
    const n = from + at + 1;
    return {
      n,
      ptsId: `BENCH-${n}`,
      readAt: `${month}-28T14:00:00Z`,
      valueKwh: kwh(monthly(n) * (index + 1)),
      differenceKwh: kwh(monthly(n)),
    };
  });
}

/** The clock at which a month is submitted. */
export const clockOf = index => `${monthAt(index)}-28T15:00:00Z`;

const mutation = `mutation Report($input: SubmitReadingColumnsInput!, $key: String!) {
  submitReadingColumns(input: $input, idempotencyKey: $key) { accepted refused
    columns { month statuses readingIds productionsKwh flags refusals { index code message expected } } } }`;

/** Bodies of the mutation, written to files; gives their names. */
export function mutationFiles(directory, index, rows, perCall) {
  return chunks(rows, perCall).map((part, call) => {
    const input = {
      ptsIds: part.map(({ ptsId }) => ptsId),
      readAts: part.map(({ readAt }) => readAt),
      valuesKwh: part.map(({ valueKwh }) => valueKwh),
    };
    const body = { query: mutation, variables: { input, key: `bench ${index} ${call}` } };
    return fileWith(directory, `call-${index}-${call}.json`, JSON.stringify(body));
  });
}

/** A file of CSV. */
export function csvFile(directory, index, rows) {
  const lines = rows.map(({ ptsId, readAt, valueKwh }) => `${ptsId},${readAt},${valueKwh}\n`);
  return fileWith(directory, `upload-${index}.csv`, `ptsId,readAt,valueKwh\n${lines.join('')}`);
}

/** Columns for the limit. */
export function batchesOf(rows, perCall) {
  return chunks(rows, perCall).map(part => ({
    ids: part.map(({ n }) => firstId + n),
    readAt: part.map(({ readAt }) => readAt),
    values: part.map(({ valueKwh }) => valueKwh),
    differences: part.map(({ differenceKwh }) => differenceKwh),
  }));
}

function chunks(rows, size) {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

function fileWith(directory, name, text) {
  const file = join(directory, name);
  writeFileSync(file, text);
  return file;
}
