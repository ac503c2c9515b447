import { p, Type } from '@mikro-orm/core';
import type { LocalDate } from '../domain/local-date.js';
import type { Month } from '../domain/month.js';
import { onceInARow } from '../domain/once-in-a-row.js';

/**
 * Exact numbers stay text between PostgreSQL and the domain: MikroORM's own decimal type compares as binary floats when it
 * looks for changes and would lose a change in the 18th digit.
 */
class NumericText extends Type<string, string> {
  constructor(private readonly columnType: string) {
    super(); // no `#field`: the ORM copies the instance and would lose it
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return this.columnType;
  }
}

/** A generation month, stored as its first day: readings are partitioned by it. */
class MonthColumn extends Type<Month | null, string | null> {
  override convertToDatabaseValue(month: Month | null): string | null {
    return month === null ? null : monthToDate(month);
  }

  override convertToJSValue(date: string | null): Month | null {
    return date === null ? null : (date.slice(0, 7) as Month);
  }

  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'date';
  }
}

/** A calendar day in Massachusetts, as text. */
class LocalDateColumn extends Type<LocalDate, string> {
  override compareAsType(): string {
    return 'string';
  }

  override getColumnType(): string {
    return 'date';
  }
}

export const kwhColumn = new NumericText('numeric(15,3)');
export const summedKwhColumn = new NumericText('numeric(20,3)');
export const kwColumn = new NumericText('numeric(12,3)');
export const mwhColumn = new NumericText('numeric(20,7)');
export const reportedMwhColumn = new NumericText('numeric(20,3)');
/** Exact to the last digit of kWh times factor: adjustments are not rounded to what is reported. */
export const adjustedMwhColumn = new NumericText('numeric(24,10)');
export const dollarsColumn = new NumericText('numeric(12,2)');
export const bigDollarsColumn = new NumericText('numeric(14,2)');
export const paidDollarsColumn = new NumericText('numeric(16,2)');
export const percentColumn = new NumericText('numeric(5,2)');
export const accuracyColumn = new NumericText('numeric(4,2)');
export const factorColumn = new NumericText('numeric(5,4)');
export const monthColumn = new MonthColumn();
export const localDateColumn = new LocalDateColumn();

/** What every decision keeps: when it happened, when the database recorded it, who took it. */
export const whoAndWhen = {
  createdAt: p.datetime(),
  recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  createdBy: p.bigint('string').nullable(),
};

/** As `whoAndWhen`, where nobody decides but an account. */
export const byWhomAndWhen = { ...whoAndWhen, createdBy: p.bigint('string') };

/** Month -> the date text that PostgreSQL stores for it. */
export function monthToDate(month: Month): string {
  return `${month}-01`;
}

/** Of these years, so the format of ECMAScript applies: other texts are read the longer way. */
const utcText = /^[12]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/;

/** timestamptz as the driver hands it over (text, session in UTC) -> instant. */
export const instantOf = onceInARow((text: string): Date => {
  if (utcText.test(text)) return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(instant.getTime())) throw new RangeError(`"${text}" is not an instant`);
  return instant;
});

const textOfMs = onceInARow((ms: number) => new Date(ms).toISOString());

/** Instant -> its text of ISO 8601, in UTC. */
export function instantText(instant: Date): string {
  return textOfMs(instant.getTime());
}
