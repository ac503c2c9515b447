import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLSchema,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  parse,
  print,
  validate,
} from 'graphql';
import type { Api } from '../../api/support/api.js';
import { ask } from '../../api/support/ask.js';
import type { Neighbourhood } from '../../api/support/neighbourhood.js';
import { startWithNeighbourhood } from '../../api/support/start-with.js';
import { blocksOf } from '../../docs/support/page.js';
import { seeded } from '../../support/seeded.js';
import { type Pool, type RandomQuery, randomQuery } from './random-queries.js';

/** The two endpoints: path, schema, and where their documented operations are. */
export const endpoints = [
  ['/graphql', 'schema.graphql', 'test/operations'],
  ['/public/graphql', 'schema.public.graphql', 'test/operations/public'],
] as const;

/** A small world that is asked over HTTP, so that both executors answer. */
export interface BothExecutors {
  /** The queries of the documents in a folder and in docs/ that fit a schema. */
  documented(schemaFile: string, folder: string): RandomQuery[];
  /** So many queries that were made up from a seed. */
  generated(schemaFile: string, howMany: number, seed: number): RandomQuery[];
  /**
   * Asks each three times, by askers in turn: for the first time graphql-js executes it, for the third time its compiled form, where it
   * has one. Out: where the two answers are not the same text (data and the order of its fields, errors and theirs), and how many
   * answers came from a compiled form.
   */
  ask(path: string, queries: readonly RandomQuery[]): Promise<{ readonly wrong: string[]; readonly compiled: number }>;
  stop(): Promise<void>;
}

export async function startBothExecutors(): Promise<BothExecutors> {
  const lines: string[] = [];
  const logStream = { write: (line: string) => void lines.push(line) };
  const { api, world } = await startWithNeighbourhood({ logLevel: 'info', logStream });
  const { staff, regulator, elmOwner, dasProvider, several } = world;
  const askers = [staff.token, regulator.token, elmOwner.token, dasProvider.token, several.token, null];
  const pool = await poolOf(api, world);
  return {
    documented: (schemaFile, folder) => {
      const schema = schemaIn(schemaFile);
      const queries = documentsIn(folder).flatMap(document => queriesIn(schema, document, pool));
      return queries.flatMap(query => [query, query]); // by two askers
    },
    generated: (schemaFile, howMany, seed) => {
      const schema = schemaIn(schemaFile);
      const random = seeded(seed);
      const queries: RandomQuery[] = [];
      while (queries.length < howMany) {
        const made = randomQuery(schema, pool, random);
        if (made.query.length > 4_000) continue;
        if (validate(schema, parse(made.query), [OverlappingFieldsCanBeMergedRule]).length === 0) queries.push(made);
      }
      return queries;
    },
    async ask(path, queries) {
      lines.length = 0;
      const wrong: string[] = [];
      let next = 0;
      const work = async () => {
        for (let at = next++; at < queries.length; at = next++) {
          const found = await differs(`${api.url}${path}`, askers[at % askers.length] ?? null, queries[at]);
          if (found !== null) wrong.push(found);
        }
      };
      await Promise.all([work(), work(), work(), work()]);
      return { wrong, compiled: lines.filter(line => line.includes('"compiled":true')).length };
    },
    stop: () => api.stop(),
  };
}

/** Where the answers of both differ; null: nowhere. */
async function differs(endpoint: string, token: string | null, asked: RandomQuery | undefined): Promise<string | null> {
  const { query = '', variables } = asked ?? {};
  for (const again of ['', '\n# again: a minute may have gone by between two answers']) {
    const once = () => ask(endpoint, token, query + again, variables);
    const first = await once();
    await once();
    const third = await once();
    if (alike(first.text, third.text) && first.status === third.status) return null;
    if (again !== '') return [query, JSON.stringify(variables), first.text, third.text].join('\n');
  }
  return null;
}

/**
 * Where a refusal leaves no data, the first of several that are on their way is the only one that is told, and which that is changes from
 * one execution to the next on either executor: of such answers it counts that they are.
 */
function alike(one: string, other: string): boolean {
  return withoutSeconds(one) === withoutSeconds(other) || (isWithoutData(one) && isWithoutData(other));
}

function isWithoutData(answer: string): boolean {
  return /^\{"errors":\[.*\],"data":null[,}]/.test(answer);
}

/** The sandbox clock and the end of the feed go on between two answers, and the id of a request is its own. */
function withoutSeconds(answer: string): string {
  return answer
    .replace(/:\d\d(\.\d+)?Z"/g, ':00Z"')
    .replace(/"requestId":"[^"]*"/g, '"requestId":""')
    .replace(/"[\w-]{32}"/g, '"cursor of the feed"');
}

function schemaIn(file: string): GraphQLSchema {
  return buildSchema(readFileSync(file, 'utf8'));
}

function documentsIn(folder: string): string[] {
  const operations = readdirSync(folder).filter(name => name.endsWith('.graphql'));
  const pages = readdirSync('docs').filter(name => name.endsWith('.md'));
  return [
    ...operations.map(name => readFileSync(join(folder, name), 'utf8')),
    ...pages
      .flatMap(name => blocksOf(join('docs', name)))
      .filter(({ language }) => language === 'graphql')
      .map(({ text }) => text),
  ];
}

/** Each query of a document as a document of its own, with its fragments, and values for its variables. */
function queriesIn(schema: GraphQLSchema, text: string, pool: Pool): RandomQuery[] {
  const document = parse(text);
  if (validate(schema, document).length > 0) return [];
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return document.definitions.flatMap(each => {
    if (each.kind !== Kind.OPERATION_DEFINITION || each.operation !== 'query') return [];
    const variables = (each.variableDefinitions ?? []).map(({ variable: { name }, type }) => {
      const named = print(type).replace(/[[\]!]/g, '');
      const value = (pool[name.value] ?? pool[named] ?? [undefined])[0];
      return [name.value, print(type).startsWith('[') ? [value] : value] as const;
    });
    const query = [each, ...fragments].map(print).join('\n');
    return [{ query, variables: Object.fromEntries(variables.filter(([, value]) => value !== undefined)) }];
  });
}

async function poolOf({ database }: Api, { oak, elm, ash }: Neighbourhood): Promise<Pool> {
  const { rows } = await database.query<{ id: string }>('select id::text from organisation order by id limit 5');
  const nodeIds = [`System:${oak.ptsId}`, `GisAsset:${elm.gisId}`, 'Account:1', 'Nothing:1'];
  const nodeId = nodeIds.map(each => Buffer.from(each).toString('base64url'));
  return {
    ID: [...rows.map(({ id }) => id), '1', '999999', 'x', ...nodeId],
    ptsId: [oak.ptsId, elm.ptsId, ash.ptsId, 'PTS-PV2000-1'],
    gisId: [oak.gisId, elm.gisId, ash.gisId, 'NON1'],
    nodeId,
    nodeIds: nodeId,
    ids: nodeId,
    first: [1, 2, 3, 500, 0],
    after: [null, 'bm90IG91cnM'],
    year: [2024, 2023, 1],
    Int: [1, 2, 12, 0],
    Boolean: [true, false],
    String: ['elm', 'Boston', ''],
    Decimal: ['1', '2.5', '1000000'],
    Month: ['2024-01', '2024-03', '2024-04', '2023-12'],
    Quarter: ['2024-Q1', '2024-Q2', '2023-Q4'],
    Date: ['2024-03-31', '2024-04-28'],
    DateTime: ['2024-03-28T15:00:00Z', '2024-04-28T15:00:00Z'],
  };
}
