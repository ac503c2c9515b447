import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseSource, partOf, type SourceFile, sourceFiles } from './source-files.js';

/**
 * The order of the house, each line looking only at the lines above it: what a line names may import anything above, and its
 * own folder. Parts on one line do not know each other.
 */
const order = [
  ['domain'],
  ['boundary'],
  ['platform'],
  ['clock', 'account'],
  ['document'],
  ['system'],
  ['request'],
  ['ownership'],
  ['gis'],
  ['qualification'],
  ['metering'],
  ['submission', 'change', 'registration'],
  ['ledger'],
  ['market'],
  ['auction'],
  ['compliance'],
  ['rollup'],
  ['portfolio'],
  ['publication'],
  ['delivery'],
  ['export'],
  ['conformance'],
  ['operator'],
  ['import', 'synthetic', 'demo'],
  ['server'],
  ['cli'],
];

/** Parts that stand beside the order, with all that they may import; only the command line may import them, and who is named below. */
const apart: Readonly<Record<string, readonly string[]>> = {
  embedded: [],
  vectors: ['domain'],
  client: ['domain'],
  'demo-year': ['client'],
};

/** Who asks the API over HTTP, as anybody would, beside the command line. */
const clients: readonly string[] = ['synthetic'];

/** Files that nothing imports: where the house is entered, and by whom. */
const entries: Readonly<Record<string, string>> = {
  'src/cli.ts': 'bin/pts.mjs runs it',
  'src/server/print-schema.ts': 'scripts/schema.mjs runs it',
  'src/embedded/destroy.ts': 'test/support/global-setup.mjs removes the database of a test run by it',
};

const files = sourceFiles('src');
const byPath = new Map(files.map(file => [file.path, file]));
const breachesOf = (among: readonly SourceFile[]) => (offends: (file: SourceFile) => readonly string[]) =>
  among.flatMap(file => offends(file).map(offence => `${file.path}: ${offence}`));
const breaches = breachesOf(files);

test('every part of the house has its place in the order', () => {
  const placed = new Set([...order.flat(), ...Object.keys(apart)]);
  expect([...new Set(files.map(file => partOf(file.path)))].filter(part => !placed.has(part))).toEqual([]);
});

test('a part imports only what stands before it in the order', () => {
  const rows = order.findIndex(row => row.includes('cli'));
  const mayImport = (from: string, to: string) => {
    const line = order.findIndex(row => row.includes(from));
    if (from in apart) return apart[from]?.includes(to);
    if (to in apart) return line === rows || (to === 'client' && clients.includes(from));
    const other = order.findIndex(row => row.includes(to));
    return other >= 0 && other < line;
  };
  expect(
    breaches(file =>
      file.files
        .filter(imported => !imported.startsWith('migrations/'))
        .filter(imported => partOf(imported) !== partOf(file.path) && !mayImport(partOf(file.path), partOf(imported)))
        .map(imported => `imports ${imported}`),
    ),
  ).toEqual([]);
});

test('migrations are imported by their list alone, and import nothing of the house', () => {
  const importers = files.filter(file => file.files.some(imported => imported.startsWith('migrations/')));
  expect(importers.map(file => file.path)).toEqual(['src/server/migrations-list.ts']);
  expect(sourceFiles('migrations').filter(file => file.files.some(imported => imported.startsWith('src/')))).toEqual(
    [],
  );
});

test('every import leads to a file', () => {
  const migrations = new Set(sourceFiles('migrations').map(file => file.path));
  expect(breaches(file => file.files.filter(imported => !byPath.has(imported) && !migrations.has(imported)))).toEqual(
    [],
  );
});

test('no file imports itself by way of others', () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (done.has(path) || way.includes(path)) return;
    for (const imported of byPath.get(path)?.files ?? []) visit(imported, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(cycles).toEqual([]);
});

test('every file is imported by another or is an entry', () => {
  const imported = new Set(files.flatMap(file => file.files));
  const alone = files.map(file => file.path).filter(path => !imported.has(path));
  expect(alone.filter(path => !(path in entries))).toEqual([]);
  expect(Object.keys(entries).filter(path => !byPath.has(path) || imported.has(path))).toEqual([]);
});

describe('the pure room', () => {
  const domain = files.filter(file => partOf(file.path) === 'domain');
  const said = (pattern: RegExp, except: readonly string[] = []) =>
    domain.filter(file => !except.includes(file.path) && pattern.test(file.code)).map(file => file.path);

  test('imports decimal.js and itself', () => {
    expect([...new Set(domain.flatMap(file => file.packages))]).toEqual(['decimal.js']);
  });

  test('reads no clock: an instant is an argument', () => {
    expect(said(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b/)).toEqual([]);
  });

  test('asks neither the environment nor the network, and waits for nothing', () => {
    expect(
      said(/(?<![.\w])process\s*\??[.[]|\basync\b|\bawait\b|\bPromise\b|\bfetch\b|\bglobalThis\b|\bimport\s*\(/),
    ).toEqual([]);
  });

  test('draws no lots', () => {
    expect(said(/\bMath\.random\b|\bcrypto\b/)).toEqual([]);
  });

  test('rounds and leaves exact numbers in one file', () => {
    expect(said(/\bMath\.round\b|\bparseFloat\b|\.toNumber\(/, ['src/domain/decimal.ts'])).toEqual([]);
  });
});

test('nothing is exported by default', () => {
  expect(breaches(file => file.code.match(/^\s*export (?:default\b|\{[^}]*\bas default\b)/m) ?? [])).toEqual([]);
});

test('no file is one that a reader would dread: at most 300 lines and 14 kB', () => {
  expect(
    breachesOf([...files, ...sourceFiles('bench', '.mjs')])(({ text }) => [
      ...(text.split('\n').length > 301 ? [`${text.split('\n').length - 1} lines`] : []),
      ...(Buffer.byteLength(text) > 14_000 ? [`${Buffer.byteLength(text)} bytes`] : []),
    ]),
  ).toEqual([]);
});

test('decimal.js is imported by the domain alone: others take Decimal from there', () => {
  expect(files.filter(file => file.packages.includes('decimal.js')).map(file => file.path)).toEqual([
    'src/domain/decimal.ts',
  ]);
});

test('graphql-shield and graphql-middleware are loaded in one file', () => {
  const loads = (file: SourceFile) => /graphql-(shield|middleware)'/.test(file.text);
  expect(files.filter(loads).map(file => file.path)).toEqual(['src/server/shield.ts']);
});

test('npm start gives Node the options that every other way of starting takes', async () => {
  const { RUNTIME_OPTIONS } = await import(resolve('bin/node-runtime.mjs'));
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(scripts.start).toBe(['node', ...RUNTIME_OPTIONS, 'bin/pts.mjs serve'].join(' '));
});

test('the parser sees every way to import, and none in a comment', () => {
  const source = parseSource(
    'src/a/b.ts',
    `import type { A } from './a.js';
import {
  B,
} from '../c/d.js';
import 'reflect-metadata';
export * from './e.js';
// import { F } from './f.js';
/* import { G } from './g.js'; */
const late = await import('../h.js'); // as above
const text = 'process // new Date()';`,
  );
  expect(source.files).toEqual(['src/a/a.ts', 'src/c/d.ts', 'src/a/e.ts', 'src/h.ts']);
  expect(source.packages).toEqual(['reflect-metadata']);
  expect(source.code).not.toMatch(/process|Date/);
});
