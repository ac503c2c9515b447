/**
 * Something outside the program stands in the way and a person can mend it: a directory that cannot be written, a busy
 * port, a database that is behind. Its message is one sentence for that person; it is shown without a stack trace.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

/** The error code of the operating system (`ENOENT`), or of PostgreSQL (`3D000`), if the thrown value carries one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Turns a failure of the file system into a sentence that names the directory and what to do.
 * Anything that is not such a failure comes back as it is.
 */
export function fileTrouble(error: unknown, directory: string): unknown {
  const otherPlace = 'or choose another directory with --data-dir or PTS_DATA_DIR';
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Trouble(
        `The data directory ${directory} cannot be written: make it writable for this user, ${otherPlace}.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new Trouble(`The disk that holds the data directory ${directory} is full: make room, ${otherPlace}.`);
    case 'ENOTDIR':
    case 'EEXIST':
      return new Trouble(
        `The data directory ${directory} cannot be made, since a file is in the way: move it, ${otherPlace}.`,
      );
    default:
      return error;
  }
}
