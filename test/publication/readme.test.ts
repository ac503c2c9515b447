import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { ruleTables } from '../../src/domain/rules/rule-tables.js';
import { publicTables } from '../../src/publication/tables/public-tables.js';

const readme = readFileSync('README.md', 'utf8');
const [, section = ''] = /^## The programme's pages, and what serves them\n([\s\S]*?)(?=^## )/m.exec(readme) ?? [];
const rows = section
  .split('\n')
  .filter(line => line.startsWith('| '))
  .slice(1)
  .map(line => line.split('|').map(cell => cell.trim()));
const served = rows.map(cells => cells[2] ?? '');
const operations = new Set(
  ['schema.graphql', 'schema.public.graphql'].flatMap(file => {
    const schema = buildSchema(readFileSync(file, 'utf8'));
    return [schema.getQueryType(), schema.getMutationType()].flatMap(type => Object.keys(type?.getFields() ?? {}));
  }),
);

test('what serves a page is a query or mutation that there is', () => {
  const named = served.flatMap(cell => [...cell.matchAll(/`([a-z]+[A-Z]?\w*)[^`]*`/g)].map(([, name = '']) => name));
  const slugs = new Set(served.flatMap(cell => [...cell.matchAll(/document `([^`]+)`/g)].map(([, slug = '']) => slug)));
  const files = new Set(publicTables.map(({ name }) => name));
  const isOther = (name: string) => [...slugs, ...files].some(each => each === name || each.startsWith(`${name}-`));
  expect(named.length).toBeGreaterThan(80);
  expect([...new Set(named)].filter(name => !operations.has(name) && !isOther(name))).toEqual([]);
});

test('the rule tables that it names are published', () => {
  const keys = [...section.matchAll(/`(?:ruleTables\(key: )?"([\w-]+)"\)?`/g)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(3);
  expect(keys.filter(key => !ruleTables.some(({ name }) => name === key))).toEqual([]);
});

test('every public table, and each of the fourteen documents, is in it', () => {
  for (const { name } of publicTables) expect(section).toContain(`\`${name}.csv\``);
  const slugs = [...section.matchAll(/document `([^`]+)`/g)].map(([, slug]) => slug);
  expect(slugs).toHaveLength(14);
  const migration = readFileSync('migrations/08-documents-prove-and-requests-ask.ts', 'utf8');
  expect(slugs.filter(slug => !migration.includes(`('${slug}'`))).toEqual([]);
});

test('a row without anything that serves it says why', () => {
  expect(rows.filter(([, , serves, why]) => serves === '' && why === '')).toEqual([]);
});
