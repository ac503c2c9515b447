import { Refusal } from '../domain/error.js';

/** What PostgreSQL says of a constraint, and of values it cannot read. */
interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
}

/** Two rows that may not be together, or one that lacks another. */
const collisionStates = new Set(['23505', '23P01', '23503']);
/** A check or not-null constraint: one value by itself breaks a rule. */
const ruleStates = new Set(['23514', '23502']);
/** Text that is no number or day, a number out of range, text with NUL (it cuts the message: 08P01), text too long for an index. */
const valueStates = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05', '08P01', '54000']);

/**
 * The refusal that an error stands for, if it is one. A broken constraint of the database is CONFLICT or BAD_USER_INPUT with the
 * constraint's name, a value that it cannot read is BAD_USER_INPUT.
 */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const database = databaseErrorOf(error);
  const rule = database?.constraint ?? 'unnamed';
  if (database && collisionStates.has(database.code)) {
    return new Refusal('CONFLICT', `This collides with what is on record (${rule.replaceAll('_', ' ')}).`, { rule });
  }
  if (database && ruleStates.has(database.code)) {
    return new Refusal('BAD_USER_INPUT', `A value breaks a rule of its field (${rule.replaceAll('_', ' ')}).`, {
      rule,
    });
  }
  if (database && valueStates.has(database.code)) {
    return new Refusal('BAD_USER_INPUT', 'A value cannot be read: an id is digits, a number must fit its column.');
  }
  return null;
}

function databaseErrorOf(error: unknown): DatabaseError | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Partial<DatabaseError>;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return cause as unknown as DatabaseError;
  }
  return null;
}
