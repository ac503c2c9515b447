import { type EntityManager, IsolationLevel } from '@mikro-orm/postgresql';
import { rawSql, rows, sql } from '../../platform/sql.js';
import { type Law, type LawResult, maximumPlaces, type Place } from './law.js';
import { laws } from './laws.js';

export interface RunLawsOptions {
  /** The laws to choose from; absent: those of the ledger. */
  readonly laws?: readonly Law[];
  /** Names of the laws to run; absent: all of them. */
  readonly only?: readonly string[];
  /** Told of each law as it is done; the next one waits for it. */
  readonly each?: (result: LawResult) => void | Promise<void>;
}

/** Runs the laws in one read-only transaction, so that all of them see the same state, whoever writes meanwhile. */
export function runLaws(
  em: EntityManager,
  { laws: known = laws, only, each }: RunLawsOptions = {},
): Promise<LawResult[]> {
  const chosen = only === undefined ? known : only.map(name => lawNamed(known, name));
  return em.fork().transactional(tx => checkLaws(tx, chosen, each), {
    isolationLevel: IsolationLevel.REPEATABLE_READ,
    readOnly: true,
  });
}

/** Runs laws in the transaction that the entity manager is in. */
export async function checkLaws(
  em: EntityManager,
  chosen: readonly Law[],
  each: RunLawsOptions['each'] = () => undefined,
): Promise<LawResult[]> {
  const results: LawResult[] = [];
  await rows(em, planForWholeTables);
  for (const law of chosen) {
    const result = await checkLaw(em, law);
    await each(result);
    results.push(result);
  }
  return results;
}

/**
 * Laws read whole tables. Right after an import there are no statistics yet, and a planner that believes tables to be small
 * would compare every row with every row.
 */
const planForWholeTables = sql`
  select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`;

async function checkLaw(em: EntityManager, { name, sentence, violations }: Law): Promise<LawResult> {
  const startedAt = performance.now();
  const found = await rows<{ count: string; place: Place }>(
    em,
    sql`select count(*) over () as count,
               (select json_object_agg(part.key, part.value) from json_each_text(row_to_json(violation)) part) as place
        from (${violations}) violation order by violation::text limit ${rawSql(String(maximumPlaces))}`,
  );
  return {
    name,
    sentence,
    holds: found.length === 0,
    count: Number(found[0]?.count ?? 0),
    places: found.map(({ place }) => place),
    milliseconds: Math.round(performance.now() - startedAt),
  };
}

function lawNamed(known: readonly Law[], name: string): Law {
  const law = known.find(each => each.name === name);
  if (law === undefined) throw new RangeError(`There is no law "${name}".`);
  return law;
}
