import {
  type GraphQLField,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import { shortened } from '../boundary/shortened.js';
import { Refusal } from '../domain/error.js';

/** Ids that are text: those of the programme and of the GIS. Every other id that a caller gives is the number of a row. */
const textIds = new Set(['ptsId', 'ptsIds', 'joining', 'leaving', 'gisId']);

/** Checks a value that was read as its type says; `path` is how a caller knows it. */
type Check = (value: unknown, path: string) => void;

/**
 * Puts what the types cannot say in front of every field with arguments, once for the whole schema: the id of a row is digits
 * (PostgreSQL would also read " 1" and "0x10"), and text holds no NUL, which no column takes. BAD_USER_INPUT names the field.
 */
export function checkInputs(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) checkArguments(field);
  }
  return schema;
}

function checkArguments(field: GraphQLField<unknown, unknown>): void {
  const checks = field.args.flatMap(({ name, type }) => {
    const check = checkOf(type, name);
    return check ? [{ name, check }] : [];
  });
  const { resolve } = field;
  if (checks.length === 0 || !resolve) return;
  field.resolve = (source, args: Readonly<Record<string, unknown>>, context, info) => {
    for (const { name, check } of checks) check(args[name], name);
    return resolve(source, args, context, info);
  };
}

/** The check of a type, or null where there is nothing to check. */
function checkOf(given: GraphQLInputType, name: string): Check | null {
  const type = getNullableType(given);
  if (type === GraphQLString) return whenText(refuseNul);
  if (type === GraphQLID) return whenText(textIds.has(name) ? refuseNul : requireRowId);
  if (isListType(type)) {
    const check = checkOf(type.ofType, name);
    if (!check) return null;
    return (values, path) => {
      if (Array.isArray(values)) for (const [at, value] of values.entries()) check(value, `${path}[${at}]`);
    };
  }
  if (!isInputObjectType(type)) return null;
  const checks = Object.values(type.getFields()).flatMap(field => {
    const check = checkOf(field.type, field.name);
    return check ? [{ name: field.name, check }] : [];
  });
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return;
    const within = path === 'input' ? '' : `${path}.`;
    for (const { name, check } of checks) check((value as Readonly<Record<string, unknown>>)[name], `${within}${name}`);
  };
}

function whenText(check: (text: string, path: string) => void): Check {
  return (value, path) => {
    if (typeof value === 'string') check(value, path);
  };
}

function refuseNul(text: string, field: string): void {
  if (!text.includes('\0')) return;
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` holds a NUL character, which no text may.`, { field });
}

/** Whether a text is the id of a row: digits, as PostgreSQL writes them. */
export function isRowId(text: string): boolean {
  return /^(0|[1-9]\d{0,17})$/.test(text);
}

function requireRowId(text: string, field: string): void {
  if (isRowId(text)) return;
  const value = shortened(text.replaceAll('\0', '\u2400'));
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` is "${value}"; an id is at most 18 digits.`, {
    field,
    value,
    expected: 'digits, at most 18',
  });
}
