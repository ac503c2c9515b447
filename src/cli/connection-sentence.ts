import { codeOf, messageOf } from '../embedded/trouble.js';

/** What hinders a connection to PostgreSQL, by the code of the operating system or of PostgreSQL. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it broke the connection off',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the host name cannot be looked up now',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection left',
  '57P01': 'it is being stopped',
  '57P02': 'it broke down',
  '57P03': 'it is starting or stopping',
};

/** The sentence for a database that cannot be reached, or undefined when the error is about something else. */
export function connectionSentence(error: unknown, url?: string): string | undefined {
  const reason = reasonOf(error, 0);
  const where = url === undefined ? '' : ` at ${withoutPassword(url)}`;
  return reason === undefined ? undefined : `The database${where} cannot be used: ${reason}.`;
}

/** An address that may be shown: user, host, port and database. */
export function withoutPassword(url: string): string {
  try {
    const { username, host, pathname } = new URL(url);
    return `${username ? `${username}@` : ''}${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

/** Drivers wrap what they met: the reason may lie a few causes deep. */
function reasonOf(error: unknown, depth: number): string | undefined {
  if (depth > 4 || typeof error !== 'object' || error === null) return undefined;
  const own = reasons[codeOf(error) ?? ''];
  if (own !== undefined) return own;
  if (/timeout expired|connection timeout/i.test(messageOf(error))) return reasons.ETIMEDOUT;
  if (/connection terminated|is not queryable/i.test(messageOf(error))) return reasons.ECONNRESET;
  return 'cause' in error ? reasonOf(error.cause, depth + 1) : undefined;
}
