import { GraphQLObjectType } from 'graphql';
import { accountKinds } from '../../src/domain/account-kind.js';
import { refusalCodes } from '../../src/domain/error.js';
import { declaredRefusals } from '../../src/server/manual.js';
import { permissions } from '../../src/server/permissions.js';
import { accountSchema, publicSchema } from '../../src/server/schema.js';
import { callRefusals, rowRefusals } from '../api/support/refusals.js';

/* What the explorer shows of a field: whom it is for, what it costs, which codes it may be answered with. */

const schema = await accountSchema();
const everybody = await publicSchema();
const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {});
const mutations = fieldsOf(schema.getMutationType());
const described = (name: string) => mutations.find(field => field.name === name)?.description ?? '';

test.each(
  Object.entries(permissions).flatMap(([type, fields]) => Object.keys(fields).map(field => [type, field] as const)),
)('%s.%s says whom it is for, as the permission table does', (type, field) => {
  const parent = schema.getType(type);
  const description = parent instanceof GraphQLObjectType ? parent.getFields()[field]?.description : undefined;
  const kinds = permissions[type]?.[field] ?? [];
  const everyAccount = accountKinds.every(kind => kinds.includes(kind)) && 'every account';
  const words = kinds.includes('ANYBODY') ? 'everybody, also without a credential' : everyAccount || kinds.join(', ');
  expect(description).toContain(`\n\nFor: ${words}.`);
});

test('every query and mutation says from how many points it costs', () => {
  const silent = [...fieldsOf(schema.getQueryType()), ...mutations, ...fieldsOf(everybody.getQueryType())].filter(
    ({ description }) => !/^Cost: from [1-9]\d* points\.$/m.test(description ?? ''),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('a query with arguments says that a value may be refused; every field, that a budget may be spent; a public one, that too many may ask', () => {
  const alwaysOf = ({ description }: { readonly description?: string | null | undefined }) =>
    (/^Always possible: (.*)\.$/m.exec(description ?? '')?.[1] ?? '').split(', ');
  const queries = fieldsOf(schema.getQueryType());
  const publicQueries = fieldsOf(everybody.getQueryType());
  for (const field of [...queries, ...publicQueries]) {
    expect([field.name, alwaysOf(field).includes('BAD_USER_INPUT')]).toEqual([field.name, field.args.length > 0]);
    expect(alwaysOf(field)).toEqual(expect.arrayContaining(['QUERY_TOO_LARGE', 'RATE_LIMITED', 'TIMEOUT']));
  }
  for (const field of mutations) expect(alwaysOf(field)).toContain('RATE_LIMITED');
  expect(publicQueries.filter(field => !alwaysOf(field).includes('OVERLOADED'))).toEqual([]);
  expect([...queries, ...mutations].filter(field => alwaysOf(field).includes('OVERLOADED'))).toEqual([]);
});

test('every mutation declares its refusals, each a code that there is', () => {
  const undeclared = mutations.filter(({ description }) => declaredRefusals(description ?? '').length === 0);
  expect(undeclared.map(({ name }) => name)).toEqual([]);
  const unknown = mutations.flatMap(({ name, description }) =>
    declaredRefusals(description ?? '')
      .filter(code => !(code in refusalCodes))
      .map(code => `${name}: ${code}`),
  );
  expect(unknown).toEqual([]);
});

test.each([...callRefusals, ...rowRefusals.map(each => ({ ...each, mutation: 'submitReadings' }))])(
  '$mutation tells of $code, with which the tests have it refused ($why)',
  ({ mutation, code }) => {
    const [, always = ''] = /^Always possible: (.*)\.$/m.exec(described(mutation)) ?? [];
    expect([...declaredRefusals(described(mutation)), ...always.split(', ')]).toContain(code);
  },
);

test('a code is found wherever a description names it, and a word in capitals is none', () => {
  const description =
    'Moves them. Refusals: FORBIDDEN (RETAIL is for suppliers), NO_RULE_IN_FORCE, CONFLICT (so).\n\nFor: STAFF.\nAlways possible: NOT_FOUND.';
  expect(declaredRefusals(description)).toEqual(['FORBIDDEN', 'NO_RULE_IN_FORCE', 'CONFLICT']);
});
