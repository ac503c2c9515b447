import { permissions } from '../../../src/server/permissions.js';
import type { Api } from './api.js';
import type { Answer } from './ask.js';
import { rootFields } from './documents.js';
import { type Probe, probes } from './probes.js';
import { type SampleWorld, samples } from './samples.js';
import type { MadeSystem } from './world.js';

/** A kind of account that asks, what is its own, and what is another's. */
export interface Asker {
  readonly kind: string;
  readonly token: string | null;
  readonly own: MadeSystem;
  readonly foreign: MadeSystem;
}

/** Rows of the matrix: every field of Query and Mutation and every guarded edge inside. */
export const operations: readonly string[] = [
  ...rootFields('Query').map(field => `Query.${field.name}`),
  ...Object.entries(permissions)
    .filter(([type]) => type !== 'Query' && type !== 'Mutation')
    .flatMap(([type, fields]) => Object.keys(fields).map(field => `${type}.${field}`)),
  ...rootFields('Mutation').map(field => `Mutation.${field.name}`),
];

/** Everybody who may ask; staff and the regulator have nothing of their own. */
export function askersOf(world: SampleWorld): readonly Asker[] {
  const { oak, elm, ash } = world;
  const ofOak = { own: oak, foreign: elm };
  return [
    { kind: 'nobody', token: null, ...ofOak },
    { kind: 'SYSTEM_OWNER', token: world.owner.token, ...ofOak },
    { kind: 'REC_OWNER', token: world.recOwner.token, ...ofOak },
    { kind: 'REPRESENTATIVE', token: world.representative.token, ...ofOak },
    { kind: 'DAS provider', token: world.dasProvider.token, own: elm, foreign: oak },
    { kind: 'those three', token: world.several.token, own: ash, foreign: oak },
    { kind: 'SUPPLIER', token: world.supplier.token, ...ofOak },
    { kind: 'BROKER', token: world.broker.token, ...ofOak },
    { kind: 'STAFF', token: world.staff.token, ...ofOak },
    { kind: 'REGULATOR', token: world.regulator.token, ...ofOak },
  ];
}

/** What an asker gets: one word, or, where another's rows are answered otherwise than its own, `own, else ...`. */
export async function cell(api: Api, world: SampleWorld, operation: string, asker: Asker): Promise<string> {
  const own = await outcome(api, world, operation, asker.token, asker.own);
  const foreign = await outcome(api, world, operation, asker.token, asker.foreign);
  if (own === foreign) return own;
  return own === 'yes' ? `own, else ${foreign}` : `own: ${own}, else ${foreign}`;
}

async function outcome(
  api: Api,
  world: SampleWorld,
  operation: string,
  token: string | null,
  target: MadeSystem,
): Promise<string> {
  const [type = '', field = ''] = operation.split('.');
  if (type === 'Mutation') {
    const sample = samples[field];
    if (!sample) throw new Error(`no sample for ${operation}`);
    return mutationWord(field, await api.mutate(token, field, sample(world, target, 0), { dryRun: true }));
  }
  const probe = probes[operation];
  if (!probe) throw new Error(`no probe for ${operation}`);
  return queryWord(probe, await api.ask(token, probe.query, probe.variables?.(target, world)), target, world);
}

/** A dry run went well or was refused, as a whole or in its row. */
function mutationWord(field: string, { data, errors, text }: Answer<{ [name: string]: unknown }>): string {
  const [error] = errors;
  if (error) return error.extensions.code;
  if (!data?.[field]) throw new Error(`neither data nor an error: ${text}`);
  return /"status":"REFUSED".*"code":"(\w+)"/.exec(text)?.[1] ?? 'yes';
}

function queryWord(
  probe: Probe,
  { errors, text }: Answer<{ [name: string]: unknown }>,
  target: MadeSystem,
  world: SampleWorld,
): string {
  const [error] = errors;
  if (error) return error.extensions.code;
  if (!probe.shown) return 'yes';
  const shown = probe.shown(target, world);
  if (typeof shown === 'string' ? text.includes(shown) : shown(text)) return 'yes';
  return /^\{"data":\{"\w+":null\},/.test(text) ? 'null' : 'empty';
}

/** The matrix as a table for people. */
export function tableOf(rows: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const kinds = Object.keys(Object.values(rows)[0] ?? {});
  const lines = [['', ...kinds], ...Object.entries(rows).map(([name, cells]) => [name, ...Object.values(cells)])];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0))) ?? [];
  return lines
    .map(line =>
      line
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n');
}
