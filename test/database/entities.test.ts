import type { EntityMetadata, EntityProperty, MikroORM } from '@mikro-orm/postgresql';
import { rawSql, rows } from '../../src/platform/sql.js';
import { openDatabase } from '../../src/server/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
}

/** Tables that no entity stands for: kept by the migrator, and single rows that are read by SQL. */
const withoutEntity = ['migration', 'house', 'rate_count', 'rollup_state', 'sandbox_clock', 'worker_life'];

let database: TestDatabase;
let orm: MikroORM;
let columns: Column[];
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openDatabase(database.url);
  columns = await rows<Column>(
    orm.em.fork(),
    rawSql(`
      select t.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
             coalesce(a.attnum = any((x.indkey::int2[])[0:x.indnkeyatts - 1]), false) as primary
      from pg_class t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index x on x.indrelid = t.oid and x.indisprimary
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
      order by t.relname, a.attname`),
  );
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

test('every table has an entity, and every entity a table', () => {
  const tables = [...new Set(columns.map(column => column.table))].filter(table => !withoutEntity.includes(table));
  const entities = metadata().map(entity => entity.tableName);
  expect(entities.sort()).toEqual(tables.sort());
});

test('every column of the migrated database is a property of its entity, with the same type, and the other way round', () => {
  const ofEntities = metadata().flatMap(entity => entity.props.map(property => columnOf(entity, property)));
  const byName = (a: Column, b: Column) => (`${a.table}.${a.name}` < `${b.table}.${b.name}` ? -1 : 1);
  const ofTables = columns.filter(({ table }) => !withoutEntity.includes(table));
  expect(ofEntities.sort(byName)).toEqual(ofTables.sort(byName));
});

test('every constraint has a name that somebody chose', async () => {
  const constraints = await rows<{ table: string; name: string }>(
    orm.em.fork(),
    rawSql(`
      select t.relname as "table", c.conname as name from pg_constraint c
      join pg_class t on t.oid = c.conrelid and not t.relispartition
      where t.relnamespace = 'public'::regnamespace and t.relname <> 'migration' and c.contype <> 'n' and c.conparentid = 0`),
  );
  expect(constraints.length).toBeGreaterThan(150);
  expect(constraints.filter(({ name }) => /_(check|fkey|key|pkey|excl)\d*$/.test(name))).toEqual([]);
});

function metadata(): EntityMetadata[] {
  return [...orm.getMetadata().getAll().values()];
}

/** A property as a column; types by the name that PostgreSQL gives them. */
function columnOf(entity: EntityMetadata, property: EntityProperty): Column {
  const [declared = ''] = property.columnTypes;
  return {
    table: entity.tableName,
    name: property.fieldNames[0] ?? '',
    type: nameOfType(declared),
    nullable: property.nullable === true,
    primary: property.primary === true,
  };
}

function nameOfType(declared: string): string {
  const names: Readonly<Record<string, string>> = {
    int: 'integer',
    boolean: 'boolean',
    timestamptz: 'timestamp with time zone',
    'timestamptz(6)': 'timestamp with time zone',
  };
  return names[declared] ?? declared;
}
