import 'reflect-metadata';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { type Decimal, decimalText, parseDecimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { type LocalDate, parseLocalDate } from '../domain/local-date.js';
import { type Month, parseMonth } from '../domain/month.js';
import { onceInARow } from '../domain/once-in-a-row.js';
import { parseQuarter, type Quarter } from '../domain/quarter.js';

/**
 * Text scalars: a string on the wire, checked once on the way in. Numbers are refused: a JSON number is a binary float and
 * may have lost digits before it reached us.
 */
function textScalar<T>(
  name: string,
  description: string,
  parse: (text: string) => T,
  print: (value: T | string) => string,
) {
  const read = (value: unknown): T => {
    if (typeof value !== 'string') {
      throw new GraphQLError(`${name} is written as a string.`, { extensions: { code: 'BAD_USER_INPUT' } });
    }
    try {
      return parse(value);
    } catch (error) {
      if (error instanceof Refusal) {
        throw new GraphQLError(error.message, { extensions: { code: error.code, facts: error.facts } });
      }
      throw error;
    }
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: value => print(value as T | string),
    parseValue: read,
    parseLiteral: node => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const asItIs = (value: string) => value;

export const DecimalScalar = textScalar<Decimal>(
  'Decimal',
  'An exact decimal number as text, e.g. `"412.600"`: at most 15 digits before and 12 after the point, never an exponent. Energy, factors and money are always of this type.',
  parseDecimal,
  value => (typeof value === 'string' ? value : decimalText(value)),
);

export const MonthScalar = textScalar<Month>('Month', 'A generation month, `YYYY-MM`.', parseMonth, asItIs);

export const QuarterScalar = textScalar<Quarter>('Quarter', 'A generation quarter, `YYYY-Qn`.', parseQuarter, asItIs);

export const DateScalar = textScalar<LocalDate>(
  'Date',
  'A calendar day in Massachusetts (America/New_York), `YYYY-MM-DD`.',
  parseLocalDate,
  asItIs,
);

/** As graphql-scalars has it; an instant that comes thousands of times in a row is read once. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  parseValue: onceInARow(GraphQLDateTime.parseValue),
});
