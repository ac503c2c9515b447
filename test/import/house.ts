import type { EntityManager } from '@mikro-orm/postgresql';
import { parseMonth } from '../../src/domain/month.js';
import {
  type ImportOutcome,
  type ImportRequest,
  importQualifiedUnits,
} from '../../src/import/import-qualified-units.js';
import { operatorActor } from '../../src/operator/operator.js';
import { rawSql, row, rows, sql } from '../../src/platform/sql.js';
import { openDatabase } from '../../src/server/database.js';
import { runYear, type YearFigures, type YearRequest } from '../../src/synthetic/run-year.js';
import { createTestDatabase } from '../support/database.js';
import { bytesOf } from './made-up-list.js';

/** A migrated database of a test's own. */
export interface TestHouse {
  readonly url: string;
  readonly em: EntityManager;
  import(text: string, options?: Partial<ImportRequest>): Promise<ImportOutcome>;
  end(): Promise<void>;
}

export async function openTestHouse(): Promise<TestHouse> {
  const database = await createTestDatabase();
  const orm = await openDatabase(database.url);
  const em = orm.em.fork();
  return {
    url: database.url,
    em,
    import: (text, options) => importQualifiedUnits(em.fork(), importRequest(bytesOf(text), options)),
    end: async () => {
      await orm.close(true);
      await database.drop();
    },
  };
}

export function importRequest(bytes: ImportRequest['bytes'], options: Partial<ImportRequest> = {}): ImportRequest {
  return {
    bytes,
    now: new Date('2021-04-01T12:00:00Z'),
    dryRun: false,
    despiteTotal: false,
    remark: () => undefined,
    progress: () => undefined,
    ...options,
  };
}

/** Runs the synthetic year of 2017-18 against a server on the database of the house. */
export async function runYearIn(
  { em }: TestHouse,
  url: string,
  options: Partial<YearRequest> = {},
): Promise<YearFigures> {
  const at = new Date();
  const { accountId } = await operatorActor(em, at);
  return runYear(em.fork(), {
    from: parseMonth('2017-07'),
    months: 12,
    seed: 'heron',
    url,
    record: { at, by: accountId },
    progress: () => undefined,
    ...options,
  });
}

/** What is in every table: how many rows, and a digest of all of them. */
export async function everyRow(em: EntityManager): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    em,
    sql`select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
          and relname <> 'rollup_dirty' order by relname`, // what may have changed, for the roll-ups: it may be said once more
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const { digest } = await row<{ digest: string }>(
      em,
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as digest
          from ${rawSql(name)} t`,
    );
    found[name] = digest;
  }
  return found;
}
