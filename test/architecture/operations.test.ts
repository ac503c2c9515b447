import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, loadContext } from '@graphql-codegen/cli';
import { buildSchema, type DocumentNode, Kind, parse, validate } from 'graphql';
import * as generated from '../operations/generated.js';

const directory = 'test/operations';
const documentsIn = (folder: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith('.graphql'))
    .map(name => [name, parse(readFileSync(join(folder, name), 'utf8'))] as const);
const nameOf = (document: DocumentNode) =>
  document.definitions.flatMap(each => (each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? ''] : []));

const folders = [
  [directory, 'schema.graphql'],
  [`${directory}/public`, 'schema.public.graphql'],
] as const;

describe.each(folders)('the example operations in %s', (folder, schemaFile) => {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'));

  test.each(documentsIn(folder))(`%s fits ${schemaFile}`, (_, document) => {
    expect(validate(schema, document)).toEqual([]);
  });

  test('begin with a sentence that says what they are for, and every one has a name of its own', () => {
    const names = documentsIn(folder).flatMap(([, document]) => nameOf(document));
    expect(new Set(names).size).toBe(names.length);
    for (const [name] of documentsIn(folder))
      expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^# [A-Z].+\.\n/);
  });
});

test('every mutation has an example', () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const text = documentsIn(directory)
    .map(([name]) => readFileSync(join(directory, name), 'utf8'))
    .join('\n');
  const shown = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(name => text.includes(` ${name}(`));
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(name => !shown.includes(name))).toEqual([]);
});

test('every example for accounts has its generated type', () => {
  const names = documentsIn(directory).flatMap(([, document]) => nameOf(document));
  expect(Object.keys(generated)).toEqual(expect.arrayContaining(names.map(name => `${name}Document`)));
});

test('the generated types are fresh; npm run codegen writes them anew', async () => {
  const context = await loadContext('codegen.yml');
  context.updateConfig({ silent: true, errorsOnly: true, noSilentErrors: true });
  const files = await generate(context, false);
  expect(files.map((file: { filename: string }) => file.filename)).toEqual([`${directory}/generated.ts`]);
  expect(files[0]?.content).toBe(readFileSync(`${directory}/generated.ts`, 'utf8'));
}, 60_000);
